import type { DialogueForm, DialogueStatus } from '@lofteskartan/shared/medborgardialog';
import { REFERENCE_ALPHABET, type Role } from '@lofteskartan/shared/vocabulary';
import {
  atStockholmWall,
  daysBetween,
  type IsoDate,
  stockholmDate,
  stockholmWall,
} from '../platform/dates.js';

/** Who reads the medborgardialoger of a municipality, drafts among them. */
export const dialogueReaders = [
  'police-officer',
  'case-officer',
  'coordinator',
] as const satisfies readonly Role[];

/** Who plans, holds and reports them: the municipality's own people. */
export const dialogueKeepers = ['case-officer', 'coordinator'] as const satisfies readonly Role[];

const characters = (count: number, random: (below: number) => number): string =>
  Array.from({ length: count }, () => REFERENCE_ALPHABET[random(REFERENCE_ALPHABET.length)]).join('');

/** `D` and five characters that cannot be mistaken for each other. @param random a whole number below its argument */
export const makeDialogueReference = (random: (below: number) => number): string =>
  `D${characters(5, random)}`;

/** Six characters that can be read from a screen ten metres away and typed on a phone. @param random a whole number below its argument */
export const makeShortCode = (random: (below: number) => number): string => characters(6, random);

/** What moves a medborgardialog on. */
export type DialogueMove = 'publish' | 'open' | 'close' | 'report' | 'follow-up' | 'cancel';

/** Why a move is refused. */
export type MoveRefusal =
  | 'dialogue.cancelled'
  | 'dialogue.draft'
  | 'dialogue.published'
  | 'dialogue.notYet'
  | 'dialogue.notOpen'
  | 'dialogue.opened'
  | 'dialogue.held'
  | 'dialogue.notClosed'
  | 'dialogue.notReported'
  | 'dialogue.reported';

/** The state machine: from which states a move leads to which. What is held twice over (a second follow-up) stays where it is. */
export const dialogueMoves: Readonly<
  Record<DialogueMove, { readonly from: readonly DialogueStatus[]; readonly to: DialogueStatus }>
