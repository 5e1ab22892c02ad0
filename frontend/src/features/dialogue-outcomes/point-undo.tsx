import type { StaffPoint } from '@lofteskartan/shared/contracts/medborgardialog-points';
import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useCompletePoint } from './outcome-work.queries.js';

export interface PointUndoProps {
  reference: string;
  point: StaffPoint;
  onClose: () => void;
}

/** Takes back that a point is done, with the reason for those who come later. */
export function PointUndo({ reference, point, onClose }: PointUndoProps) {
  const { t } = useTranslation('dialogue-outcomes');
  const complete = useCompletePoint(reference);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Dialog
      title={t('work.undoTitle', { number: point.number })}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button
            look="primary"
            busy={complete.isPending}
            onClick={() => {
              setTried(true);
              if (!text.trim() || complete.isPending) return;
              complete.mutate(
                { id: point.id, version: point.version, doneOn: null, text },
                {
                  onSuccess: () => {
                    toast(t('form.saved'));
                    onClose();
                  },
                },
              );
            }}
          >
            {t('work.undoYes')}
          </Button>
        </>
      }
    >
      <p>{t('work.undoHow')}</p>
      <TextArea
        label={t('work.undoReason')}
        rows={2}
        limit={OUTCOME_LIMITS.doneCharacters}
        value={text}
        error={tried && !text.trim() ? t('form.missing') : complete.error?.messageFor('text')}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {complete.error && <ErrorState error={complete.error} title={t('form.notSaved')} />}
    </Dialog>
  );
}
