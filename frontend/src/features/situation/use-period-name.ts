import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { kindOf, ordinalOf, type Period } from './period.rules.js';

/** A period by its name: "Fjärde kvartalet 2026", "2026", or its days. */
export function usePeriodName(): (period: Period) => string {
  const { t } = useTranslation('work-situation');
  const { date } = useFormats();
  return (period) => {
    const kind = kindOf(period);
    const year = period.from.slice(0, 4);
    if (kind === 'year') return year;
    if (kind === 'own') return t('period.days', { from: date(period.from), to: date(period.to) });
    const ordinal = t(`period.ordinal.${ordinalOf(kind, period)}`);
    return t(kind === 'quarter' ? 'period.quarterName' : 'period.halfName', { ordinal, year });
  };
}
