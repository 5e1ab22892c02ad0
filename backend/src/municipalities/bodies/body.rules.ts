import type { SaveBody } from '@lofteskartan/shared/contracts/bodies';
import type { BodyKind } from '@lofteskartan/shared/responsible-bodies';
import type { SuggestedBy } from '@lofteskartan/shared/contracts/referrals';
import { isPosition } from '@lofteskartan/shared/position';

/** A body of a municipality's register. */
export interface BodyRecord {
  readonly id: string;
  readonly municipalityId: string;
  readonly kind: BodyKind;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly web: string | null;
  readonly how: string | null;
  readonly roads: string[];
  readonly area: object | null;
  readonly lamps: boolean;
  readonly active: boolean;
  readonly version: number;
}

/** What is kept of a body. */
export type BodyFields = Omit<BodyRecord, 'id' | 'municipalityId' | 'version'>;

const clean = (text: string | null | undefined): string | null => text?.trim() || null;

/** A body as it is to be kept: blank texts are absent, each road stands once, what is left out is as a new body has it. */
export function bodyFields(given: SaveBody): BodyFields {
  const roads = new Map((given.roads ?? []).map((road) => [road.trim().toLowerCase(), road.trim()]));
  return {
    kind: given.kind,
    name: given.name.trim(),
    email: clean(given.email),
    phone: clean(given.phone),
    web: clean(given.web),
    how: clean(given.how),
    roads: [...roads.values()],
    area: given.area ?? null,
    lamps: given.lamps ?? false,
    active: given.active ?? true,
  };
}

/** Whether something is a ring of GeoJSON: positions of which the last is the first again. */
function isRing(ring: unknown): boolean {
  if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPosition)) return false;
  return JSON.stringify(ring[0]) === JSON.stringify(ring.at(-1));
}

const isPolygon = (rings: unknown): boolean =>
  Array.isArray(rings) && rings.length > 0 && rings.every(isRing);

/** Whether something can be an area: a GeoJSON Polygon or MultiPolygon. Whether its lines cross each other the database says. */
export function isArea(area: object | null): boolean {
  if (area === null) return true;
  const { type, coordinates } = area as { type?: unknown; coordinates?: unknown };
  if (type === 'Polygon') return isPolygon(coordinates);
  return (
    type === 'MultiPolygon' &&
    Array.isArray(coordinates) &&
    coordinates.length > 0 &&
    coordinates.every(isPolygon)
  );
}

/** The names of the fields that differ; what stood there is not repeated in the log. */
export function changedFields(before: BodyFields, after: BodyFields): string[] {
  return (Object.keys(after) as (keyof BodyFields)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

/** A body with what says that it answers for a place. */
export interface BodyOfPlace extends Pick<BodyRecord, 'id' | 'kind' | 'name' | 'email' | 'how' | 'roads'> {
  /** Whether its area holds the place. */
  readonly covers: boolean;
}

/** What says that a body answers for a place: a road that is named, before an area that holds it. */
export function suggestedBy(
  { roads, covers }: Pick<BodyOfPlace, 'roads' | 'covers'>,
  road: string | null,
): SuggestedBy | null {
  const named = road !== null && roads.some((each) => each.toLowerCase() === road.trim().toLowerCase());
  return named ? 'road' : covers ? 'area' : null;
}

const RANK: Readonly<Record<SuggestedBy | 'none', number>> = { road: 0, area: 1, none: 2 };

/** Orders bodies for the one who chooses: suggested ones first, then by name. */
export function bySuggestion<
  Body extends { readonly name: string; readonly suggestedBy: SuggestedBy | null },
>(bodies: readonly Body[]): Body[] {
  const alphabet = new Intl.Collator('sv');
  return [...bodies].sort(
    (a, b) =>
      RANK[a.suggestedBy ?? 'none'] - RANK[b.suggestedBy ?? 'none'] || alphabet.compare(a.name, b.name),
  );
}
