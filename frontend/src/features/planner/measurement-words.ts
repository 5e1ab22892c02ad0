import type { MeasuredFigures, SpeedMeasurement } from '@lofteskartan/shared/contracts/speed-measurements';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';

/** How measurements and their figures are said. */
export function useMeasurementWords() {
  const { t } = useTranslation('work-measurements');
  const { days, number } = useFormats();
  const speed = (value: number, isAbout: boolean) =>
    t(isAbout ? 'about' : 'speed', { speed: number(value, 1) });
  return {
    /** "3–10 november 2026" */
    period: ({ fromAt, toAt }: Pick<MeasuredFigures, 'fromAt' | 'toAt'>) => days(fromAt, toAt),
    /** "Radarlåda 3–10 november 2026" */
    name: ({ source, fromAt, toAt }: SpeedMeasurement) =>
      t('name', { source: t(`source.${source}`), period: days(fromAt, toAt) }),
    /** "46,3 km/h", "ungefär 46,3 km/h" */
    mean: ({ mean, meanFrom }: MeasuredFigures) => speed(mean, meanFrom === 'bands'),
    /** "54 km/h", or null when it is not known. */
    p85: ({ p85, p85From }: MeasuredFigures) => (p85 === null ? null : speed(p85, p85From === 'bands')),
    /** "−2,6" and "+1,4": after minus before. */
    change: (value: number) => `${value > 0 ? '+' : ''}${number(value, 1)}`,
  };
}

/** What those who asked could be told of a measurement: a beginning for staff to read and change. */
export function useMeasuredSentence(): (measurement: SpeedMeasurement) => string {
  const { t } = useTranslation('work-measurements');
  const { days, number } = useFormats();
  return ({ measuredBy, fromAt, toAt, passages, mean, p85, p85From, postedLimit }) =>
    [
      t('tell.words', {
        by: t(`by.${measuredBy}`),
        period: days(fromAt, toAt),
        number: number(passages),
        mean: number(mean, 1),
      }),
      p85 !== null && t(p85From === 'bands' ? 'tell.p85About' : 'tell.p85', { speed: number(p85, 1) }),
      postedLimit !== null && t('tell.limit', { limit: postedLimit }),
    ]
      .filter(Boolean)
      .join(' ');
}
