import { DARK_PLACE_TIMES, HOUR_BANDS, WEEKDAYS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { CheckboxChips, RadioChips } from '../../../ui/chips.js';
import { hoursInWords } from '../proposal-words.js';
import { StepFrame } from './step-frame.js';
import type { StepProps } from './step-props.js';

const SAFETY = ['1', '2', '3', '4', '5'] as const;

/** When the traffic is worst. */
function TrafficTimes({ draft, change, faultOf }: StepProps) {
  const { t } = useTranslation(['form', 'words']);
  return (
    <>
      <CheckboxChips
        label={t('form:when.hours')}
        hint={t('form:when.any')}
        error={faultOf('details.hourBands')}
        options={HOUR_BANDS.map((value) => ({ value, label: hoursInWords(value) }))}
        value={draft.hourBands}
        onChange={(hourBands) => {
          change({ hourBands });
        }}
      />
      <CheckboxChips
        label={t('form:when.days')}
        optional
        error={faultOf('details.weekdays')}
        options={WEEKDAYS.map((value) => ({ value, label: t(`words:weekday.${value}`) }))}
        value={draft.weekdays}
        onChange={(weekdays) => {
          change({ weekdays });
        }}
      />
    </>
  );
}

/** When a place feels unsafe, and how safe it feels now. */
function PlaceTimes({ draft, change, faultOf }: StepProps) {
  const { t } = useTranslation(['form', 'words']);
  return (
    <>
      <CheckboxChips
        label={t('form:when.unsafe')}
        hint={t('form:when.any')}
        error={faultOf('details.when')}
        options={DARK_PLACE_TIMES.map((value) => ({ value, label: t(`words:when.${value}`) }))}
        value={draft.when}
        onChange={(when) => {
          change({ when });
        }}
      />
      <RadioChips
        label={t('form:when.safety')}
        hint={t('form:when.safetyHint')}
        optional
        error={faultOf('details.safetyNow')}
        options={SAFETY.map((value) => ({ value, label: value, note: t(`form:when.safe.${value}`) }))}
        value={SAFETY.find((value) => Number(value) === draft.safetyNow) ?? null}
        onChange={(value) => {
          change({ safetyNow: Number(value) });
        }}
      />
    </>
  );
}

export function WhenStep(props: StepProps) {
  const { kind, draft, onNext } = props;
  const isTraffic = kind === 'speed-check';
  const isSkip = isTraffic
    ? draft.hourBands.length === 0 && draft.weekdays.length === 0
    : draft.when.length === 0 && draft.safetyNow === null;
  return (
    <StepFrame onNext={onNext} isSkip={isSkip}>
      {isTraffic ? <TrafficTimes {...props} /> : <PlaceTimes {...props} />}
    </StepFrame>
  );
}
