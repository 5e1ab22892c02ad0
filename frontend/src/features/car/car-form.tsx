import type { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import { CHECK_METHODS, TOP_SPEED_BANDS } from '@lofteskartan/shared/speed-checks';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { Save } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { usePublicTextWarning } from '../../platform/public-text.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { leadToFirstFault } from '../../ui/first-fault.js';
import { Notice } from '../../ui/notice.js';
import { TextArea } from '../../ui/text-field.js';
import { type CarDraft, checkBody, DURATIONS, faultsOf } from './car-draft.js';
import { fixFault } from './car-fix.js';
import { CarPlace } from './car-place.js';
import { momentsOf, type WaitingCheck } from './car-queue.js';
import { CarWishes } from './car-wishes.js';
import { useCarText, useDraftPlace } from './car-words.js';
import styles from './car.module.css';
import { FigureField } from './figure-field.js';
import type { PositionState } from './use-car-position.js';

interface CarFormProps {
  account: string;
  kit: CarKit;
  draft: CarDraft;
  /** The refused check that is being corrected; null while a new one is told. */
  corrected: WaitingCheck | null;
  change: (part: Partial<CarDraft>) => void;
  positionState: PositionState;
  onAskPosition: () => void;
  onSave: (check: WaitingCheck) => Promise<void>;
}

/** A check, told with one thumb: everything but the place and the method may stay empty. */
export function CarForm({
  account,
  kit,
  draft,
  corrected,
  change,
  positionState,
  onAskPosition,
  onSave,
}: CarFormProps) {
  const { t } = useTranslation('work-car');
  const suggest = useCarText();
  const placeOf = useDraftPlace();
  /** When it was last tried to save it, milliseconds since 1970; -Infinity: not yet. */
  const [triedAt, setTriedAt] = useState(-Infinity);
  const [isFull, setFull] = useState(false);
  const text = draft.publicText || suggest(kit, draft);
  const warning = usePublicTextWarning(text);
  const faults = faultsOf(kit, draft, text);
  const faultOf = (fault: (typeof faults)[number]) =>
    triedAt > 0 && faults.includes(fault) ? t(`fault.${fault}`) : undefined;

  const save = async () => {
    const now = new Date();
    try {
      await onSave({
        key: newKey(),
        account,
        savedAt: now.toISOString(),
        place: placeOf(kit, draft),
        draft,
        body: checkBody(kit, draft, { text, ...momentsOf(corrected, now) }),
        refusal: null,
      });
      setTriedAt(-Infinity);
      setFull(false);
    } catch {
      // The device would not keep it: what was told stays on the page.
      setFull(true);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const now = Date.now();
    setTriedAt(now);
    if (faults.length === 0 && fixFault(draft, now) === null) void save();
    else leadToFirstFault(event.currentTarget);
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <CarPlace
        kit={kit}
        draft={draft}
        change={change}
        isCorrected={corrected !== null}
        state={positionState}
        onAsk={onAskPosition}
        doubt={fixFault(draft, triedAt)}
        error={faultOf('place')}
      />
      <div className={styles.big}>
        <RadioChips
          label={t('method.label')}
          error={faultOf('method')}
          value={draft.method}
          options={CHECK_METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
          onChange={(method) => {
            change({ method, ...(method === 'twenty-minutes' && draft.minutes === null && { minutes: 20 }) });
          }}
        />
        <RadioChips
          label={t('minutes.label')}
          optional
          value={draft.minutes === null ? null : String(draft.minutes)}
          options={DURATIONS.map((minutes) => ({
            value: String(minutes),
            label: t('minutes.of', { count: minutes }),
          }))}
          onChange={(minutes) => {
            change({ minutes: Number(minutes) });
          }}
        />
      </div>
      <FigureField
        label={t('figure.measured')}
        max={100_000}
        value={draft.measured}
        onChange={(measured) => {
          change({ measured });
        }}
      />
      <FigureField
        label={t('figure.reported')}
        max={100_000}
        value={draft.reported}
        error={faultOf('reported')}
        onChange={(reported) => {
          change({ reported });
        }}
      />
      <FigureField
        label={t('figure.licences')}
        max={10_000}
        value={draft.licencesSeized}
        onChange={(licencesSeized) => {
          change({ licencesSeized });
        }}
      />
      <div className={styles.big}>
        <RadioChips
          label={t('band.label')}
          hint={t('band.hint')}
          optional
          value={draft.topSpeedBand}
          options={TOP_SPEED_BANDS.map((value) => ({ value, label: t(`band.${value}`) }))}
          onChange={(topSpeedBand) => {
            change({ topSpeedBand });
          }}
        />
      </div>
      <CarWishes kit={kit} draft={draft} day={momentsOf(corrected, new Date()).day} change={change} />
      <details className={styles.fold} open={draft.publicText !== '' || undefined}>
        <summary>{t('text.summary')}</summary>
        <TextArea
          label={t('text.label')}
          hint={t('text.hint')}
          rows={3}
          limit={LIMITS.publicTextCharacters}
          value={text}
          error={faultOf('text')}
          onChange={(event) => {
            change({ publicText: event.target.value || ' ' });
          }}
        />
        {warning && (
          <Notice tone="warning" announced>
            {warning}
          </Notice>
        )}
      </details>
      {kit.commitment === null && <Notice tone="warning">{t('fault.commitment')}</Notice>}
      {isFull && <Notice tone="error">{t('fault.device')}</Notice>}
      <div className={styles.bar}>
        <Button
          type="submit"
          look="primary"
          wide
          className={styles.save}
          icon={<Save size={24} aria-hidden="true" />}
        >
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
