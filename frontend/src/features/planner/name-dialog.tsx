import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { PLANNER_LIMITS } from '@lofteskartan/shared/planner';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useHeldStretch } from './held-stretch.js';
import styles from './planner.module.css';
import { useNameStretch } from './planner.queries.js';

interface NameDialogProps {
  municipality: string;
  stretch: StretchDetail;
  onClose: () => void;
}

/** Gives a stretch a name, or that of its road again. */
export default function NameDialog({ municipality, stretch, onClose }: NameDialogProps) {
  const { t } = useTranslation('work-planner');
  const [name, setName] = useState(stretch.named ? (stretch.name ?? '') : '');
  const rename = useNameStretch(municipality, stretch.id);
  const held = useHeldStretch({ municipality, stretch, act: rename });
  const send = () => {
    rename.mutate(
      { version: held.saved.version, name: name.trim() || null },
      {
        onSuccess: () => {
          toast(t('name.saved'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      title={t('name.title')}
      onClose={onClose}
      actions={
        <Button look="primary" busy={rename.isPending} onClick={send}>
          {t('name.save')}
        </Button>
      }
    >
      <div className={styles.form}>
        <SaveFailed error={rename.error} title={t('name.failed')} latest={held} />
        <TextField
          label={t('name.label')}
          hint={t('name.hint')}
          value={name}
          maxLength={PLANNER_LIMITS.nameCharacters}
          onChange={({ target }) => {
            setName(target.value);
          }}
        />
      </div>
    </Dialog>
  );
}
