import type { PlaceChange, PlaceFault, PlaceLineState } from '@lofteskartan/shared/contracts/place-list';
import type { Position } from '@lofteskartan/shared/position';
import type { ListedType } from '@lofteskartan/shared/vocabulary';
import { lineFault, type ReadPlace } from './place-file.rules.js';

/** A place that is to be stored. */
export interface PlaceToStore {
  readonly type: ListedType;
  readonly name: string;
  /** The locality's slug. */
  readonly locality: string | null;
  readonly position: Position;
  readonly course: Position[] | null;
}

/** A place of the list. */
export interface StoredPlace extends PlaceToStore {
  readonly id: string;
}

/** A locality by what a file may call it. */
export interface KnownLocality {
  readonly slug: string;
  readonly name: string;
}

/** What becomes of a line. */
export interface PlannedLine {
  readonly read: ReadPlace;
  readonly state: PlaceLineState;
  readonly faults: readonly PlaceFault[];
  readonly changes: readonly PlaceChange[];
  /** What is to be stored; null for a line that is refused. */
  readonly place: PlaceToStore | null;
  /** The place of the list that the line is about; null for a new one. */
  readonly storedId: string | null;
}

/** What a file does to a list. */
export interface PlacePlan {
  readonly lines: readonly PlannedLine[];
  /** Places of the list that no line is about. */
  readonly others: readonly StoredPlace[];
}

const folded = (text: string): string =>
  text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('sv');
const keyOf = (type: ListedType, name: string): string => `${type} ${folded(name)}`;

/**
 * Holds the lines of a file against the list. A line is about the place of the same type and name; where several share both, or the
 * file names one twice, the locality tells them apart. What a line leaves out (locality, course) stays as it is.
 */
export function planOf(
  reads: readonly ReadPlace[],
  stored: readonly StoredPlace[],
  localities: readonly KnownLocality[],
): PlacePlan {
  const named = groupedByKey(
    reads.filter((each): each is ReadPlace & { type: ListedType } => each.type !== null),
  );
  const listed = groupedByKey(stored);
  const used = new Set<string>();
  const seen = new Set<string>();
  const lines = reads.map((read): PlannedLine => {
    const { type, name, position } = read;
    const locality = read.locality === '' ? null : localityOf(read.locality, localities);
    const faults = [
      ...read.faults,
      ...(locality === undefined ? [lineFault('unknown-locality', read.localityColumn, read.locality)] : []),
    ];
    if (faults.length > 0 || !type || !position || locality === undefined) return refused(read, faults);
    const key = keyOf(type, name);
    const found = matching(listed.get(key) ?? [], locality, named.get(key)?.length === 1);
    if (found === 'ambiguous') return refused(read, [lineFault('ambiguous', read.localityColumn, name)]);
    const identity = `${key} ${found?.id ?? locality ?? ''}`;
    if (seen.has(identity)) return refused(read, [lineFault('repeated', '', name)]);
    seen.add(identity);
    const place: PlaceToStore = {
      type,
      name,
      locality: locality ?? found?.locality ?? null,
      position,
      course: read.course ?? found?.course ?? null,
    };
    if (!found) return { read, state: 'added', faults: [], changes: [], place, storedId: null };
    used.add(found.id);
    const changes = changesOf(found, place);
    const state = changes.length > 0 ? 'changed' : 'same';
    return { read, state, faults: [], changes, place, storedId: found.id };
  });
  return { lines, others: stored.filter(({ id }) => !used.has(id)) };
}

function groupedByKey<Each extends { readonly type: ListedType; readonly name: string }>(
  places: readonly Each[],
): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const place of places) {
    const key = keyOf(place.type, place.name);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return groups;
}

function refused(read: ReadPlace, faults: readonly PlaceFault[]): PlannedLine {
  return { read, state: 'refused', faults, changes: [], place: null, storedId: null };
}

function localityOf(said: string, localities: readonly KnownLocality[]): string | undefined {
  const wanted = folded(said);
  return localities.find(({ slug, name }) => slug === wanted || folded(name) === wanted)?.slug;
}

function matching(
  alike: readonly StoredPlace[],
  locality: string | null,
  isAlone: boolean,
): StoredPlace | null | 'ambiguous' {
  const there = alike.filter((each) => each.locality === locality);
  if (there.length === 1) return there[0] ?? null;
  if (alike.length === 0) return null;
  if (alike.length === 1 && isAlone) return alike[0] ?? null;
  return locality === null || there.length > 1 ? 'ambiguous' : null;
}

/** What differs between a place of the list and what a line says. */
export function changesOf(before: PlaceToStore, after: PlaceToStore): PlaceChange[] {
  const names: readonly PlaceChange[] = ['name', 'locality', 'position', 'course'];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
