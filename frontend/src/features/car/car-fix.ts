import type { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import { PLANNER_LIMITS } from '@lofteskartan/shared/planner';
import type { Position } from '@lofteskartan/shared/position';
import { metresBetween } from '../../map/geometry.js';
import { type CarDraft, nearestFirst } from './car-draft.js';

/** Where the car stands, as the phone has found it. */
export interface CarFix {
  position: Position;
  /** The phone is sure of so many metres. */
  accuracy: number;
  /** When it was found, milliseconds since 1970. */
  at: number;
}

/** Older than this, nobody knows any more whether the car still stands there. */
const FRESH_MS = 2 * 60_000;
/** A place that is known no better than this is not “here”. */
const COARSE_METRES = 100;
/** Farther than this one does not stand on a stretch. */
const STRETCH_METRES = 500;

export type FixFault = 'coarse' | 'moved' | 'old';

const isCoarse = (metres: number | null) => metres !== null && metres > COARSE_METRES;

/** Whether the place of a check is the one where the phone says that the car stands: the person has neither chosen a stretch nor said that it stays. */
const hangsOnTheFix = ({ place, stretchId }: CarDraft) =>
  place === 'suggested' || (place === 'chosen' && stretchId === null);

/** Whether something is told of this check, beside what the one before leaves behind: from then on its place does not follow the car. */
const isTold = ({
  place,
  stretchId,
  measured,
  reported,
  licencesSeized,
  topSpeedBand,
  references,
  publicText,
}: CarDraft) =>
  place === 'kept' ||
  (place === 'chosen' && stretchId === null) ||
  [measured, reported, licencesSeized, topSpeedBand, references].some((each) => each !== null) ||
  publicText !== '';

/** The stretch on which a car stands, or null. */
function stretchAt(kit: CarKit | undefined, { position, accuracy }: Pick<CarDraft, 'position' | 'accuracy'>) {
  if (!kit || !position || isCoarse(accuracy)) return null;
  const [nearest] = nearestFirst(kit.stretches, position);
  return nearest && (nearest.metres ?? Infinity) <= STRETCH_METRES ? nearest.stretch.id : null;
}

/** The draft with the stretch on which the car stands, until somebody has chosen or told something. */
export const withSuggestion = (draft: CarDraft, kit: CarKit | undefined): CarDraft =>
  draft.place === 'suggested' && !isTold(draft) ? { ...draft, stretchId: stretchAt(kit, draft) } : draft;

/**
 * The draft once the phone has found the car anew. A check of which nothing is told yet follows the car; one that is being told stays where
 * it is, and says that the car has left.
 * @param kit undefined while it is not read
 * @param isAsked whether the person asked for it: then it holds in any case
 */
export function withFix(draft: CarDraft, kit: CarKit | undefined, fix: CarFix, isAsked = false): CarDraft {
  const { position, accuracy, at } = fix;
  const hasLeft =
    draft.position !== null && metresBetween(draft.position, position) > PLANNER_LIMITS.nearMetres;
  const hangs = hangsOnTheFix(draft);
  if (!isAsked) {
    const isWorse = draft.position !== null && isCoarse(accuracy) && !isCoarse(draft.accuracy);
    if (draft.place === 'kept' || isWorse) return draft;
    if (hasLeft && hangs && isTold(draft)) return { ...draft, hasMoved: true };
  }
  const found: CarDraft = { ...draft, position, accuracy, foundAt: at, hasMoved: false };
  // A first place for a check that is being corrected: it is no suggestion of where that was.
  if (draft.place === 'kept' && draft.position === null) return found;
  const place = draft.place === 'kept' ? 'suggested' : draft.place;
  if (place === 'chosen' && draft.stretchId !== null) return found;
  if (isTold(draft) && !hasLeft && draft.position !== null) return { ...found, place };
  const stretchId = place === 'suggested' ? stretchAt(kit, found) : null;
  return { ...found, place, stretchId, references: hasLeft ? null : draft.references };
}

/** Why the place of a check may not be the one where it was made, or null. @param now milliseconds since 1970 */
export function fixFault(draft: CarDraft, now: number): FixFault | null {
  if (draft.position === null) return null;
  if (draft.stretchId === null && isCoarse(draft.accuracy)) return 'coarse';
  if (!hangsOnTheFix(draft)) return null;
  if (draft.hasMoved) return 'moved';
  return now - (draft.foundAt ?? 0) > FRESH_MS ? 'old' : null;
}
