import { PLANNER_LIMITS } from '@lofteskartan/shared/planner';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField } from '../../ui/select-field.js';
import { ErrorState } from '../../ui/states.js';
import { DateField, TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useMovePlannedCheck, usePlanCheck } from './plan.queries.js';
import styles from './planner.module.css';

/** A check to plan, or one that is planned already. */
export interface BegunCheck {
  /** Of a check that is planned. */
  id?: string;
  version?: number;
  stretchId: string;
  stretchName: string | null;
  plannedOn: string;
  fromHour: number;
  toHour: number;
  note: string | null;
}

interface CheckDialogProps {
  municipality: string;
  begun: BegunCheck;
  onClose: () => void;
}

const hours = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    value: String(from + index),
    label: `${String(from + index).padStart(2, '0')}.00`,
  }));

/** When a check is to be made. */
export default function CheckDialog({ municipality, begun, onClose }: CheckDialogProps) {
  const { t } = useTranslation('work-planner');
  const [plannedOn, setPlannedOn] = useState(begun.plannedOn);
  const [fromHour, setFromHour] = useState(String(begun.fromHour));
  const [toHour, setToHour] = useState(String(begun.toHour));
  const [note, setNote] = useState(begun.note ?? '');
  const [tried, setTried] = useState(false);
  const plan = usePlanCheck(municipality);
  const move = useMovePlannedCheck(municipality);
  const { id, version, stretchId } = begun;
  const isOrdered = Number(toHour) > Number(fromHour);
  const error = plan.error ?? move.error;
  const send = () => {
    setTried(true);
    if (!plannedOn || !isOrdered) return;
    const times = {
      plannedOn,
      fromHour: Number(fromHour),
      toHour: Number(toHour),
      note: note.trim() || null,
    };
    const onSuccess = () => {
      toast(t(id ? 'plan.changed' : 'plan.saved'));
      onClose();
    };
    if (id) move.mutate({ id, body: Object.assign(times, { version: version ?? 0 }) }, { onSuccess });
    else plan.mutate(Object.assign(times, { stretchId }), { onSuccess });
  };
  return (
    <Dialog
      open
      title={t(id ? 'plan.changeTitle' : 'plan.addTitle')}
      onClose={onClose}
      actions={
        <Button look="primary" busy={plan.isPending || move.isPending} onClick={send}>
          {t(id ? 'plan.saveChange' : 'plan.save')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>
          <strong>{begun.stretchName ?? t('unnamed')}</strong>
        </p>
        {error && <ErrorState error={error} title={t('plan.saveFailed')} />}
        <DateField
          label={t('plan.date')}
          error={tried && !plannedOn ? t('plan.past') : undefined}
          value={plannedOn}
          onChange={setPlannedOn}
        />
        <div className={styles.two}>
          <SelectField
            label={t('plan.from')}
            options={hours(0, 23)}
            value={fromHour}
            onChange={setFromHour}
          />
          <SelectField
            label={t('plan.to')}
            error={tried && !isOrdered ? t('plan.order') : undefined}
            options={hours(1, 24)}
            value={toHour}
            onChange={setToHour}
          />
        </div>
        <TextArea
          label={t('plan.note')}
          optional
          rows={3}
          limit={PLANNER_LIMITS.noteCharacters}
          value={note}
          onChange={({ target }) => {
            setNote(target.value);
          }}
        />
      </div>
    </Dialog>
  );
}
