import type { StatementResult } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { PointThing } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { PublicNote, PublicPoint } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import type { IsoDate } from '../../platform/dates.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';
import { standingOf } from '../outcomes/outcome.rules.js';
import type { PointRecord } from '../outcomes/point.repository.js';
import type { AttendanceRecord } from '../paper/attendance.repository.js';
import type { NoteRecord } from '../paper/note.repository.js';
import { publicCame } from '../paper/paper.rules.js';
import type { FrozenPoint, FrozenReport } from './report.repository.js';

const fewest = OUTCOME_LIMITS.peopleBehindAFigure;

function frozenPoint(point: PointRecord): FrozenPoint[] {
  const { outcome, publicText, supporters } = point;
  if (outcome === null) return [];
  return [
    {
      id: point.id,
      number: point.number,
      source: point.source,
      text: point.text,
      supporters: supporters !== null && supporters >= fewest ? supporters : null,
      outcome,
      publicText: publicText ?? '',
      thingId: point.thingId,
      outsideWho: point.outsideWho,
      owner: point.organisation,
      dueOn: point.dueOn,
    },
  ];
}

/** The report as it would be published now: points without an outcome are left out, which is refused when it is. */
export function reportView(
  dialogue: MedborgardialogRecord,
  rows: {
    readonly points: readonly PointRecord[];
    readonly notes: readonly NoteRecord[];
    readonly attendance: readonly AttendanceRecord[];
    readonly statements: readonly StatementResult[];
    readonly summary: string | null;
  },
): FrozenReport {
  const { title, theme, purpose, level, levelMeaning, startsAt, venue } = dialogue;
  return {
    title,
    theme,
    purpose,
    level,
    levelMeaning,
    startsAt: startsAt.toISOString(),
    venue,
    summary: rows.summary,
    points: rows.points.flatMap(frozenPoint),
    ...publicCame(rows.attendance),
    statements: rows.statements,
    tableNotes: rows.notes
      .filter(({ state }) => state === 'included')
      .map(({ id, table, text }) => ({ id, table, text })),
  };
}

/** The notes of a report as everyone reads them. */
export const publicNotes = ({ tableNotes }: Pick<FrozenReport, 'tableNotes'>): PublicNote[] =>
  tableNotes.map(({ table, text }) => ({ table, text }));

/** What is read anew of a point whenever somebody asks. */
export interface PointToday {
  readonly thing: PointThing | null;
  readonly doneOn: IsoDate | null;
  readonly doneText: string | null;
  readonly statement: number | null;
}

/** A point as everyone reads it: its words as they were published, and how it stands today. */
export function publicPoint(
  { id: _id, thingId: _thing, ...frozen }: FrozenPoint,
  { thing, doneOn, doneText, statement }: PointToday,
  today: IsoDate,
): PublicPoint {
  const { outcome, dueOn } = frozen;
  const standing = standingOf({ outcome, dueOn, doneOn, thing: thing?.state ?? null }, today);
  // What was done belonged to what was taken back.
  const done = standing === 'withdrawn' ? { doneOn: null, doneText: null } : { doneOn, doneText };
  return { ...frozen, ...done, statement, thing, standing };
}
