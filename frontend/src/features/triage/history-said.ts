import { HELPED } from '@lofteskartan/shared/vocabulary';
import type { HistoryEvent } from '@lofteskartan/shared/contracts/triage';
import { useTranslation } from 'react-i18next';

/** What staff and the sender said to each other in an event, as sentences; null for an event that is something else. */
export function useSaid(): (event: HistoryEvent) => string[] | null {
  const { t } = useTranslation('work-sender');
  return ({ type, reason, changes }) => {
    const words = reason ? [t('history.said', { text: reason })] : [];
    if (type === 'asked' || type === 'reminded' || type === 'replied') return words;
    if (type !== 'outcome-told') return null;
    const told = (changes ?? {}) as { helped?: unknown; safetyNow?: unknown };
    const helped = HELPED.find((each) => each === told.helped);
    return [
      ...(helped ? [t(`history.outcome-told.${helped}`)] : []),
      ...(typeof told.safetyNow === 'number' ? [t('history.safety', { safety: told.safetyNow })] : []),
      ...words,
    ];
  };
}
