import type {
  PublicAttendance,
  PublicDialogueBand,
} from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { LocalityAttendance, VoteCounts } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import type { DialogueStatus } from '@lofteskartan/shared/medborgardialog';
import {
  DIALOGUE_BANDS,
  type DialogueBand,
  OUTCOME_LIMITS,
} from '@lofteskartan/shared/medborgardialog-outcomes';
import { findPersonalData } from '@lofteskartan/shared/personal-data';
import type { FieldFault } from '../../platform/problem/field-fault.js';
import { mayTellTotal, suppressed } from '../../situation/suppress.rules.js';

/** Why nothing can be noted or counted, or null: from the moment when people are let in. */
export function whyNotPaper(status: DialogueStatus): 'dialogue.cancelled' | 'dialogue.notOpen' | null {
  if (status === 'cancelled') return 'dialogue.cancelled';
  return status === 'draft' || status === 'published' ? 'dialogue.notOpen' : null;
}

/** Why no question can be typed in, or null: from the moment when everyone knows of it until the report is written. */
export function whyNotTypeIn(
  status: DialogueStatus,
): 'dialogue.cancelled' | 'dialogue.draft' | 'dialogue.reported' | null {
  if (status === 'cancelled') return 'dialogue.cancelled';
  if (status === 'draft') return 'dialogue.draft';
  return status === 'reported' || status === 'followed-up' ? 'dialogue.reported' : null;
}

/** Whether a note holds what looks like a number, an address or a plate of somebody. Names need a human. */
export const looksPersonal = (text: string): boolean => findPersonalData(text).length > 0;

/** Whether nobody ticked anything. */
export const isNone = ({ agree, disagree, pass }: VoteCounts): boolean => agree + disagree + pass === 0;

/** Whether the counts of a table are those that somebody has read. */
export const isSameCount = (now: VoteCounts | null, known: VoteCounts | null): boolean =>
  now === null || known === null
    ? now === known
    : now.agree === known.agree && now.disagree === known.disagree && now.pass === known.pass;

type Counts = { readonly [Band in DialogueBand]?: number | null };
const groups: readonly (readonly DialogueBand[])[] = Object.values(DIALOGUE_BANDS);

/** What is wrong with counts: a locality that stands there twice, and a group with more people than came. */
export function attendanceFaults(rows: readonly LocalityAttendance[]): FieldFault[] {
  return rows.flatMap(({ locality, people, bands }, index) => {
    const at = `localities[${String(index)}]`;
    const isTwice = rows.findIndex((each) => (each.locality ?? null) === (locality ?? null)) < index;
    const over = groups.find((group) => sumOf(group.map((band) => bands?.[band] ?? 0)) > people);
    const first = over?.find((band) => (bands?.[band] ?? 0) > 0);
    return [
      ...(isTwice ? [{ field: `${at}.locality`, code: 'notUnique' } as const] : []),
      ...(first
        ? [{ field: `${at}.bands.${first}`, code: 'tooLarge', params: { max: people } } as const]
        : []),
    ];
  });
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);
const tellsOfFew = (people: number): boolean => people > 0 && people < OUTCOME_LIMITS.peopleBehindAFigure;

/** How many came, as it is kept. */
interface Came {
  /** The locality's name. */
  readonly name: string | null;
  readonly people: number;
  readonly bands: Counts | null;
}

/** How many came, as everyone reads it. */
export interface PublicCame {
  readonly people: number | null;
  readonly attendance: PublicAttendance[];
  readonly bands: PublicDialogueBand[];
}

/**
 * How many came as everyone reads it: nothing of fewer than five people, and nothing from which that follows. A group is told of all who came
 * together, whole or not at all, as at safety walks.
 */
export function publicCame(rows: readonly Came[]): PublicCame {
  const came = rows.filter(({ people }) => people > 0);
  const counts = came.map(({ people }) => people);
  const shown = suppressed(counts);
  const total = sumOf(counts);
  const isTold = total > 0 && !tellsOfFew(total) && mayTellTotal(counts, shown);
  return {
    people: isTold ? total : null,
    attendance: came.map(({ name }, index) => ({ locality: name, people: shown[index] ?? null })),
    bands: groups.flatMap((group) => publicGroup(group, came, total)),
  };
}

function publicGroup(
  group: readonly DialogueBand[],
  came: readonly Came[],
  total: number,
): PublicDialogueBand[] {
  const told = group
    .map((band) => ({ band, people: sumOf(came.map(({ bands }) => bands?.[band] ?? 0)) }))
    .filter(({ people }) => people > 0);
  const rest = total - sumOf(told.map(({ people }) => people));
  return rest < 0 || [...told.map(({ people }) => people), rest].some(tellsOfFew) ? [] : told;
}

/** How many came, whole, for staff. */
export function wholeCame(rows: readonly Came[]): PublicCame {
  return {
    people: sumOf(rows.map(({ people }) => people)),
    attendance: rows.map(({ name, people }) => ({ locality: name, people })),
    bands: groups.flatMap((group) =>
      group
        .map((band) => ({ band, people: sumOf(rows.map(({ bands }) => bands?.[band] ?? 0)) }))
        .filter(({ people }) => people > 0),
    ),
  };
}
