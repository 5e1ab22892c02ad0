import type { TriageItem } from '@lofteskartan/shared/contracts/triage';
import type { PlaceholderFacts } from '@lofteskartan/shared/reply-placeholders';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { makeFormats } from '../../platform/formats.js';

const KIND_PHRASES = {
  sv: {
    'speed-check': 'önskemålet om hastighetskontroll',
    'dark-place': 'tipset om en otrygg plats',
    idea: 'idén',
  },
  en: {
    'speed-check': 'the wish for a speed check',
    'dark-place': 'the tip about an unsafe place',
    idea: 'the idea',
  },
} as const;

/** The place in words that everyone may read: a listed road, and other words only once a human has released them. */
export function publicPlace({
  details,
  roadListed,
  publication,
  placeName,
}: Pick<TriageItem, 'details' | 'roadListed' | 'publication' | 'placeName'>): string | null {
  const isReleased = publication === 'released';
  const road = 'roadName' in details ? (details.roadName ?? null) : null;
  if (road && (roadListed || isReleased)) return road;
  return isReleased ? placeName : null;
}

/** What a proposal fills the placeholders of a template with. Nothing that is not public, since the reply is. */
export function templateFacts(
  proposal: Pick<TriageItem, 'reference' | 'kind' | 'details' | 'roadListed' | 'publication' | 'placeName'>,
  language: Language,
  chosen: {
    readonly locality: string | null;
    readonly commitment: string | null;
    readonly responsible: string;
  },
): PlaceholderFacts {
  return {
    reference: proposal.reference,
    kind: KIND_PHRASES[language][proposal.kind],
    place: publicPlace(proposal),
    locality: chosen.locality,
    date: makeFormats(language).date(new Date()),
    commitment: chosen.commitment,
    responsible: chosen.responsible.trim() || null,
  };
}
