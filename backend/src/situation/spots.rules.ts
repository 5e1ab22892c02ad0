import type { SpotPoint } from '@lofteskartan/shared/contracts/situation';
import type { Position } from '@lofteskartan/shared/position';
import { SITUATION_LIMITS } from '@lofteskartan/shared/situation';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { PeopledCell, PointedPlace } from './hot-spots.rules.js';
import { daysAndHours, happens, type TimeFilter, type ToldTime } from './told-times.rules.js';

/** A proposal with a place, and who speaks of it. */
export interface SpokenProposal extends ToldTime {
  readonly east: number;
  readonly north: number;
  readonly lng: number;
  readonly lat: number;
  readonly kind: ProposalKind;
  readonly localityId: string | null;
  /** Each by a text of its own. */
  readonly people: readonly string[];
}

/** Proposals that happen when it is asked for, by small square; and how many tell no time at all. */
export function cellsOf(
  spoken: readonly SpokenProposal[],
  filter: TimeFilter,
): { cells: PeopledCell[]; untimed: number } {
  const asksForTime = filter.weekdays.length > 0 || filter.parts.length > 0;
  const untimed = asksForTime ? spoken.filter((each) => daysAndHours(each) === null).length : 0;
  const squares = new Map<string, SpokenProposal[]>();
  for (const each of spoken) {
    if (!happens(each, filter)) continue;
    const key = `${String(each.east)} ${String(each.north)}`;
    const square = squares.get(key);
    if (square) square.push(each);
    else squares.set(key, [each]);
  }
  const numberOf = numbering();
  return { cells: [...squares.values()].flatMap((members) => cellOf(members, numberOf)), untimed };
}

/** Gives each person a number, from 0, the same in all cells. */
function numbering(): (person: string) => number {
  const numbers = new Map<string, number>();
  return (person) => {
    const known = numbers.get(person);
    if (known !== undefined) return known;
    numbers.set(person, numbers.size);
    return numbers.size - 1;
  };
}

function cellOf(members: readonly SpokenProposal[], numberOf: (person: string) => number): PeopledCell[] {
  const [first] = members;
  if (!first) return [];
  const people = new Map<ProposalKind, Set<number>>();
  for (const { kind, people: own } of members) {
    const numbers = people.get(kind) ?? new Set();
    for (const person of own) numbers.add(numberOf(person));
    people.set(kind, numbers);
  }
  const middle = (of: (each: SpokenProposal) => number): number =>
    members.reduce((sum, each) => sum + of(each), 0) / members.length;
  const position: Position = [middle(({ lng }) => lng), middle(({ lat }) => lat)];
  return [
    {
      east: first.east,
      north: first.north,
      position,
      localityId: first.localityId,
      people: Object.fromEntries([...people].map(([kind, numbers]) => [kind, [...numbers]])),
    },
  ];
}

/** What the map draws: how many distinct people point at a place, not who. */
export const pointsOf = (places: readonly PointedPlace[]): SpotPoint[] =>
  places
    .map(({ position: [lng, lat], people }) => ({ position: [toFive(lng), toFive(lat)] as Position, people }))
    .sort((one, other) => other.people - one.people)
    .slice(0, SITUATION_LIMITS.points);

const toFive = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
