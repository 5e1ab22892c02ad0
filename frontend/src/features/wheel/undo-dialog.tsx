import type { WheelItem, WheelOccurrence } from '@lofteskartan/shared/contracts/yearly-wheel';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useUndo } from './wheel.queries.js';
import styles from './wheel.module.css';

interface UndoDialogProps {
  item: WheelItem;
  occurrence: WheelOccurrence;
  onClose: () => void;
}

/** Takes back that an occurrence is done. */
export default function UndoDialog({ item, occurrence, onClose }: UndoDialogProps) {
  const { t } = useTranslation('work-wheel');
  const undo = useUndo();
  const [key] = useState(newKey);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (undo.isPending || !reason.trim()) return;
    const { year, number } = occurrence;
    undo.mutate(
      { id: item.id, key, body: { year, number, reason: reason.trim() } },
      {
        onSuccess: () => {
          toast(t('undo.saved'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      title={t('undo.title', { title: item.title })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" busy={undo.isPending} onClick={submit}>
            {t('undo.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t('undo.lead')}</p>
        <TextArea
          label={t('undo.reason')}
          rows={2}
          limit={LIMITS.reasonCharacters}
          value={reason}
          error={tried && !reason.trim() ? t('undo.reasonMissing') : undefined}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        {undo.error && <ErrorState error={undo.error} title={t('notSaved')} />}
      </div>
    </Dialog>
  );
}
