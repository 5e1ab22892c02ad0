import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { isReviewedFirst, takesPlace, type ProposalDraft } from './proposal-draft.js';

/** A part of what is sent, by its name in `locales/<language>/form.json` under `part`. */
export type Part =
  | 'place'
  | 'placeName'
  | 'roadName'
  | 'direction'
  | 'problems'
  | 'postedLimit'
  | 'near'
  | 'hours'
  | 'causes'
  | 'when'
  | 'topic'
  | 'description'
  | 'photos'
  | 'safetyNow'
  | 'lampNumber';

export interface Publicity {
  /** Seen by everyone as soon as it is sent. */
  now: Part[];
  /** Seen when a human has read it and released it. */
  afterReading: Part[];
  /** Seen by staff alone. */
  never: Part[];
}

/** Which of the answered parts everyone sees, and when: the contract's rule, told before anything is sent. */
export function publicityOf(
  kind: ProposalKind,
  draft: ProposalDraft,
  photoCount: number,
  places: readonly NamedPlace[],
): Publicity {
  const said: Record<Part, boolean> = {
    place: takesPlace(kind, draft) && draft.position !== null && !draft.inWordsOnly,
    placeName: takesPlace(kind, draft) && draft.placeName.trim() !== '',
    roadName: kind === 'speed-check' && draft.roadName.trim() !== '',
    direction: kind === 'speed-check' && draft.direction.trim() !== '',
    problems: kind === 'speed-check' && draft.problems.length > 0,
    postedLimit: kind === 'speed-check' && draft.postedLimit !== null,
    near: kind === 'speed-check' && draft.near.length > 0,
    hours: kind === 'speed-check' && draft.hourBands.length + draft.weekdays.length > 0,
    causes: kind === 'dark-place' && draft.causes.length > 0,
    when: kind === 'dark-place' && draft.when.length > 0,
    topic: kind === 'idea' && draft.topic !== null,
    description: draft.description.trim() !== '',
    photos: photoCount > 0,
    safetyNow: kind === 'dark-place' && draft.safetyNow !== null,
    lampNumber:
      kind === 'dark-place' && draft.causes.includes('lamp-broken') && draft.lampNumber.trim() !== '',
  };
  const isListedRoad = places.some(({ type, name }) => type === 'road' && name === draft.roadName.trim());
  const freeWords: Part[] = ['placeName', 'direction', 'description', 'photos'];
  if (!isListedRoad) freeWords.push('roadName');
  const never: Part[] = ['safetyNow', 'lampNumber'];
  const parts = (Object.keys(said) as Part[]).filter((part) => said[part]);
  const waits = (part: Part) => isReviewedFirst(kind, draft) || freeWords.includes(part);
  return {
    now: parts.filter((part) => !never.includes(part) && !waits(part)),
    afterReading: parts.filter((part) => !never.includes(part) && waits(part)),
    never: parts.filter((part) => never.includes(part)),
  };
}
