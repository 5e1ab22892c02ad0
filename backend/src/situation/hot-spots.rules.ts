import type { Position } from '@lofteskartan/shared/position';
import { type Certainty, SITUATION_LIMITS } from '@lofteskartan/shared/situation';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { gammaInterval } from './chance.rules.js';
import { isSmall } from './suppress.rules.js';

/** People who speak of the same small square of the map. */
export interface PeopledCell {
  /** Metres in SWEREF 99 TM. */
  readonly east: number;
  readonly north: number;
  readonly position: Position;
  readonly localityId: string | null;
  /** Who points at it, by number, for each kind; a number is one person in all cells. */
  readonly people: Readonly<Partial<Record<ProposalKind, readonly number[]>>>;
}

/** A place at which people point: everything within some metres of a middle. */
export interface PointedPlace {
  readonly position: Position;
  readonly localityId: string | null;
  readonly people: number;
  /** What they speak of, the most first. */
  readonly kinds: readonly ProposalKind[];
  /** Those of which at least five people speak there. */
  readonly kindsOfMany: readonly ProposalKind[];
}

/** How many people point at a place, over all at which anybody points. */
export interface Spread {
  readonly mean: number;
  /** Of the gamma distribution that the places’ own means follow. */
  readonly shape: number;
  readonly rate: number;
}

/** What can be said of a place, however lucky it was in this period. */
export interface Standing {
  readonly low: number;
  readonly high: number;
  readonly certainty: Certainty;
}

/** With fewer places there is nothing to compare one with. */
const LEAST_PLACES = 5;

/** Places differ at least so little: no fit says that they are all alike. */
const MOST_ALIKE = 50;

/** A place of which it is certain that people point at it more: at least so many times as many as at others. */
const CERTAINLY_MORE = 2;

const everyone = ({ people }: PeopledCell): number[] => Object.values(people).flat();

/** A cell with its people told apart once, whatever they speak of. */
interface Counted {
  readonly cell: PeopledCell;
  readonly east: number;
  readonly north: number;
  readonly people: readonly number[];
}

/** Squares are numbered row by row; a row is longer than any land is wide. */
const SQUARES_IN_A_ROW = 1_000_000;

/**
 * Cells by squares as wide as they reach, so that what is within reach of one is in its own square or one beside it. What is in a square
 * and beside it is gathered once for all cells of the square.
 */
function neighbourhood(cells: readonly Counted[], metres: number): (of: Counted) => Counted[] {
  const squareOf = ({ east, north }: Counted): number =>
    Math.floor(north / metres) * SQUARES_IN_A_ROW + Math.floor(east / metres);
  const squares = new Map<number, Counted[]>();
  for (const each of cells) {
    const square = squares.get(squareOf(each));
    if (square) square.push(each);
    else squares.set(squareOf(each), [each]);
  }
  const gathered = new Map<number, Counted[]>();
  const beside = (square: number): Counted[] => {
    const known = gathered.get(square);
    if (known) return known;
    const rows = [square - SQUARES_IN_A_ROW, square, square + SQUARES_IN_A_ROW];
    const near = rows.flatMap((row) => [row - 1, row, row + 1].flatMap((each) => squares.get(each) ?? []));
    gathered.set(square, near);
    return near;
  };
  const reach = metres * metres;
  return (of) => {
    const near: Counted[] = [];
    for (const each of beside(squareOf(of))) {
      const east = each.east - of.east;
      const north = each.north - of.north;
      if (east * east + north * north <= reach) near.push(each);
    }
    return near;
  };
}

/** Counts distinct people in some cells. It marks whom it has seen by the turn, since it is asked for every cell. */
function countingPeople(cells: readonly Counted[]): (some: readonly Counted[]) => number {
  const highest = cells.reduce(
    (most, { people }) => people.reduce((high, each) => Math.max(high, each), most),
    0,
  );
  const seen = new Int32Array(highest + 1);
  let turn = 0;
  return (some) => {
    turn += 1;
    let count = 0;
    for (const { people } of some)
      for (const person of people)
        if (seen[person] !== turn) {
          seen[person] = turn;
          count += 1;
        }
    return count;
  };
}

