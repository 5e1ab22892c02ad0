import { HELPED } from '@lofteskartan/shared/vocabulary';
import type { HistoryEvent } from '@lofteskartan/shared/contracts/triage';
import { useTranslation } from 'react-i18next';

/** Who had a proposal, as the history keeps it. */
type Hands = { readonly name: string | null; readonly organisationName: string } | null;

/** Who has it now; what staff and the sender said to each other in an event, as sentences; null for an event that is something else. */
export function useSaid(): (event: HistoryEvent) => string[] | null {
  const { t } = useTranslation(['work-sender', 'work-desk', 'work-photos']);
  const handsSaid = (changes: object | null): string[] => {
    const { before, after } = (changes ?? {}) as { before?: Hands; after?: Hands };
    const named = (hands: Hands | undefined) => {
      if (!hands) return t('hands.nobody', { ns: 'work-desk' });
      const { name, organisationName: organisation } = hands;
      return name ? t('history.of', { ns: 'work-desk', name, organisation }) : organisation;
    };
    return [
      t('history.now', { ns: 'work-desk', name: named(after) }),
      ...(before ? [t('history.before', { ns: 'work-desk', name: named(before) })] : []),
    ];
  };
  return ({ type, reason, changes }) => {
    const words = reason ? [t('history.said', { text: reason })] : [];
    if (type === 'asked' || type === 'reminded' || type === 'replied') return words;
    if (type === 'assigned') return handsSaid(changes);
    if (type === 'words-held') {
      const { words } = (changes ?? {}) as { words?: unknown };
      return Array.isArray(words) ? [words.join(', ')] : null;
    }
    if (type === 'photo-redacted') {
      const { regions } = (changes ?? {}) as { regions?: unknown };
      return typeof regions === 'number' ? [t('history', { ns: 'work-photos', count: regions })] : null;
    }
    if (type !== 'outcome-told' && type !== 'supporter-told') return null;
    const told = (changes ?? {}) as { helped?: unknown; safetyNow?: unknown; onBehalf?: unknown };
    const helped = HELPED.find((each) => each === told.helped);
    return [
      ...(told.onBehalf === true ? [t('history.onBehalf')] : []),
      ...(helped ? [t(`history.outcome-told.${helped}`)] : []),
      ...(typeof told.safetyNow === 'number' ? [t('history.safety', { safety: told.safetyNow })] : []),
      ...words,
    ];
  };
}
