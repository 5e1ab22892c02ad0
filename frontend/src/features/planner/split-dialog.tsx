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
import { useSplitStretch } from './planner.queries.js';

interface SplitDialogProps {
  municipality: string;
  stretch: StretchDetail;
  wishes: readonly string[];
  onClose: () => void;
}

/** Makes a stretch of its own of chosen wishes. */
export default function SplitDialog({ municipality, stretch, wishes, onClose }: SplitDialogProps) {
  const { t } = useTranslation('work-planner');
  const [name, setName] = useState('');
  const split = useSplitStretch(municipality, stretch.id);
  const held = useHeldStretch({ municipality, stretch, act: split });
  const send = () => {
    split.mutate(
      { version: held.saved.version, wishes: [...wishes], ...(name.trim() ? { name: name.trim() } : {}) },
      {
        onSuccess: () => {
          toast(t('wishes.splitDone'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      title={t('wishes.splitTitle')}
      onClose={onClose}
      actions={
        <Button look="primary" busy={split.isPending} onClick={send}>
          {t('wishes.splitDo')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{t('wishes.splitHow')}</p>
        <SaveFailed error={split.error} title={t('wishes.splitFailed')} latest={held} />
        <TextField
          label={t('wishes.name')}
          optional
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
