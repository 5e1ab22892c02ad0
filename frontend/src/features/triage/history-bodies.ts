import type { HistoryEvent } from '@lofteskartan/shared/contracts/triage';
import { PROPOSAL_SOURCES } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';

const textIn = (changes: object | null, name: string): string | null => {
  const value = ((changes ?? {}) as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
};

/** The body that an event is about. */
export const bodyOf = ({ changes }: HistoryEvent): string => textIn(changes, 'body') ?? '';

/** How a proposal came in, and what was said to and by the bodies that answer for places; null for an event that is something else. */
export function useBodySaid(): (event: HistoryEvent) => string[] | null {
  const { t } = useTranslation('work-bodies');
  return (event) => {
    const { type, reason, changes } = event;
    const body = bodyOf(event);
    switch (type) {
      case 'registered':
      case 'supported': {
        const source = PROPOSAL_SOURCES.find((each) => each === textIn(changes, 'source'));
        return source ? [t('history.source', { source: t(`sources.${source}`) })] : [];
      }
      case 'body-set':
        return [
          t('history.bodySet', {
            before: textIn(changes, 'from') ?? t('history.unknown'),
            after: textIn(changes, 'to') ?? t('history.unknown'),
          }),
        ];
      case 'fault-linked':
        return [t('history.fault', { body, number: textIn(changes, 'number') ?? '' })];
      case 'referral-sent':
        return [t('history.to', { body }), ...(reason ? [t('history.asked', { text: reason })] : [])];
      case 'referral-reminded':
        return [t('history.to', { body })];
      case 'referral-answered':
        return [t('history.answer', { body, text: reason ?? '' })];
      default:
        return null;
    }
  };
}