/**
 * Gathers cells into places: the cell with the most people around it first, with all that lies within reach of it and in no place yet. No
 * place is larger than another, so their people can be compared; a chain of cells never grows into one.
 */
export function placesOf(
  cells: readonly PeopledCell[],
  metres: number = SITUATION_LIMITS.placeMetres,
): PointedPlace[] {
  const counted = cells.map((cell) => {
    const { east, north } = cell;
    return { cell, east, north, people: everyone(cell) };
  });
  const around = neighbourhood(counted, metres);
  const peopleIn = countingPeople(counted);
  const middles = counted
    .map((each) => ({ each, near: peopleIn(around(each)), own: each.people.length }))
    .sort(
      (one, other) =>
        other.near - one.near ||
        other.own - one.own ||
        one.each.east - other.each.east ||
        one.each.north - other.each.north,
    );
  const taken = new Set<Counted>();
  return middles.flatMap(({ each: middle }) => {
    if (taken.has(middle)) return [];
    const members = around(middle).filter((each) => !taken.has(each));
    for (const each of members) taken.add(each);
    return [placeOf(members, peopleIn(members))];
  });
}

function placeOf(counted: readonly Counted[], people: number): PointedPlace {
  const weights = counted.map((member) => member.people.length);
  const members = counted.map(({ cell }) => cell);
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const middle = (axis: 0 | 1): number =>
    members.reduce((sum, { position }, index) => sum + position[axis] * (weights[index] ?? 0), 0) / whole;
  const byKind = new Map<ProposalKind, Set<number>>();
  for (const member of members)
    for (const [kind, numbers] of Object.entries(member.people) as [ProposalKind, readonly number[]][]) {
      const known = byKind.get(kind) ?? new Set();
      for (const number of numbers) known.add(number);
      byKind.set(kind, known);
    }
  const kinds = [...byKind].sort(([, one], [, other]) => other.size - one.size);
  return {
    position: [middle(0), middle(1)],
    localityId: mostIn(counted),
    people,
    kinds: kinds.map(([kind]) => kind),
    kindsOfMany: kinds.filter(([, { size }]) => !isSmall(size)).map(([kind]) => kind),
  };
}

/** The locality in which most of the people of some cells are. */
function mostIn(members: readonly Counted[]): string | null {
  const sums = new Map<string | null, number>();
  for (const { cell, people } of members)
    sums.set(cell.localityId, (sums.get(cell.localityId) ?? 0) + people.length);
  return [...sums].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/**
 * What places are like in general: the gamma distribution with the mean and the variance that their counts have beyond that of chance
 * (Clayton and Kaldor 1987, by moments). Null with too few places to say.
 */
export function spreadOf(counts: readonly number[]): Spread | null {
  if (counts.length < LEAST_PLACES) return null;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
  const beyondChance = variance - mean;
  const shape = beyondChance <= 0 ? MOST_ALIKE : Math.min(MOST_ALIKE, mean ** 2 / beyondChance);
  return { mean, shape, rate: shape / mean };
}

/** What can be said of a place with so many people: drawn towards what places are like, the more the fewer there are. */
export function standingOf(people: number, spread: Spread | null): Standing {
  if (spread === null) return { low: 0, high: people, certainty: 'chance' };
  const { low, high } = gammaInterval(spread.shape + people, spread.rate + 1);
  const certainty: Certainty =
    low >= CERTAINLY_MORE * spread.mean ? 'certain' : low > spread.mean ? 'likely' : 'chance';
  return { low: toTenths(low), high: toTenths(high), certainty };
}

const toTenths = (value: number): number => Math.round(value * 10) / 10;

/** The places that stand out, or may: ordered by the lower end, so that few people never top the list by luck. */
export function hotSpotsOf(
  places: readonly PointedPlace[],
  spread: Spread | null,
): (PointedPlace & Standing)[] {
  const mean = spread?.mean ?? 0;
  return places
    .filter(({ people }) => people >= SITUATION_LIMITS.leastAtASpot && people > mean)
    .map((place) => ({ ...place, ...standingOf(place.people, spread) }))
    .sort((one, other) => other.low - one.low || other.people - one.people)
    .slice(0, SITUATION_LIMITS.hotSpots);
}
