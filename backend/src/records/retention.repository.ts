import type { Disposal, DisposalCandidate, RetentionRule } from '@lofteskartan/shared/contracts/records';
import type { DisposalType, RetentionType } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { openedFor } from '../proposals/opened-for.js';
import { originalDueOn } from '../proposals/redactions/original-due.js';
import { ORIGINAL_DECISION } from '../proposals/redactions/redaction.rules.js';
import type { RetentionFacts } from './retention.rules.js';

type Source = DataSource | EntityManager;

/** What is known of something that may be disposed of. */
export type RetentionRow = RetentionFacts & {
  readonly id: string;
  readonly type: RetentionType;
  readonly disposedAt: Date | null;
};

/** These, or of a municipality the next that have ended and are not disposed of. */
export type RetentionWanted =
  | { readonly ids: readonly string[] }
  | { readonly municipalityId: string; readonly afterId: string | null; readonly limit: number };

const ended = `('done', 'answered', 'declined', 'duplicate', 'hidden', 'withdrawn')`;

interface Subject {
  readonly from: string;
  readonly type: string;
  /** The organisation whose own people alone may know of it, or NULL. */
  readonly secretFor: string;
  /** The Swedish day on which it ended. */
  readonly endedOn: string;
  readonly isEnded: string;
  /** The day before which no rule disposes of it, or NULL. */
  readonly earliest: string;
  readonly undisposed: string;
}

const proposals: Subject = {
  from: `proposals x LEFT JOIN records r ON r.proposal_id = x.id
    LEFT JOIN retention_rules rule ON rule.municipality_id = x.municipality_id AND rule.type = x.kind`,
  type: 'x.kind',
  secretFor: 'x.secret_for',
  endedOn: `(x.updated_at AT TIME ZONE 'Europe/Stockholm')::date`,
  isEnded: `x.status IN ${ended}`,
  earliest: 'NULL::date',
  // Those that are gathered go with their leader.
  undisposed: `x.disposed_at IS NULL AND x.status IN ${ended}`,
};

/** Originals of covered photos, each by the number of its proposal. */
const originals = `
  SELECT 'photo-original' AS type, p.reference AS name, ${originalDueOn} AS after, coalesce(rule.decision, '${ORIGINAL_DECISION}') AS decision, r.hold, p.secret_for
  FROM proposal_photos ph JOIN proposals p ON p.id = ph.proposal_id LEFT JOIN records r ON r.proposal_id = p.id
  LEFT JOIN retention_rules rule ON rule.municipality_id = p.municipality_id AND rule.type = 'photo-original'
  WHERE p.municipality_id = $1 AND ph.original_file_key IS NOT NULL AND ${originalDueOn} <= $2::date`;

const activities: Subject = {
  from: `activities x LEFT JOIN records r ON r.activity_id = x.id
    LEFT JOIN retention_rules rule ON rule.municipality_id = x.municipality_id AND rule.type = 'activity'`,
  type: `'activity'`,
  secretFor: 'x.secret_for',
  endedOn: 'x.occurred_on',
  isEnded: 'x.released_at IS NOT NULL',
  earliest: 'NULL::date',
  undisposed: 'x.disposed_at IS NULL AND x.released_at IS NOT NULL',
};

/** What dialogues hold of people; nothing of them has a day or a hold of its own. */
const dialogues: Subject = {
  from: `medborgardialoger x LEFT JOIN records r ON false
    LEFT JOIN retention_rules rule ON rule.municipality_id = x.municipality_id AND rule.type = 'medborgardialog'`,
  type: `'medborgardialog'`,
  secretFor: 'NULL::uuid',
  endedOn: `(x.updated_at AT TIME ZONE 'Europe/Stockholm')::date`,
  isEnded: `x.status IN ('reported', 'followed-up', 'cancelled')`,
  // Who asked is told of corrections for so long.
  earliest: `((x.reported_at AT TIME ZONE 'Europe/Stockholm')::date + interval '13 months')::date`,
  undisposed: `x.disposed_at IS NULL AND x.status IN ('reported', 'followed-up', 'cancelled')`,
};

