import type {
  PublicAttendance,
  PublicDialogueBand,
  PublicNote,
  PublicPoint,
  ReportVersion,
} from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { StatementResult } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { DialogueLevel } from '@lofteskartan/shared/medborgardialog';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';

/** A point as a report keeps it. What can change afterwards, or stop being public, is kept by its id alone. */
export interface FrozenPoint extends Pick<
  PublicPoint,
  'number' | 'source' | 'text' | 'supporters' | 'outcome' | 'publicText' | 'outsideWho' | 'owner' | 'dueOn'
> {
  readonly id: string;
  readonly thingId: string | null;
}

/** A note as a report keeps it: by its id, so that it leaves the report too when it is removed for good. */
export type FrozenNote = PublicNote & { readonly id: string };

/** A report as it was published. */
export interface FrozenReport {
  readonly title: string;
  readonly theme: string;
  readonly purpose: string;
  readonly level: DialogueLevel;
  readonly levelMeaning: string;
  readonly startsAt: string;
  readonly venue: string | null;
  readonly summary: string | null;
  readonly points: readonly FrozenPoint[];
  readonly people: number | null;
  readonly attendance: readonly PublicAttendance[];
  readonly bands: readonly PublicDialogueBand[];
  readonly tableNotes: readonly FrozenNote[];
  readonly statements: readonly StatementResult[];
}

/** The latest version of a dialogue's report. */
export interface PublishedReport {
  readonly dialogueId: string;
  readonly reference: string;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly municipalityName: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly view: FrozenReport;
}

type Source = DataSource | EntityManager;

const columns = `latest."dialogueId", latest.reference, latest.municipality, latest."municipalityName", latest.number, latest."publishedAt", latest.view`;
/** The latest reports, of open municipalities. */
const latest = `(SELECT DISTINCT ON (r.dialogue_id) r.dialogue_id AS "dialogueId", d.reference, m.slug AS municipality,
    m.name AS "municipalityName", r.number, r.published_at AS "publishedAt", r.view, d.starts_at
  FROM medborgardialog_reports r JOIN medborgardialoger d ON d.id = r.dialogue_id
  JOIN municipalities m ON m.id = d.municipality_id AND m.opened_at IS NOT NULL ORDER BY r.dialogue_id, r.number DESC) latest`;

/** The reports of medborgardialoger, as they were published. */
@Injectable()
export class ReportRepository {
  /** Publishes a version. @returns its number */
  async insert(
    manager: EntityManager,
    dialogueId: string,
    { view, reason }: { readonly view: FrozenReport; readonly reason: string | null },
    now: Date,
  ): Promise<number> {
    const [row] = await manager.query<{ number: number }[]>(
      `INSERT INTO medborgardialog_reports (dialogue_id, number, published_at, reason, view)
       VALUES ($1, (SELECT coalesce(max(number), 0) + 1 FROM medborgardialog_reports WHERE dialogue_id = $1), $2, $3, $4::jsonb) RETURNING number`,
      [dialogueId, now, reason, JSON.stringify(view)],
    );
    if (!row) throw new Error('A report was not stored');
    return row.number;
  }

  /** Takes a note out of all versions of a dialogue's report. @returns the numbers of those that told it */
  async removeNote(manager: EntityManager, dialogueId: string, noteId: string): Promise<number[]> {
    const [rows] = await manager.query<[{ number: number }[], number]>(
      `UPDATE medborgardialog_reports r SET view = jsonb_set(r.view, '{tableNotes}', (
         SELECT coalesce(jsonb_agg(told.note ORDER BY told.place), '[]')
         FROM jsonb_array_elements(r.view -> 'tableNotes') WITH ORDINALITY AS told (note, place) WHERE told.note ->> 'id' IS DISTINCT FROM $2))
       WHERE r.dialogue_id = $1 AND r.view -> 'tableNotes' @> jsonb_build_array(jsonb_build_object('id', $2::text)) RETURNING r.number`,
      [dialogueId, noteId],
    );
    return rows.map(({ number }) => number).sort((one, other) => one - other);
  }

  /** How many versions there are, and whether the latest says what this one would. */
  async compare(
    manager: EntityManager,
    dialogueId: string,
    view: FrozenReport,
  ): Promise<{ published: number; isSame: boolean }> {
    const [row] = await manager.query<{ published: number; isSame: boolean }[]>(
      `SELECT number AS published, view = $2::jsonb AS "isSame" FROM medborgardialog_reports WHERE dialogue_id = $1
       ORDER BY number DESC LIMIT 1`,
      [dialogueId, JSON.stringify(view)],
    );
    return row ?? { published: 0, isSame: false };
  }

  /** The latest version of a dialogue's report, for staff; null before the first. */
  async latest(manager: EntityManager, dialogueId: string): Promise<FrozenReport | null> {
    const [row] = await manager.query<{ view: FrozenReport }[]>(
      'SELECT view FROM medborgardialog_reports WHERE dialogue_id = $1 ORDER BY number DESC LIMIT 1',
      [dialogueId],
    );
    return row?.view ?? null;
  }

  /** The published report of a dialogue's reference, or null. */
  async one(source: Source, reference: string): Promise<PublishedReport | null> {
    const [row] = await source.query<PublishedReport[]>(
      `SELECT ${columns} FROM ${latest} WHERE latest.reference = $1`,
      [reference],
    );
    return row ?? null;
  }

  /** The published reports of a municipality, that of the latest dialogue first. */
  ofMunicipality(source: Source, slug: string): Promise<PublishedReport[]> {
    return source.query(
      `SELECT ${columns} FROM ${latest} WHERE latest.municipality = $1 ORDER BY latest.starts_at DESC, latest.reference`,
      [slug],
    );
  }

  /** The versions of a report, the latest first. */
  async versions(source: Source, dialogueId: string): Promise<ReportVersion[]> {
    const rows = await source.query<(Omit<ReportVersion, 'publishedAt'> & { publishedAt: Date })[]>(
      `SELECT number, published_at AS "publishedAt", reason FROM medborgardialog_reports WHERE dialogue_id = $1 ORDER BY number DESC`,
      [dialogueId],
    );
    return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  }
}
