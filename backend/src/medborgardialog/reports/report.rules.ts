import type { OutcomeQuery, PublicPoint } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { DialogueStatus } from '@lofteskartan/shared/medborgardialog';
import { FOLLOW_UP_MONTHS, type FollowUpMonths } from '@lofteskartan/shared/medborgardialog-outcomes';
import { addMonths, type IsoDate } from '../../platform/dates.js';
import { type MoveRefusal, whyNotMove, whyNotReport } from '../medborgardialog.rules.js';

/** What a report would be made of. */
export interface ReportFacts {
  readonly status: DialogueStatus;
  readonly openPoints: number;
  /** Questions that nobody has read: their senders wait for an answer that no report would hold. */
  readonly newQuestions: number;
  /** Notes of which nobody has said whether the report tells them. */
  readonly newNotes: number;
  /** How many versions there are. */
  readonly published: number;
  /** Whether it says anything otherwise than the latest version. */
  readonly isChanged: boolean;
  /** Whether nothing of what was said or of who came is in it. */
  readonly isEmpty: boolean;
  /** What it says in the municipality’s own words, or null. */
  readonly summary: string | null;
}

/** Whether a report would tell nothing but that there was a dialogue: no point, no note, no statement and nobody who came. */
export const isEmptyReport = ({
  points,
  tableNotes,
  statements,
  attendance,
}: Readonly<Record<'points' | 'tableNotes' | 'statements' | 'attendance', readonly unknown[]>>): boolean =>
  [points, tableNotes, statements, attendance].every((part) => part.length === 0);

/**
 * Why the report cannot be published, or null: after the meeting, when every question and every note has been read and no point is open.
 * A report that is published is corrected, under the same conditions, and only where there is something to correct. One that is empty has
 * to say why in the municipality’s own words: that nobody came is worth knowing, a page that says nothing is not.
 */
export function whyNotPublish({
  status,
  newQuestions,
  openPoints,
  newNotes,
  published,
  isChanged,
  isEmpty,
  summary,
}: ReportFacts):
  | MoveRefusal
  | 'dialogue.pointsOpen'
  | 'report.empty'
  | 'report.notesNew'
  | 'report.questionsNew'
  | 'report.unchanged'
  | null {
  const isCorrection = published > 0;
  const refusal = isCorrection && status !== 'cancelled' ? null : whyNotReport(status, 0);
  if (refusal) return refusal;
  if (newQuestions > 0) return 'report.questionsNew';
  if (openPoints > 0) return 'dialogue.pointsOpen';
  if (newNotes > 0) return 'report.notesNew';
  if (isEmpty && summary === null) return 'report.empty';
  return isCorrection && !isChanged ? 'report.unchanged' : null;
}

/** The days on which a dialogue is to be followed up, by months after its report. */
export const followUpDays = (reportedOn: IsoDate): Record<FollowUpMonths, IsoDate> =>
  Object.fromEntries(FOLLOW_UP_MONTHS.map((months) => [months, addMonths(reportedOn, months)])) as Record<
    FollowUpMonths,
    IsoDate
  >;

/** Why a follow-up cannot be published, or null: on its day or after it, once. */
export function whyNotFollowUp(
  status: DialogueStatus,
  { dueOn, isPublished }: { readonly dueOn: IsoDate; readonly isPublished: boolean },
  today: IsoDate,
): MoveRefusal | 'followUp.published' | 'dialogueFollowUp.notDue' | null {
  if (isPublished) return 'followUp.published';
  return whyNotMove(status, 'follow-up') ?? (dueOn > today ? 'dialogueFollowUp.notDue' : null);
}

/** Why words cannot be changed in a follow-up, or null: what is published stays as it was. */
export const whyNotWrite = (isPublished: boolean): 'followUp.published' | null =>
  isPublished ? 'followUp.published' : null;

/** Whether a point is among those that are asked for; words are looked for in what was asked, what was answered and where. */
export function matches(
  { title, point }: { readonly title: string; readonly point: PublicPoint },
  { standing, outcome, q = '' }: OutcomeQuery,
): boolean {
  const words = q.normalize('NFC').trim().toLocaleLowerCase('sv');
  const { text, publicText, owner, outsideWho, doneText, thing } = point;
  const said = [title, text, publicText, owner, outsideWho, doneText, thing?.name].join(' ');
  return (
    (standing === undefined || point.standing === standing) &&
    (outcome === undefined || point.outcome === outcome) &&
    said.toLocaleLowerCase('sv').includes(words)
  );
}
