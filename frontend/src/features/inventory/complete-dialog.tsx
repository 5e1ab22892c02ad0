import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { PlaceMeasure } from '@lofteskartan/shared/contracts/inventory-measures';
import { INVENTORY_LIMITS } from '@lofteskartan/shared/inventory';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { COORDINATORS, holds } from '../../platform/memberships.js';
import { useSession } from '../../platform/session.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { SelectField } from '../../ui/select-field.js';
import { DateField, TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useHeldPlace } from './held-place.js';
import { useCompleteMeasure } from './inventory.queries.js';
import styles from './inventory.module.css';
import { peopleToldOf } from './told-people.js';

interface CompleteDialogProps {
  place: StaffPlace;
  measure: PlaceMeasure;
  onClose: () => void;
}

const NONE = 'none';
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

/** Says that a measure is done: those who asked for it are told, and it counts where it is evidence. */
export function CompleteDialog({ place, measure, onClose }: CompleteDialogProps) {
  const { t } = useTranslation('work-inventory');
  const { data: session } = useSession();
  const complete = useCompleteMeasure(place.reference);
  const held = useHeldPlace({ place, act: complete });
  const [key] = useState(newKey);
  const [tried, setTried] = useState(false);
  const [doneOn, setDoneOn] = useState(today);
  const [text, setText] = useState(measure.text ?? '');
  const [commitmentId, setCommitmentId] = useState((measure.isPublic && place.commitments[0]?.id) || NONE);
  const [confirm, setConfirm] = useState(false);
  const counts = commitmentId !== NONE;
  const told = peopleToldOf(place, doneOn);
  const readers = measure.isPublic
    ? place.isPublic
      ? 'measures.doneTextHint'
      : 'measures.doneTextHintProposals'
    : 'measures.doneTextHintStaff';
  const mayConfirm = session && holds(session, COORDINATORS, place.municipality);
  const submit = () => {
    setTried(true);
    if (!text.trim() || complete.isPending) return;
    const body = {
      version: held.saved.version,
      doneOn,
      text: text.trim(),
      ...(counts ? { commitmentId, confirm: Boolean(mayConfirm && confirm) } : {}),
    };
    complete.mutate(
      { id: measure.id, key, body },
      {
        onSuccess: () => {
          toast(t('measures.completed'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('measures.completeTitle')}
      open
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('measures.cancel')}</Button>
          <Button look="primary" busy={complete.isPending} onClick={submit}>
            {t('measures.completeSave')}
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
        {counts && told > 0 && <p>{t('measures.completeLead', { count: told })}</p>}
        {!counts && told > 0 && measure.isPublic && <p>{t('measures.toldLead', { count: told })}</p>}
        {!measure.isPublic && <p>{t('measures.untoldLead')}</p>}
        <DateField
          label={t('measures.doneOnLabel')}
          value={doneOn}
          max={today()}
          error={complete.error?.messageFor('doneOn')}
          onChange={setDoneOn}
        />
        <TextArea
          label={t('measures.doneText')}
          hint={t(readers)}
          rows={4}
          limit={INVENTORY_LIMITS.textCharacters}
          value={text}
          error={tried && !text.trim() ? t('measures.doneTextMissing') : complete.error?.messageFor('text')}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        {measure.isPublic && place.commitments.length > 0 && (
          <SelectField
            label={t('measures.commitment')}
            value={commitmentId}
            options={[
              ...place.commitments.map(({ id, name }) => ({ value: id, label: name })),
              { value: NONE, label: t('measures.noCommitment') },
            ]}
            onChange={setCommitmentId}
          />
        )}
        {counts && mayConfirm && (
          <CheckboxChips
            label={t('measures.evidence')}
            stacked
            value={confirm ? ['confirm'] : []}
            options={[{ value: 'confirm', label: t('measures.confirm'), note: t('measures.confirmNote') }]}
            onChange={(values) => {
              setConfirm(values.length > 0);
            }}
          />
        )}
        <SaveFailed
          error={complete.error}
          title={t('measures.notSaved')}
          kept={t('form.kept')}
          latest={held}
        />
      </form>
    </Dialog>
  );
}
