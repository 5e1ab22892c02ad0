import type {
  DialogueForm,
  DialogueGroup,
  DialogueLevel,
  DialogueRole,
  DialogueStatus,
} from '@lofteskartan/shared/medborgardialog';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Somebody who leads it or answers there: a role and whom it is for, never a name. */
export interface PresidiumSeat {
  readonly role: DialogueRole;
  readonly organisation: string;
}

/** The words in which others read what it is: the Swedish ones are its own. */
export interface DialogueWords {
  readonly title: string;
  readonly purpose: string;
  readonly levelMeaning: string;
}
/** In English, and in easy Swedish, where somebody wrote them. */
export type DialogueTranslations = { readonly [Language in 'en' | 'easy']?: DialogueWords };

/** What is planned of a medborgardialog. */
export interface DialogueFields extends DialogueWords {
  readonly theme: string;
  readonly level: DialogueLevel;
  readonly targetGroups: DialogueGroup[];
  readonly form: DialogueForm;
  readonly venue: string | null;
  readonly venuePosition: Position | null;
  readonly onlineUrl: string | null;
  readonly accessibility: string | null;
  readonly interpreter: string | null;
  readonly transport: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly questionsUntil: Date | null;
  /** How many seats there are; null where nobody has to sign up. */
  readonly capacity: number | null;
  readonly signUpUntil: Date | null;
  readonly presidium: readonly PresidiumSeat[];
  readonly translations: DialogueTranslations;
}

/** A medborgardialog's row. What leaves the house passes a view: never send this. */
export interface MedborgardialogRecord extends DialogueFields {
  readonly id: string;
  readonly reference: string;
  readonly shortCode: string;
  readonly municipalityId: string;
  /** The municipality's slug. */
  readonly municipality: string;
  /** Whether the municipality is open to its residents. */
  readonly isTownOpen: boolean;
  /** Slugs of the localities that it is for. */
  readonly localities: readonly string[];
  readonly status: DialogueStatus;
  readonly cancelledReason: string | null;
  /** Null for a draft, and for one that was cancelled as a draft: such a one is never public. */
  readonly publishedAt: Date | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly reportedAt: Date | null;
  readonly updatedAt: Date;
  readonly version: number;
}

type Row = Omit<MedborgardialogRecord, 'venuePosition'> & { lng: number | null; lat: number | null };

const columns = `d.id, d.reference, d.short_code AS "shortCode", d.municipality_id AS "municipalityId", m.slug AS municipality,
  m.opened_at IS NOT NULL AS "isTownOpen",
  ARRAY(SELECT l.slug FROM medborgardialog_localities dl JOIN localities l ON l.id = dl.locality_id
    WHERE dl.dialogue_id = d.id ORDER BY l.slug) AS localities,
  d.title, d.theme, d.purpose, d.level, d.level_meaning AS "levelMeaning", d.target_groups AS "targetGroups", d.form, d.venue,
  ST_X(d.venue_position) AS lng, ST_Y(d.venue_position) AS lat, d.online_url AS "onlineUrl", d.accessibility, d.interpreter, d.transport,
  d.starts_at AS "startsAt", d.ends_at AS "endsAt", d.questions_until AS "questionsUntil", d.capacity, d.sign_up_until AS "signUpUntil",
  d.presidium, d.translations, d.status, d.cancelled_reason AS "cancelledReason", d.published_at AS "publishedAt",
  d.opened_at AS "openedAt", d.closed_at AS "closedAt", d.reported_at AS "reportedAt", d.updated_at AS "updatedAt", d.version`;
const tables = 'medborgardialoger d JOIN municipalities m ON m.id = d.municipality_id';

const record = ({ lng, lat, ...row }: Row): MedborgardialogRecord => ({
  ...row,
  venuePosition: lng === null || lat === null ? null : [lng, lat],
});

const point = (lng: string, lat: string): string =>
  `CASE WHEN ${lng}::float8 IS NULL THEN NULL ELSE ST_SetSRID(ST_MakePoint(${lng}::float8, ${lat}::float8), 4326) END`;

/** The columns of what is planned, in the order of `values`; the position comes last. */
const fieldColumns = [
  'title',
  'theme',
  'purpose',
  'level',
  'level_meaning',
  'target_groups',
  'form',
  'venue',
  'online_url',
  'accessibility',
  'interpreter',
  'transport',
  'starts_at',
  'ends_at',
  'questions_until',
  'capacity',
  'sign_up_until',
  'presidium',
  'translations',
] as const;
const parameters = fieldColumns.map((_, index) => `$${String(index + 1)}`);
const [lngParameter, latParameter] = [1, 2].map((more) => `$${String(fieldColumns.length + more)}`) as [
  string,
  string,
];
/** The number of the parameter that comes `more` after those of `values`. */
const after = (more: number): string => `$${String(fieldColumns.length + 2 + more)}`;

/** Medborgardialoger. */
@Injectable()
export class MedborgardialogRepository {
  /** The medborgardialog of a reference, or null. */
  byReference(manager: EntityManager, reference: string): Promise<MedborgardialogRecord | null> {
    return this.one(manager, 'd.reference = $1', reference.toUpperCase());
  }

