import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { PlaceMeasure } from '@lofteskartan/shared/contracts/inventory-measures';
import {
  COST_BANDS,
  INVENTORY_LIMITS,
  MEASURE_KINDS,
  type CostBand,
  type MeasureKind,
} from '@lofteskartan/shared/inventory';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { SelectField } from '../../ui/select-field.js';
import { DateField, TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useHeldPlace } from './held-place.js';
import { useSaveMeasure } from './inventory.queries.js';
import styles from './inventory.module.css';

interface MeasureDialogProps {
  place: StaffPlace;
  /** Null for a new one. */
  measure: PlaceMeasure | null;
  onClose: () => void;
}

const UNKNOWN = 'unknown';
const isDecision = (kind: MeasureKind) => kind === 'referred' || kind === 'none';

/** Plans a measure, or decides that nothing is done here. */
export function MeasureDialog({ place, measure, onClose }: MeasureDialogProps) {
  const { t } = useTranslation(['work-inventory', 'inventory']);
  const save = useSaveMeasure(place.reference);
  const held = useHeldPlace({ place, act: save });
  const [key] = useState(newKey);
  const [tried, setTried] = useState(false);
  const [kind, setKind] = useState<MeasureKind>(measure?.kind ?? 'lamp-repaired');
  const [text, setText] = useState(measure?.text ?? '');
  const [plannedOn, setPlannedOn] = useState(measure?.plannedOn ?? '');
  const [cost, setCost] = useState<CostBand | typeof UNKNOWN>(measure?.cost ?? UNKNOWN);
  const [ownerId, setOwnerId] = useState<string>(measure?.ownerId ?? place.bodyId ?? UNKNOWN);
  const [isPublic, setPublic] = useState(measure?.isPublic ?? true);
  const lacksText = isDecision(kind) && !text.trim();
  const submit = () => {
    setTried(true);
    if (lacksText || save.isPending) return;
    const body = {
      version: held.saved.version,
      kind,
      text: text.trim() || null,
      plannedOn: plannedOn || null,
      cost: cost === UNKNOWN ? null : cost,
      ownerId: ownerId === UNKNOWN ? null : ownerId,
      isPublic,
    };
    save.mutate(
      { id: measure?.id ?? null, key, body },
      {
        onSuccess: () => {
          toast(t('measures.saved'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t(measure ? 'measures.editTitle' : 'measures.addTitle')}
      open
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('measures.cancel')}</Button>
          <Button look="primary" busy={save.isPending} onClick={submit}>
            {t('measures.save')}
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
        <RadioChips
          label={t('measures.kind')}
          value={kind}
          options={MEASURE_KINDS.map((value) => ({ value, label: t(`toDo.${value}`, { ns: 'inventory' }) }))}
          onChange={setKind}
        />
        <DateField
          label={t(isDecision(kind) ? 'measures.decidedOnLabel' : 'measures.plannedOn')}
          optional
          value={plannedOn}
          error={save.error?.messageFor('plannedOn')}
          onChange={setPlannedOn}
        />
        <TextArea
          label={t(isDecision(kind) ? 'measures.why' : 'measures.text')}
          hint={t('measures.textHint')}
          optional={!isDecision(kind)}
          rows={4}
          limit={INVENTORY_LIMITS.textCharacters}
          value={text}
          error={tried && lacksText ? t('measures.textMissing') : save.error?.messageFor('text')}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        {isDecision(kind) && <p className={styles.soft}>{t('measures.decisionTellsNobody')}</p>}
        {!isDecision(kind) && (
          <SelectField<CostBand | typeof UNKNOWN>
            label={t('measures.cost')}
            value={cost}
            options={[
              { value: UNKNOWN, label: t('measures.noCost') },
              ...COST_BANDS.map((value) => ({ value, label: t(`cost.${value}`) })),
            ]}
            onChange={setCost}
          />
        )}
        {place.bodies.length > 0 && (
          <SelectField
            label={t('measures.ownerLabel')}
            value={ownerId}
            options={[
              { value: UNKNOWN, label: t('measures.noOwner') },
              ...place.bodies.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setOwnerId}
          />
        )}
        <RadioChips
          label={t('measures.who')}
          value={isPublic ? 'everyone' : 'staff'}
          options={(['everyone', 'staff'] as const).map((value) => ({
            value,
            label: t(`measures.${value}`),
          }))}
          onChange={(value) => {
            setPublic(value === 'everyone');
          }}
        />
        <SaveFailed error={save.error} title={t('measures.notSaved')} kept={t('form.kept')} latest={held} />
      </form>
    </Dialog>
  );
}
