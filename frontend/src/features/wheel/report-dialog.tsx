import type { WheelItem, WheelOccurrence } from '@lofteskartan/shared/contracts/yearly-wheel';
import { measureOf, WHEEL_LIMITS } from '@lofteskartan/shared/yearly-wheel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { DateField, TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useReport } from './wheel.queries.js';
import styles from './wheel.module.css';

interface ReportDialogProps {
  item: WheelItem;
  occurrence: WheelOccurrence;
  /** `YYYY-MM-DD` */
  today: string;
  onClose: () => void;
}

/** Says that an occurrence is done, on which day, and whether its places get a measure of it. */
export default function ReportDialog({ item, occurrence, today, onClose }: ReportDialogProps) {
  const { t } = useTranslation('work-wheel');
  const report = useReport();
  const [key] = useState(newKey);
  const [doneOn, setDoneOn] = useState(today);
  const [note, setNote] = useState('');
  const [asMeasures, setAsMeasures] = useState(false);
  const canMeasure = item.places.length > 0 && measureOf(item.kind) !== null;
  const submit = () => {
    if (report.isPending) return;
    const { year, number } = occurrence;
    const body = { year, number, doneOn, note: note.trim() || null, asMeasures: canMeasure && asMeasures };
    report.mutate(
      { id: item.id, key, body },
      {
        onSuccess: () => {
          toast(t('report.saved'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      title={t('report.title', { title: item.title })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" busy={report.isPending} onClick={submit}>
            {t('row.report')}
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
        <DateField
          label={t('report.doneOn')}
          value={doneOn}
          max={today}
          error={report.error?.messageFor('doneOn')}
          onChange={setDoneOn}
        />
        <TextArea
          label={t('report.note')}
          optional
          hint={t(canMeasure ? 'report.noteHint' : 'report.noteHintStaff')}
          rows={3}
          limit={WHEEL_LIMITS.noteCharacters}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
        {canMeasure && (
          <CheckboxChips
            label={t('report.places', { count: item.places.length })}
            stacked
            value={asMeasures ? ['measure'] : []}
            options={[{ value: 'measure', label: t('report.measure'), note: t('report.measureNote') }]}
            onChange={(values) => {
              setAsMeasures(values.length > 0);
            }}
          />
        )}
        {report.error && <ErrorState error={report.error} title={t('notSaved')} />}
      </form>
    </Dialog>
  );
}
