import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { PlaceMeasure } from '@lofteskartan/shared/contracts/inventory-measures';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useHeldPlace } from './held-place.js';
import { useWithdrawMeasure } from './inventory.queries.js';
import styles from './inventory.module.css';

interface WithdrawDialogProps {
  place: StaffPlace;
  measure: PlaceMeasure;
  onClose: () => void;
  onWithdrawn: () => void;
}

/** Takes back a measure that was marked as done by mistake, and plans it anew where it is still to be done. */
export function WithdrawDialog({ place, measure, onClose, onWithdrawn }: WithdrawDialogProps) {
  const { t } = useTranslation('work-inventory');
  const withdraw = useWithdrawMeasure(place.reference);
  const held = useHeldPlace({ place, act: withdraw });
  const [key] = useState(newKey);
  const [tried, setTried] = useState(false);
  const [reason, setReason] = useState('');
  const [planAgain, setPlanAgain] = useState(true);
  const submit = () => {
    setTried(true);
    if (!reason.trim() || reason.length > LIMITS.reasonCharacters || withdraw.isPending) return;
    const body = { version: held.saved.version, reason: reason.trim(), planAgain };
    withdraw.mutate(
      { id: measure.id, key, body },
      {
        onSuccess: () => {
          toast(t('measures.withdrawn'));
          onWithdrawn();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('measures.withdrawTitle')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('measures.cancel')}</Button>
          <Button look="primary" busy={withdraw.isPending} onClick={submit}>
            {t('measures.withdrawSave')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{t(measure.isTold ? 'measures.withdrawTold' : 'measures.withdrawUntold')}</p>
        <TextArea
          label={t('measures.withdrawReason')}
          hint={t('measures.withdrawReasonHint')}
          rows={3}
          limit={LIMITS.reasonCharacters}
          value={reason}
          error={
            tried && !reason.trim()
              ? t('measures.withdrawReasonMissing')
              : withdraw.error?.messageFor('reason')
          }
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        <CheckboxChips
          label={t('measures.stillToDo')}
          stacked
          value={planAgain ? ['again'] : []}
          options={[{ value: 'again', label: t('measures.planAgain'), note: t('measures.planAgainNote') }]}
          onChange={(values) => {
            setPlanAgain(values.length > 0);
          }}
        />
        <SaveFailed
          error={withdraw.error}
          title={t('measures.notSaved')}
          kept={t('form.kept')}
          latest={held}
        />
      </form>
    </Dialog>
  );
}
