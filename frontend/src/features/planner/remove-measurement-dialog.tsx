import type { SpeedMeasurement } from '@lofteskartan/shared/contracts/speed-measurements';
import { MEASUREMENT_LIMITS } from '@lofteskartan/shared/measurements';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useMeasurementWords } from './measurement-words.js';
import { useRemoveMeasurement } from './measurements.queries.js';
import styles from './planner.module.css';

interface RemoveMeasurementDialogProps {
  municipality: string;
  stretchId: string;
  measurement: SpeedMeasurement;
  onClose: () => void;
}

/** Takes a measurement away, with why. */
export default function RemoveMeasurementDialog({
  municipality,
  stretchId,
  measurement,
  onClose,
}: RemoveMeasurementDialogProps) {
  const { t } = useTranslation('work-measurements');
  const words = useMeasurementWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const remove = useRemoveMeasurement(municipality, stretchId, measurement.id);
  const send = () => {
    setTried(true);
    if (reason.trim() === '') return;
    remove.mutate(
      { version: measurement.version, reason: reason.trim() },
      {
        onSuccess: () => {
          toast(t('remove.saved'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      title={t('remove.title')}
      onClose={onClose}
      actions={
        <Button look="danger" busy={remove.isPending} onClick={send}>
          {t('remove.save')}
        </Button>
      }
    >
      <div className={styles.form}>
        {remove.error && <ErrorState error={remove.error} title={t('remove.failed')} />}
        <p>
          <strong>{words.name(measurement)}</strong>
        </p>
        <p>{t('remove.how')}</p>
        <TextField
          label={t('remove.reason')}
          error={tried && reason.trim() === '' ? t('remove.required') : undefined}
          value={reason}
          maxLength={MEASUREMENT_LIMITS.reasonCharacters}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
      </div>
    </Dialog>
  );
}
