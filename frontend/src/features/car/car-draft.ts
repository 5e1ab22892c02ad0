import type { ActivityResult, LogActivity } from '@lofteskartan/shared/contracts/activities';
import type { CarKit, CarStretch, CarWish } from '@lofteskartan/shared/contracts/car-kit';
import { PLANNER_LIMITS } from '@lofteskartan/shared/planner';
import type { Position } from '@lofteskartan/shared/position';
import { CAR_LIMITS, type CheckMethod, type TopSpeedBand } from '@lofteskartan/shared/speed-checks';
import { metresBetween } from '../../map/geometry.js';

/** A check while it is being told. */
export interface CarDraft {
  municipality: string;
  /** The id of a stretch; null means the place where the car stands. */
  stretchId: string | null;
  /** Whose choice that is: it was suggested by where the car stands, the person chose it, or said that it stays. */
  place: 'suggested' | 'chosen' | 'kept';
  /** Where the car stands, how sure the phone is of it in metres, and when it was found in milliseconds since 1970. */
  position: Position | null;
  accuracy: number | null;
  foundAt: number | null;
  /** Whether the car has left the place since something was told of this check. */
  hasMoved: boolean;
  method: CheckMethod | null;
  minutes: number | null;
  measured: number | null;
  reported: number | null;
  licencesSeized: number | null;
  topSpeedBand: TopSpeedBand | null;
  /** Numbers of the wishes that it answers; null while the suggestion stands. */
  references: string[] | null;
  /** What everyone will read; '' while the suggestion stands. */
  publicText: string;
}

export const emptyCheck = (municipality: string): CarDraft => ({
  municipality,
  stretchId: null,
  place: 'suggested',
  position: null,
  accuracy: null,
  foundAt: null,
  hasMoved: false,
  method: null,
  minutes: null,
  measured: null,
  reported: null,
  licencesSeized: null,
  topSpeedBand: null,
  references: null,
  publicText: '',
});

/** After a check was saved: the way and the time are often the same for the next one; place, figures, wishes and words are not. */
export const nextCheck = ({ municipality, method, minutes }: CarDraft): CarDraft => ({
  ...emptyCheck(municipality),
  method,
  minutes,
});

/** Durations that one chooses by a tap, minutes. */
export const DURATIONS = [20, 30, 45, 60, 90, 120] as const;

/** Stretches, nearest first where the position is known, else as the planner orders them. */
export function nearestFirst(
  stretches: readonly CarStretch[],
  from: Position | null,
): { stretch: CarStretch; metres: number | null }[] {
  if (!from) return stretches.map((stretch) => ({ stretch, metres: null }));
  // A stretch is as near as the nearest of its wishes: its middle may lie far along a road.
  const metresTo = ({ position, wishes }: CarStretch) =>
    Math.min(...[position, ...wishes.map((wish) => wish.position)].map((each) => metresBetween(from, each)));
  return stretches
    .map((stretch) => ({ stretch, metres: metresTo(stretch) }))
    .sort((a, b) => a.metres - b.metres);
}

/** The wishes that a check may answer: those of its stretch, or those around the car, the nearest first. */
export function wishesFor(kit: CarKit, { stretchId, position }: CarDraft): CarWish[] {
  if (stretchId !== null) return kit.stretches.find(({ id }) => id === stretchId)?.wishes ?? [];
  if (!position) return [];
  return kit.stretches
    .flatMap(({ wishes }) => wishes)
    .map((wish) => ({ wish, metres: metresBetween(position, wish.position) }))
    .filter(({ metres }) => metres <= kit.wishMetres)
    .sort((a, b) => a.metres - b.metres)
    .map(({ wish }) => wish);
}

/** The wishes that stand chosen until somebody says otherwise: those of the stretch, or those that are right here. */
export function suggested(kit: CarKit, draft: CarDraft, today: string): string[] {
  const { position } = draft;
  return wishesFor(kit, draft)
    .filter(
      (wish) =>
        wish.cameInOn <= today &&
        (draft.stretchId !== null ||
          (position !== null && metresBetween(position, wish.position) <= PLANNER_LIMITS.nearMetres)),
    )
    .map(({ reference }) => reference)
    .slice(0, CAR_LIMITS.wishesOfAStretch);
}

export type CarFault = 'place' | 'commitment' | 'method' | 'reported' | 'text';

/** What is missing or cannot be, before a check is saved. */
export function faultsOf(kit: CarKit, draft: CarDraft, text: string): CarFault[] {
  const { measured, reported } = draft;
  const faults: [CarFault, boolean][] = [
    ['commitment', kit.commitment === null],
    [
      'place',
      draft.stretchId === null
        ? draft.position === null
        : !kit.stretches.some(({ id }) => id === draft.stretchId),
    ],
    ['method', draft.method === null],
    ['reported', measured !== null && reported !== null && reported > measured],
    ['text', text.trim() === ''],
  ];
  return faults.flatMap(([fault, isThere]) => (isThere ? [fault] : []));
}

/** The body of the call. @param at when the check ended: when it was first saved */
export function checkBody(
  kit: CarKit,
  draft: CarDraft,
  { text, day, at }: { text: string; day: string; at: string },
): LogActivity {
  const references = draft.references ?? suggested(kit, draft, day);
  const stretch = kit.stretches.find(({ id }) => id === draft.stretchId);
  // On a stretch the first wish says where; the car's own position is told only when it was chosen.
  const position = stretch ? (references.length > 0 ? null : stretch.position) : draft.position;
  const result: Pick<ActivityResult, keyof ActivityResult> = { endedAt: at };
  if (draft.method) result.method = draft.method;
  if (draft.minutes !== null) result.durationMinutes = draft.minutes;
  if (draft.topSpeedBand) result.topSpeedBand = draft.topSpeedBand;
  for (const figure of ['measured', 'reported', 'licencesSeized'] as const) {
    const told = draft[figure];
    if (told !== null) result[figure] = told;
  }
  return {
    commitmentId: kit.commitment?.id ?? '',
    occurredOn: day,
    publicText: text.trim(),
    ...(position && { position }),
    ...(references.length > 0 && { proposalReferences: references }),
    result,
  };
}