  /** The medborgardialog of the code that people type, or null. */
  byShortCode(manager: EntityManager, code: string): Promise<MedborgardialogRecord | null> {
    return this.one(manager, 'd.short_code = $1', code.toUpperCase());
  }

  /** The medborgardialog of an id, or null. */
  byId(manager: EntityManager, id: string): Promise<MedborgardialogRecord | null> {
    return this.one(manager, 'd.id = $1', id);
  }

  /** Ids of those that are open though they were to end before a moment. */
  async openSince(manager: EntityManager, endedBefore: Date): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM medborgardialoger WHERE status = 'open' AND ends_at < $1 AND opened_at < $1 ORDER BY ends_at, id`,
      [endedBefore],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks a medborgardialog until the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<void> {
    await manager.query('SELECT 1 FROM medborgardialoger WHERE id = $1 FOR UPDATE', [id]);
  }

  /** All of a municipality, drafts among them, the latest first. */
  async ofMunicipality(manager: EntityManager, municipalityId: string): Promise<MedborgardialogRecord[]> {
    const rows = await manager.query<Row[]>(
      `SELECT ${columns} FROM ${tables} WHERE d.municipality_id = $1 ORDER BY d.starts_at DESC, d.reference`,
      [municipalityId],
    );
    return rows.map(record);
  }

  /** Those of a municipality that everyone may read of, the latest first. */
  async publicOfMunicipality(
    manager: EntityManager,
    municipalityId: string,
  ): Promise<MedborgardialogRecord[]> {
    const rows = await manager.query<Row[]>(
      `SELECT ${columns} FROM ${tables} WHERE d.municipality_id = $1 AND d.published_at IS NOT NULL
       ORDER BY d.starts_at DESC, d.reference`,
      [municipalityId],
    );
    return rows.map(record);
  }

  /** Adds a draft. @returns its id, or null when the reference or the code is taken */
  async insert(
    manager: EntityManager,
    dialogue: DialogueFields & {
      readonly reference: string;
      readonly shortCode: string;
      readonly municipalityId: string;
    },
    now: Date,
  ): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO medborgardialoger (${fieldColumns.join(', ')}, venue_position, reference, short_code, municipality_id, created_at, updated_at)
       VALUES (${parameters.join(', ')}, ${point(lngParameter, latParameter)}, ${[1, 2, 3, 4, 4].map(after).join(', ')})
       ON CONFLICT DO NOTHING RETURNING id`,
      [...values(dialogue), dialogue.reference, dialogue.shortCode, dialogue.municipalityId, now],
    );
    return row?.id ?? null;
  }

  /** Keeps another plan. */
  async update(manager: EntityManager, id: string, dialogue: DialogueFields): Promise<void> {
    const set = fieldColumns.map((column, index) => `${column} = ${parameters[index] ?? ''}`).join(', ');
    await manager.query(
      `UPDATE medborgardialoger SET ${set}, venue_position = ${point(lngParameter, latParameter)} WHERE id = ${after(1)}`,
      [...values(dialogue), id],
    );
  }

  /** Moves it to a state, and notes when it came there first. */
  async move(
    manager: EntityManager,
    id: string,
    status: DialogueStatus,
    now: Date,
    cancelledReason: string | null = null,
  ): Promise<void> {
    const stamps = {
      published: 'published_at',
      open: 'opened_at',
      closed: 'closed_at',
      reported: 'reported_at',
    };
    const stamp = status in stamps ? stamps[status as keyof typeof stamps] : 'updated_at';
    const first = stamp === 'updated_at' ? '$3' : `COALESCE(${stamp}, $3)`;
    await manager.query(
      `UPDATE medborgardialoger SET status = $2, ${stamp} = ${first}, cancelled_reason = $4 WHERE id = $1`,
      [id, status, now, cancelledReason],
    );
  }

  /** Says that something was changed that others may have read. */
  async advance(manager: EntityManager, id: string, now: Date): Promise<void> {
    await manager.query('UPDATE medborgardialoger SET version = version + 1, updated_at = $2 WHERE id = $1', [
      id,
      now,
    ]);
  }

  private async one(
    manager: EntityManager,
    where: string,
    value: string,
  ): Promise<MedborgardialogRecord | null> {
    const [row] = await manager.query<Row[]>(`SELECT ${columns} FROM ${tables} WHERE ${where}`, [value]);
    return row ? record(row) : null;
  }
}

const values = (dialogue: DialogueFields): unknown[] => [
  dialogue.title,
  dialogue.theme,
  dialogue.purpose,
  dialogue.level,
  dialogue.levelMeaning,
  dialogue.targetGroups,
  dialogue.form,
  dialogue.venue,
  dialogue.onlineUrl,
  dialogue.accessibility,
  dialogue.interpreter,
  dialogue.transport,
  dialogue.startsAt,
  dialogue.endsAt,
  dialogue.questionsUntil,
  dialogue.capacity,
  dialogue.signUpUntil,
  JSON.stringify(dialogue.presidium),
  JSON.stringify(dialogue.translations),
  dialogue.venuePosition?.[0] ?? null,
  dialogue.venuePosition?.[1] ?? null,
];
