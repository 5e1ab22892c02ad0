import type { RankingReason } from '@lofteskartan/shared/contracts/planner';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';

/** A reason as a sentence: its code's words, filled with its values as one reads them. */
export function useReasonWords(): (reason: Pick<RankingReason, 'code' | 'values'>) => string {
  const { t } = useTranslation('work-planner');
  const { date, number } = useFormats();
  return ({ code, values }) => {
    const said = Object.entries(values).map(([name, value]) => {
      if (name === 'date') return [name, date(String(value))];
      return [name, typeof value === 'number' && name !== 'count' ? number(value, 1) : value];
    });
    return t(
      `reasons.${code}`,
      Object.fromEntries(said) as Record<string, string | number> & { count: number },
    );
  };
}
