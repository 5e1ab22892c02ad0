import type { LogEntry, LogPerson } from '@lofteskartan/shared/contracts/work-log';
import type { LogArea } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { openedFor } from '../proposals/opened-for.js';
import type { Audience } from '../proposals/proposal-audience.js';

/** What is looked for in the log of one municipality. */
export interface LogSearch {
  readonly municipalityId: string;
  /** Whose events of proposals the reader may know. */
  readonly audiences: readonly Audience[];
  /** The organisations whose secret proposals and activities the reader may know of. */
  readonly secretsOf: readonly string[];
  readonly area: LogArea | null;
  readonly type: string | null;
  readonly person: string | null;
  readonly reference: string | null;
  readonly from: Date | null;
  readonly before: Date | null;
  /** The sort key of the last entry that was read: moment, area, id. */
  readonly after: readonly (string | number)[] | null;
  readonly limit: number;
}

/** An entry, and its moment with all the digits that the database has. */
export type LogRow = Omit<LogEntry, 'id' | 'at'> & {
  readonly at: Date;
  readonly moment: string;
  readonly id: string;
};

/**
 * Where the log reads: tables of events, each with its moment `e.at`, its number `e.id` and what it says. A room that writes events of its
 * own is one more line here, with the condition on secrecy (`$13`) of what it is about; its table wants an index that begins with the municipality and goes on with `at DESC, id DESC`.
 */
const sources: readonly {
  readonly area: LogArea;
  readonly type?: string;
  readonly reference?: string;
  readonly subject?: string;
  readonly organisation?: string;
  readonly to?: string;
  readonly actor?: string;
  readonly from: string;
  readonly where: string;
}[] = [
  {
    area: 'proposals',
    reference: 'p.reference',
    organisation: '(SELECT o.name FROM organisations o WHERE o.id = e.organisation_id)',
    to: 'e.to_status',
    from: 'proposal_events e JOIN proposals p ON p.id = e.proposal_id',
    where: `e.municipality_id = $1 AND e.actor_account_id IS NOT NULL AND e.audience = ANY ($2::text[]) AND ${openedFor('p', '$13')}`,
  },
  {
    area: 'activities',
    subject: `(SELECT c.title ->> 'sv' FROM commitments c WHERE c.id = x.commitment_id)`,
    organisation: '(SELECT o.name FROM organisations o WHERE o.id = x.organisation_id)',
    from: 'activity_events e JOIN activities x ON x.id = e.activity_id',
    where: `e.municipality_id = $1 AND ${openedFor('x', '$13')}`,
  },
  {
    area: 'follow-ups',
    subject: 'x.as_of::text',
    from: 'follow_up_events e JOIN follow_ups x ON x.id = e.follow_up_id',
    where: 'x.municipality_id = $1',
  },
  {
    area: 'administration',
    subject: '(SELECT x.name FROM accounts x WHERE x.id = e.subject_id)',
    from: 'admin_events e',
    // What was done to an account belongs to the municipalities in which that person works.
    where: `(e.municipality_id = $1 OR (e.municipality_id IS NULL AND EXISTS (
      SELECT FROM memberships m WHERE m.account_id = e.subject_id AND m.municipality_id = $1)))`,
  },
  {
    area: 'records',
    reference: 'p.reference',
    subject: 'x.occurred_on::text',
    from: 'record_events e LEFT JOIN proposals p ON p.id = e.proposal_id LEFT JOIN activities x ON x.id = e.activity_id',
    where: `e.municipality_id = $1 AND ${openedFor('p', '$13')} AND ${openedFor('x', '$13')}`,
  },
];

/** The latest entries of one source: no more than the page can show. */
const branch = ({ area, from, where, ...columns }: (typeof sources)[number]): string => `
  (SELECT e.at, e.at::text AS moment, '${area}' AS area, e.id, ${columns.type ?? 'e.type'} AS type, e.actor_account_id,
     ${columns.organisation ?? 'NULL::text'} AS organisation, ${columns.reference ?? 'NULL::text'} AS reference,
     ${columns.subject ?? 'NULL::text'} AS subject, ${columns.to ?? 'NULL::text'} AS "to"
   FROM ${from}
   WHERE ${where} AND ($3::text IS NULL OR $3 = '${area}') AND ($4::text IS NULL OR ${columns.type ?? 'e.type'} = $4)
     AND ($5::uuid IS NULL OR e.actor_account_id = $5)
     AND ($6::text IS NULL OR ${columns.reference ?? 'NULL::text'} = $6)
     AND ($7::timestamptz IS NULL OR e.at >= $7) AND ($8::timestamptz IS NULL OR e.at < $8)
     AND ($9::timestamptz IS NULL OR (e.at <= $9 AND (e.at, '${area}', e.id) < ($9, $10::text, $11::bigint)))
   ORDER BY e.at DESC, e.id DESC LIMIT $12)`;

const statement = `
  SELECT l.at, l.moment, l.area, l.id::text AS id, l.type, a.name AS person, l.organisation, l.reference, l.subject, l."to"
  FROM (${sources.map(branch).join(' UNION ALL ')}) AS l LEFT JOIN accounts a ON a.id = l.actor_account_id
  ORDER BY l.at DESC, l.area DESC, l.id DESC LIMIT $12`;

/** Reads the events of every room as one log. */
@Injectable()
export class WorkLogRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Entries in their order, the latest first. */
  page(search: LogSearch): Promise<LogRow[]> {
    const [moment, area, id] = search.after ?? [null, null, null];
    return this.dataSource.query<LogRow[]>(statement, [
      search.municipalityId,
      search.audiences,
      search.area,
      search.type,
      search.person,
      search.reference,
      search.from,
      search.before,
      moment,
      area,
      id,
      search.limit,
      search.secretsOf,
    ]);
  }

  /** Everybody who has a membership in a municipality. */
  people(municipalityId: string): Promise<LogPerson[]> {
    return this.dataSource.query<LogPerson[]>(
      `SELECT a.id, a.name FROM accounts a
       WHERE EXISTS (SELECT FROM memberships m WHERE m.account_id = a.id AND m.municipality_id = $1)`,
      [municipalityId],
    );
  }
}