/** SQL for the first day on which something is disposed of: its own, else the rule's. */
const due = ({ endedOn, earliest }: Subject): string =>
  `coalesce(r.dispose_after, greatest((${endedOn} + make_interval(years => rule.years))::date, ${earliest}))`;

/** The retention rules, what they fall on, and what was disposed of. */
@Injectable()
export class RetentionRepository {
  /** The rules of a municipality. */
  rules(source: Source, municipalityId: string): Promise<RetentionRule[]> {
    return source.query<RetentionRule[]>(
      'SELECT type, years, decision FROM retention_rules WHERE municipality_id = $1 ORDER BY type',
      [municipalityId],
    );
  }

  /** The version of a municipality's rules; 0 as long as nobody has changed them. */
  async version(source: Source, municipalityId: string): Promise<number> {
    const [row] = await source.query<{ version: number }[]>(
      'SELECT version FROM retention_versions WHERE municipality_id = $1',
      [municipalityId],
    );
    return row?.version ?? 0;
  }

  /** Goes on from a version, which others wait for until the transaction ends. @returns false when it is not the latest */
  async goOn(manager: EntityManager, municipalityId: string, from: number): Promise<boolean> {
    const rows = await manager.query<{ version: number }[]>(
      `INSERT INTO retention_versions AS v (municipality_id, version)
       SELECT $1, 1 WHERE $2 = 0 OR EXISTS (SELECT 1 FROM retention_versions WHERE municipality_id = $1)
       ON CONFLICT (municipality_id) DO UPDATE SET version = v.version + 1 WHERE v.version = $2 RETURNING version`,
      [municipalityId, from],
    );
    return rows.length > 0;
  }

  /** Makes these the rules of a municipality. */
  async saveRules(
    manager: EntityManager,
    municipalityId: string,
    rules: readonly RetentionRule[],
  ): Promise<void> {
    await manager.query('DELETE FROM retention_rules WHERE municipality_id = $1', [municipalityId]);
    for (const { type, years, decision } of rules)
      await manager.query(
        'INSERT INTO retention_rules (municipality_id, type, years, decision) VALUES ($1, $2, $3, $4)',
        [municipalityId, type, years, decision.trim()],
      );
  }

  /** The municipalities in which anything may ever be disposed of. */
  async municipalities(source: Source): Promise<string[]> {
    const rows = await source.query<{ id: string }[]>(
      `SELECT municipality_id AS id FROM retention_rules UNION SELECT municipality_id FROM records WHERE decision IS NOT NULL ORDER BY id`,
    );
    return rows.map(({ id }) => id);
  }

  /** What is known of proposals; of a municipality those that lead their case. */
  proposals(source: Source, wanted: RetentionWanted): Promise<RetentionRow[]> {
    return this.facts(source, proposals, wanted, 'AND x.duplicate_of_id IS NULL');
  }

  /** What is known of activities. */
  activities(source: Source, wanted: RetentionWanted): Promise<RetentionRow[]> {
    return this.facts(source, activities, wanted, '');
  }

  /** What is known of dialogues that have ended. */
  dialogues(source: Source, wanted: RetentionWanted): Promise<RetentionRow[]> {
    return this.facts(source, dialogues, wanted, '');
  }

  private async facts(
    source: Source,
    subject: Subject,
    wanted: RetentionWanted,
    further: string,
  ): Promise<RetentionRow[]> {
    const columns = `x.id, ${subject.type} AS type, x.disposed_at AS "disposedAt", x.disposed_at IS NOT NULL AS disposed, r.hold,
      CASE WHEN ${subject.isEnded} THEN ${subject.endedOn}::text END AS "endedOn",
      (${subject.earliest})::text AS earliest,
      CASE WHEN rule.decision IS NOT NULL THEN jsonb_build_object('years', rule.years, 'decision', rule.decision) END AS rule,
      CASE WHEN r.decision IS NOT NULL THEN jsonb_build_object('after', r.dispose_after::text, 'decision', r.decision) END AS own`;
    if ('ids' in wanted)
      return source.query<RetentionRow[]>(
        `SELECT ${columns} FROM ${subject.from} WHERE x.id = ANY ($1::uuid[]) ORDER BY x.id`,
        [wanted.ids],
      );
    return source.query<RetentionRow[]>(
      `SELECT ${columns} FROM ${subject.from}
       WHERE x.municipality_id = $1 AND ${subject.undisposed} ${further} AND ($2::uuid IS NULL OR x.id > $2)
       ORDER BY x.id LIMIT $3`,
      [wanted.municipalityId, wanted.afterId, wanted.limit],
    );
  }

