import type { StatementSource, StatementStatus } from '@lofteskartan/shared/medborgardialog-live';
import type { Position } from '@lofteskartan/shared/position';
import type { MapGround } from '../../municipalities/map-ground.rules.js';
import { type Bounds, boundsOf } from '../../platform/pdf/map-bounds.rules.js';

/** A statement as far as a sheet of paper goes. */
export interface SheetStatement {
  readonly number: number;
  readonly text: string;
}

/**
 * The statements that people tick on paper: those that are voted on, and those that staff have written for later. What residents proposed and
 * nobody has read, what was refused, and what is no longer voted on stay away. Each keeps its number, whatever comes later.
 */
export function statementsOnSheet(
  statements: readonly (SheetStatement & {
    readonly status: StatementStatus;
    readonly source: StatementSource;
  })[],
): SheetStatement[] {
  return statements
    .filter(({ status, source }) => status === 'open' || (status === 'waiting' && source === 'staff'))
    .map(({ number, text }) => ({ number, text }));
}

/** A part of a municipality that a page shows. */
export interface SheetMap {
  /** Null for all of the municipality. */
  readonly name: string | null;
  readonly bounds: Bounds;
}

/** So many pages of maps at most: more localities than that share one of the whole municipality. */
const mostMaps = 6;

/** The maps of a dialogue: one of each of its localities; where it names none, or very many, one of the municipality. */
export function mapsOf(ground: MapGround, localities: readonly string[]): SheetMap[] {
  const chosen = ground.localities.filter(({ slug }) => localities.includes(slug));
  if (chosen.length > 0 && chosen.length <= mostMaps)
    return chosen.map(({ name, position }) => ({ name, bounds: aroundOf(ground, position) }));
  const bounds = boundsOf(ground.outline);
  return bounds ? [{ name: null, bounds }] : [];
}

/** What is built up around the middle of a locality; where nothing is drawn, the place itself. */
function aroundOf({ builtUp }: MapGround, position: Position): Bounds {
  const own = builtUp.filter((ring) => isWithin(position, ring));
  return boundsOf([position, ...own.flat()]) ?? [...position, ...position];
}

/** Whether a position lies in a ring: an even number of its sides lies to the east, or an odd one. */
export function isWithin([lng, lat]: Position, ring: readonly Position[]): boolean {
  let isInside = false;
  ring.forEach(([toLng, toLat], index) => {
    const before = ring.at(index - 1);
    if (!before) return;
    const [fromLng, fromLat] = before;
    const crosses = fromLat > lat !== toLat > lat;
    if (crosses && lng < fromLng + ((lat - fromLat) / (toLat - fromLat)) * (toLng - fromLng))
      isInside = !isInside;
  });
  return isInside;
}

/** Lengths of a scale, in metres. */
const lengths = [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];

/** The longest round length, in metres, that is no longer than so many points. */
export const scaleLength = (perMetre: number, points: number): number =>
  lengths.filter((metres) => metres * perMetre <= points).at(-1) ?? 50;
