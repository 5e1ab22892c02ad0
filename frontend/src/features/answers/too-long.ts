import type { AnswerLedger } from '@lofteskartan/shared/contracts/answers';
import { PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { oneTime, timeOf } from '../../platform/answer-time.js';

/** How many are spelt out. */
const SPELT = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** What has waited too long, and how long that is for each kind, in words. */
export function useTooLong({ within }: Pick<AnswerLedger, 'within'>): { tooLong: string; times: string } {
  const { t, i18n } = useTranslation('answers');
  const { number } = useFormats();
  const days = (count: number) => {
    const spelt = SPELT.find((each) => each === count);
    return spelt ? t(`days.${spelt}`) : t('daysMany', { count, number: number(count) });
  };
  const same = oneTime(within);
  if (same !== undefined) return { tooLong: t('tooLong', { days: days(same) }), times: days(same) };
  const parts = PROPOSAL_KINDS.map((kind) =>
    t('timeOfKind', { days: days(timeOf(within, kind)), kind: t(`kinds.${kind}`) }),
  );
  return { tooLong: t('tooLongByKind'), times: new Intl.ListFormat(i18n.language).format(parts) };
}