  /**
   * What falls due up to a day, the earliest first, and how many there are; what is held is among them. What the reader may not open is
   * counted and not named. @param secretsOf the organisations whose secrets the reader may open
   */
  async upTo(
    source: Source,
    municipalityId: string,
    {
      today,
      last,
      limit,
      secretsOf,
    }: {
      readonly today: string;
      readonly last: string;
      readonly limit: number;
      readonly secretsOf: readonly string[];
    },
  ): Promise<{ items: DisposalCandidate[]; total: number; due: number }> {
    const part = (subject: Subject, name: string): string => `
      SELECT ${subject.type} AS type, ${name} AS name, ${due(subject)} AS after, coalesce(r.decision, rule.decision) AS decision, r.hold,
        ${subject.secretFor} AS secret_for FROM ${subject.from}
      WHERE x.municipality_id = $1 AND ${subject.undisposed} AND coalesce(r.decision, rule.decision) IS NOT NULL AND ${due(subject)} <= $2::date`;
    const both = `${part(proposals, 'x.reference')} UNION ALL ${part(activities, 'x.occurred_on::text')} UNION ALL ${part(dialogues, 'x.reference')} UNION ALL ${originals}`;
    const items = await source.query<DisposalCandidate[]>(
      `SELECT type, name, after::text AS after, decision, hold FROM (${both}) AS c WHERE ${openedFor('c', '$4')}
       ORDER BY c.after, name LIMIT $3`,
      [municipalityId, last, limit, secretsOf],
    );
    const [count] = await source.query<{ total: number; due: number }[]>(
      `SELECT count(*)::integer AS total, (count(*) FILTER (WHERE hold IS NULL AND after <= $3::date))::integer AS due FROM (${both}) AS c`,
      [municipalityId, last, today],
    );
    return { items, total: count?.total ?? 0, due: count?.due ?? 0 };
  }

  /** Writes down what was disposed of: one row for a day, a kind and a decision. */
  async addDisposal(
    manager: EntityManager,
    disposal: {
      readonly municipalityId: string;
      readonly at: Date;
      readonly type: DisposalType;
      readonly decision: string;
      readonly count: number;
      readonly files: number;
      readonly job: string;
    },
  ): Promise<void> {
    const { municipalityId, at, type, decision, count, files, job } = disposal;
    await manager.query(
      `INSERT INTO disposals (municipality_id, day, at, type, decision, count, files, job)
       VALUES ($1, ($2::timestamptz AT TIME ZONE 'Europe/Stockholm')::date, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ON CONSTRAINT disposals_unique DO UPDATE SET count = disposals.count + excluded.count, files = disposals.files + excluded.files,
         at = excluded.at`,
      [municipalityId, at, type, decision, count, files, job],
    );
  }

  /** What was disposed of, the latest first. */
  async disposals(
    source: Source,
    municipalityId: string,
    beforeId: number | null,
    limit: number,
  ): Promise<Disposal[]> {
    const rows = await source.query<(Omit<Disposal, 'at'> & { readonly at: Date })[]>(
      `SELECT d.id::text AS id, d.at, d.type, d.count, d.files, d.decision, d.job FROM disposals AS d
       WHERE d.municipality_id = $1 AND ($2::bigint IS NULL OR d.id < $2) ORDER BY d.id DESC LIMIT $3`,
      [municipalityId, beforeId, limit],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