> = {
  publish: { from: ['draft'], to: 'published' },
  open: { from: ['published'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  report: { from: ['closed'], to: 'reported' },
  'follow-up': { from: ['reported', 'followed-up'], to: 'followed-up' },
  cancel: { from: ['draft', 'published', 'open'], to: 'cancelled' },
};

/** What stands in the way, by the state in which it is; a state that is not named does not refuse the move. */
const refusals: Readonly<Record<DialogueMove, Partial<Record<DialogueStatus, MoveRefusal>>>> = {
  publish: {
    published: 'dialogue.published',
    open: 'dialogue.published',
    closed: 'dialogue.published',
    reported: 'dialogue.published',
    'followed-up': 'dialogue.published',
  },
  open: {
    draft: 'dialogue.draft',
    open: 'dialogue.opened',
    closed: 'dialogue.opened',
    reported: 'dialogue.opened',
    'followed-up': 'dialogue.opened',
  },
  close: {
    draft: 'dialogue.draft',
    published: 'dialogue.notOpen',
    closed: 'dialogue.notOpen',
    reported: 'dialogue.notOpen',
    'followed-up': 'dialogue.notOpen',
  },
  report: {
    draft: 'dialogue.draft',
    published: 'dialogue.notClosed',
    open: 'dialogue.notClosed',
    reported: 'dialogue.reported',
    'followed-up': 'dialogue.reported',
  },
  'follow-up': {
    draft: 'dialogue.draft',
    published: 'dialogue.notReported',
    open: 'dialogue.notReported',
    closed: 'dialogue.notReported',
  },
  cancel: { closed: 'dialogue.held', reported: 'dialogue.held', 'followed-up': 'dialogue.held' },
};

/** Why a medborgardialog cannot be moved on, or null. One that was cancelled stays so. */
export function whyNotMove(status: DialogueStatus, move: DialogueMove): MoveRefusal | null {
  if (status === 'cancelled') return 'dialogue.cancelled';
  return refusals[move][status] ?? null;
}

/** Why it cannot be opened today, or null: it opens on its day, and stays possible to open after it. */
export function whyNotOpen(status: DialogueStatus, startsOn: IsoDate, today: IsoDate): MoveRefusal | null {
  return whyNotMove(status, 'open') ?? (startsOn > today ? 'dialogue.notYet' : null);
}

/** Why the report cannot be published, or null: only after the meeting, and when no point is left without an outcome. */
export function whyNotReport(
  status: DialogueStatus,
  openPoints: number,
): MoveRefusal | 'dialogue.pointsOpen' | null {
  return whyNotMove(status, 'report') ?? (openPoints > 0 ? 'dialogue.pointsOpen' : null);
}

/** Why its words, times or agenda cannot be changed, or null: what was reported stays as the report says. */
export function whyNotChange(status: DialogueStatus): 'dialogue.cancelled' | 'dialogue.reported' | null {
  if (status === 'cancelled') return 'dialogue.cancelled';
  return status === 'reported' || status === 'followed-up' ? 'dialogue.reported' : null;
}

/** A medborgardialog as far as what it lets people do. */
export interface DialogueTimes {
  readonly status: DialogueStatus;
  readonly startsAt: Date;
  readonly questionsUntil: Date | null;
  readonly capacity: number | null;
  readonly signUpUntil: Date | null;
}

/** Until when questions may be sent in ahead: the deadline, else until it begins. */
export const questionsCloseAt = ({ questionsUntil, startsAt }: DialogueTimes): Date =>
  questionsUntil ?? startsAt;

/** Why a question cannot be put, or null: ahead until the deadline, and by those who are there while it is open. */
export function whyNotAsk(
  dialogue: DialogueTimes,
  from: 'ahead' | 'live',
  now: Date,
): 'dialogue.cancelled' | 'dialogue.notOpen' | 'dialogue.questionsClosed' | null {
  const { status } = dialogue;
  if (status === 'cancelled') return 'dialogue.cancelled';
  if (from === 'live') return status === 'open' ? null : 'dialogue.notOpen';
  const isPutAhead = status === 'published' || status === 'open';
  return isPutAhead && now < questionsCloseAt(dialogue) ? null : 'dialogue.questionsClosed';
}

/**
 * Why nobody can say any more that they want an answer, or null: one that was called off gives none, and one that was disposed of takes
 * nothing of people any more.
 */
export function whyNotAwait({
  dialogueStatus,
  isDisposed,
}: {
  readonly dialogueStatus: DialogueStatus;
  readonly isDisposed: boolean;
}): 'dialogue.cancelled' | 'question.notNow' | null {
  if (dialogueStatus === 'cancelled') return 'dialogue.cancelled';
  return isDisposed ? 'question.notNow' : null;
}

/** Why a vote, a pin or another live act is refused, or null: only while it is open. */
export function whyNotLive(status: DialogueStatus): 'dialogue.cancelled' | 'dialogue.notOpen' | null {
  if (status === 'cancelled') return 'dialogue.cancelled';
  return status === 'open' ? null : 'dialogue.notOpen';
}

/** Until when one can sign up: the deadline, else until it begins. */
export const signUpClosesAt = ({ signUpUntil, startsAt }: DialogueTimes): Date => signUpUntil ?? startsAt;

/** Why nobody can sign up, or null: only where seats are counted, before the deadline. */
export function whyNotSignUp(
  dialogue: DialogueTimes,
  now: Date,
): 'dialogue.cancelled' | 'dialogue.noSignUp' | 'dialogue.signUpClosed' | null {
  if (dialogue.status === 'cancelled') return 'dialogue.cancelled';
  if (dialogue.capacity === null) return 'dialogue.noSignUp';
  return dialogue.status === 'published' && now < signUpClosesAt(dialogue) ? null : 'dialogue.signUpClosed';
}

/** A text as it is to be kept; blank ones are absent. */
export const cleanText = (text: string | null | undefined): string | null =>
  text?.normalize('NFC').trim() || null;

/** A medborgardialog as far as what a public one may not lack. */
interface ToPublish {
  readonly form: DialogueForm;
  readonly venue: string | null;
  readonly onlineUrl: string | null;
}

/** What one lacks that everyone is to read of: where it is, and what happens there. */
export function missingToPublish(
  { form, venue, onlineUrl }: ToPublish,
  agendaItems: number,
): 'dialogue.noVenue' | 'dialogue.noLink' | 'dialogue.noAgenda' | null {
  if (form !== 'online' && venue === null) return 'dialogue.noVenue';
  if (form !== 'on-site' && onlineUrl === null) return 'dialogue.noLink';
  return agendaItems === 0 ? 'dialogue.noAgenda' : null;
}

/** When it is, and until when things can be sent in. */
interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly questionsUntil: Date | null;
  readonly signUpUntil: Date | null;
}

/** The first of the times that does not follow from the others, or null: it ends after it begins, and deadlines are not after that. */
export function faultOfTimes({
  startsAt,
  endsAt,
  questionsUntil,
  signUpUntil,
}: Times): { field: keyof Times; code: 'notAfterTheStart' | 'afterTheStart' } | null {
  if (endsAt <= startsAt) return { field: 'endsAt', code: 'notAfterTheStart' };
  if (questionsUntil && questionsUntil > startsAt) return { field: 'questionsUntil', code: 'afterTheStart' };
  if (signUpUntil && signUpUntil > startsAt) return { field: 'signUpUntil', code: 'afterTheStart' };
  return null;
}

const dayMs = 86_400_000;

/**
 * The times of a copy that begins at another moment, as clocks on walls in Sweden show them, whatever summer time does between: it takes as
 * long, and a deadline is as many days before, at its own hour. No deadline is after the beginning.
 */
export function copiedTo(source: Times, startsAt: Date): Times {
  const days = daysBetween(stockholmDate(source.startsAt), stockholmDate(startsAt));
  const moved = (deadline: Date): Date => {
    const copy = atStockholmWall(stockholmWall(deadline) + days * dayMs);
    return copy > startsAt ? startsAt : copy;
  };
  const takes = stockholmWall(source.endsAt) - stockholmWall(source.startsAt);
  return {
    startsAt,
    endsAt: atStockholmWall(stockholmWall(startsAt) + takes),
    questionsUntil: source.questionsUntil && moved(source.questionsUntil),
    signUpUntil: source.signUpUntil && moved(source.signUpUntil),
  };
}

/** The names of the fields that are others than before. @param after fields and nothing else */
export function changedFields(before: object, after: object): string[] {
  const old: Readonly<Record<string, unknown>> = { ...before };
  return Object.entries(after)
    .filter(([name, value]) => JSON.stringify(old[name]) !== JSON.stringify(value))
    .map(([name]) => name);
}

/** Those to come, soonest first, and those that are over or called off, latest first. One that goes on is still to come. */
export function inTurn<
  Dialogue extends Pick<DialogueTimes, 'status' | 'startsAt'> & { readonly endsAt: Date },
>(dialogues: readonly Dialogue[], now: Date): { coming: Dialogue[]; held: Dialogue[] } {
  const isComing = ({ status, endsAt }: Dialogue): boolean =>
    status === 'open' || ((status === 'published' || status === 'cancelled') && now < endsAt);
  const byStart = [...dialogues].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  return { coming: byStart.filter(isComing), held: byStart.filter((each) => !isComing(each)).reverse() };
}

/** So long after it was to end an open dialogue counts as forgotten: no evening lasts that long. */
const forgottenAfterMs = 12 * 3_600_000;

/** What was to end before this moment and is still open, somebody forgot to close. */
export const forgottenBefore = (now: Date): Date => new Date(now.getTime() - forgottenAfterMs);
