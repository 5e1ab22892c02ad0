import type { PlaceInput } from '@lofteskartan/shared/contracts/inventory';
import type { MeasureKind, MeasureState, PlaceSort, PlaceState } from '@lofteskartan/shared/inventory';
import type { Position } from '@lofteskartan/shared/position';
import { REFERENCE_ALPHABET, type Role } from '@lofteskartan/shared/vocabulary';
import { addMonths, type IsoDate } from '../platform/dates.js';

/** Who reads the inventory of a municipality. */
export const inventoryReaders = [
  'police-officer',
  'case-officer',
  'coordinator',
] as const satisfies readonly Role[];

/** Who changes it: places are for the municipality to look after. */
export const inventoryKeepers = ['case-officer', 'coordinator'] as const satisfies readonly Role[];

/** `P` and five characters that cannot be mistaken for each other. @param random a whole number below its argument */
export function makePlaceReference(random: (below: number) => number): string {
  const characters = Array.from({ length: 5 }, () => REFERENCE_ALPHABET[random(REFERENCE_ALPHABET.length)]);
  return `P${characters.join('')}`;
}

/** A measure as far as these rules look. */
export interface MeasureFacts {
  readonly kind: MeasureKind;
  readonly plannedOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
}

/** How far a measure has come. One that is planned for a day is overdue from the day after. */
export function measureState({ kind, plannedOn, doneOn }: MeasureFacts, today: IsoDate): MeasureState {
  if (kind === 'referred' || kind === 'none') return 'decided';
  if (doneOn !== null) return 'done';
  return plannedOn !== null && plannedOn < today ? 'overdue' : 'planned';
}

/** How far a place has come: what is late comes before what is planned, and that before what was done or decided. */
export function placeState(measures: readonly MeasureFacts[], today: IsoDate): PlaceState {
  const states = measures.map((measure) => measureState(measure, today));
  for (const state of ['overdue', 'planned'] as const) if (states.includes(state)) return state;
  const [latest] = [...measures].sort((a, b) => endOf(b).localeCompare(endOf(a)));
  if (!latest) return 'new';
  return latest.doneOn === null ? 'decided' : 'done';
}

/** The day on which a measure ended: it was done, or it was decided. */
const endOf = ({ doneOn, plannedOn }: MeasureFacts): string => doneOn ?? plannedOn ?? '';

/** The day of the measure that is next in turn, late ones first; null when none has a day. */
export function nextOn(measures: readonly MeasureFacts[], today: IsoDate): IsoDate | null {
  const open = measures.filter((each) => ['planned', 'overdue'].includes(measureState(each, today)));
  const days = open.flatMap(({ plannedOn }) => plannedOn ?? []);
  return days.sort()[0] ?? null;
}

/**
 * Whether a place has left the public map: nothing is planned, and so many months have passed since the last of what was done or decided.
 * A place is not to be known for what it once was.
 */
export function hasLeftMap(measures: readonly MeasureFacts[], months: number, today: IsoDate): boolean {
  const states = measures.map((measure) => measureState(measure, today));
  if (measures.length === 0 || states.includes('planned') || states.includes('overdue')) return false;
  const last = measures.map(endOf).sort().at(-1) ?? today;
  return addMonths(last, months) <= today;
}

/** Open measures by their day, those without one last; then what has ended, the latest first. */
export function inTurn<Measure extends MeasureFacts>(
  measures: readonly Measure[],
  today: IsoDate,
): Measure[] {
  const isOpen = (each: Measure): boolean => ['planned', 'overdue'].includes(measureState(each, today));
  return [...measures].sort((a, b) => {
    if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1;
    if (isOpen(a)) return (a.plannedOn ?? '9999').localeCompare(b.plannedOn ?? '9999');
    return endOf(b).localeCompare(endOf(a));
  });
}

/** A place as it is kept, but for its id and what the house makes of it. */
export interface PlaceFields {
  readonly name: string;
  readonly position: Position;
  readonly outline: object | null;
  readonly causes: PlaceInput['causes'];
  readonly when: PlaceInput['when'];
  readonly seasons: PlaceInput['seasons'];
  readonly bodyId: string | null;
  readonly lampNumbers: string[];
  readonly description: string | null;
  readonly note: string | null;
  readonly isPublic: boolean;
}

const clean = (text: string | null | undefined): string | null => text?.normalize('NFC').trim() || null;

/** A place as it is to be kept: blank texts are absent, each lamp stands once. */
export function placeFields(given: PlaceInput): PlaceFields {
  return {
    name: given.name.normalize('NFC').trim(),
    position: given.position,
    outline: given.outline ?? null,
    causes: given.causes,
    when: given.when,
    seasons: given.seasons,
    bodyId: given.bodyId ?? null,
    lampNumbers: [...new Set((given.lampNumbers ?? []).map((number) => number.trim()))],
    description: clean(given.description),
    note: clean(given.note),
    isPublic: given.isPublic,
  };
}

/** The names of the fields that differ; what stood there is not repeated in the history. */
export function changedFields(before: PlaceFields, after: PlaceFields): string[] {
  return (Object.keys(after) as (keyof PlaceFields)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

/** A place of the list as far as its order asks. */
interface Sortable {
  readonly name: string;
  readonly people: number;
  readonly nextOn: string | null;
  readonly updatedAt: string;
  readonly ratings: {
    readonly before: { readonly mean: number } | null;
    readonly after: { readonly mean: number } | null;
  };
}

/** Orders a list; what an order says nothing about goes by name. */
export function sorted<Place extends Sortable>(places: readonly Place[], by: PlaceSort): Place[] {
  const alphabet = new Intl.Collator('sv');
  const safety = ({ ratings: { before, after } }: Place): number => (after ?? before)?.mean ?? 9;
  const orders: Readonly<Record<PlaceSort, (a: Place, b: Place) => number>> = {
    name: () => 0,
    'most-wanted': (a, b) => b.people - a.people,
    'least-safe': (a, b) => safety(a) - safety(b),
    'next-measure': (a, b) => (a.nextOn ?? '9999').localeCompare(b.nextOn ?? '9999'),
    changed: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
  };
  return [...places].sort((a, b) => orders[by](a, b) || alphabet.compare(a.name, b.name));
}
