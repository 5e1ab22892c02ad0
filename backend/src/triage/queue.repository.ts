import type { Assignee } from '@lofteskartan/shared/contracts/assignments';
import type { Placement } from '@lofteskartan/shared/contracts/triage';
import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type {
  Language,
  ProposalKind,
  ProposalSource,
  ProposalStatus,
  PublicationState,
} from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { confirmedAddress, supporterWithin } from '../proposals/people-behind.js';
import { Parameters, type Statement } from '../proposals/public/statement.js';
import { assigneeOf, assigneeTables } from './assignment.repository.js';
import {
  askedFor,
  filtersOf,
  keptFrom,
  notReported,
  outcomeWaits,
  referralIs,
  doneNearby,
  toAsk,
  toCall,
  type QueueQuestion,
  townsOf,
  type Waiting,
  waits,
  waitsForACall,
} from './queue-filters.repository.js';
import { type QueuePart, readsByStatus, statusesRead } from './queue.rules.js';

/** Which rows of it, in which order. */
export interface QueuePage {
  readonly part: QueuePart;
  /** The key of the row after which to go on. */
  readonly after: readonly (string | number)[] | null;
  readonly rows: number;
}

/** What is counted, perhaps only up to a bound. */
export interface CountQuestion {
  readonly question: QueueQuestion;
  readonly atMost: number | null;
}

/** A row of the queue. */
export interface QueueRow {
  readonly reference: string;
  readonly kind: ProposalKind;
  readonly status: ProposalStatus;
  readonly policePlannedAt: Date | null;
  readonly municipalityId: string;
  readonly municipality: string;
  readonly locality: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly placement: Placement;
  readonly placeName: string | null;
  readonly description: string | null;
  readonly details: ProposalDetails;
  readonly roadListed: boolean;
  readonly language: Language;
  readonly publication: PublicationState;
  readonly photosPending: number;
  readonly personalDataCount: number;
  readonly openReports: number;
  readonly heldWords: string[];
  readonly replied: boolean;
  readonly outcomeWaits: boolean;
  readonly source: ProposalSource;
  readonly toCall: boolean;
  readonly toAsk: boolean;
  readonly doneNearby: boolean;
  readonly bodyAnswered: boolean;
  readonly supportCount: number;
  readonly commitmentId: string | null;
  readonly commitmentSlug: string | null;
  readonly commitmentTitle: Readonly<Record<Language, string>> | null;
  readonly assignee: Assignee | null;
  readonly answerDueAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly key: (string | number)[];
}

/**
 * People who want proposal `p`, each counted once over the case that it leads. Read only where the public count is not there.
 * `OFFSET 0` makes each step a look-up in the index, where a planner that expects little would read all duplicates there are.
 */
const supporters = `(
  WITH RECURSIVE gathered AS (
    SELECT p.id UNION ALL SELECT d.id FROM gathered CROSS JOIN LATERAL (
      SELECT part.id FROM proposals part WHERE part.duplicate_of_id = gathered.id OFFSET 0) AS d)
  SELECT count(DISTINCT person)::integer FROM (
    SELECT ${supporterWithin} AS person FROM gathered JOIN proposal_supports s ON s.proposal_id = gathered.id ${confirmedAddress}) AS behind)`;

/** The sender of proposal `p` has replied to a question, and staff have done nothing since. */
const replied = `(p.status = 'under-review' AND EXISTS (
  SELECT 1 FROM proposal_questions q WHERE q.proposal_id = p.id AND q.reply IS NOT NULL AND q.handled_at IS NULL))`;

/** How each part reads an index that has the rows in it: the source of one municipality's rows, the sort, and what follows a key. */
const orders: Record<
  QueuePart,
  {
    from: string;
    support: string;
    moment: string;
    sort: string;
    merge: string;
    after: (values: Parameters, key: readonly (string | number)[]) => string;
  }
> = {
  reported: {
    from: `(SELECT r.proposal_id FROM proposal_reports r WHERE r.municipality_id = town.id AND r.closed_at IS NULL
        UNION SELECT h.proposal_id FROM held_texts h WHERE h.municipality_id = town.id AND h.read_at IS NULL) AS open
      JOIN proposals p ON p.id = open.proposal_id WHERE true`,
    support: '0',
    moment: 'p.created_at',
    sort: 'p.created_at DESC, p.id',
    merge: 'moment DESC, id',
    after: (values, key) => orders.newest.after(values, key),
  },
  newest: {
    from: 'proposals p WHERE p.municipality_id = town.id',
    support: '0',
    moment: 'p.created_at',
    sort: 'p.created_at DESC, p.id',
    merge: 'moment DESC, id',
    after: (values, [, moment, id]) => {
      const [at, than] = [`${values.add(moment)}::timestamptz`, `${values.add(id)}::uuid`];
      return `p.created_at <= ${at} AND (p.created_at < ${at} OR p.id > ${than})`;
    },
  },
  oldest: {
    from: 'proposals p WHERE p.municipality_id = town.id',
    support: '0',
    moment: 'p.created_at',
    sort: 'p.created_at, p.id DESC',
    merge: 'moment, id DESC',
    after: (values, [, moment, id]) => {
      const [at, than] = [`${values.add(moment)}::timestamptz`, `${values.add(id)}::uuid`];
      return `p.created_at >= ${at} AND (p.created_at > ${at} OR p.id < ${than})`;
    },
  },
  called: {
    from: `(SELECT f.proposal_id FROM proposal_phones f WHERE f.municipality_id = town.id AND f.to_call_since IS NOT NULL) AS open
      JOIN proposals p ON p.id = open.proposal_id WHERE NOT (${waits}) AND p.answer_due_at IS NOT NULL`,
    support: '0',
    moment: 'p.answer_due_at',
    sort: 'p.answer_due_at, p.id',
    merge: 'moment, id',
    after: (values, key) => orders.due.after(values, key),
  },
  due: {
    from: `proposals p WHERE p.municipality_id = town.id AND ${waits} AND p.answer_due_at IS NOT NULL`,
    support: '0',
    moment: 'p.answer_due_at',
    sort: 'p.answer_due_at, p.id',
    merge: 'moment, id',
    after: (values, [, moment, id]) =>
      `(p.answer_due_at, p.id) > (${values.add(moment)}::timestamptz, ${values.add(id)}::uuid)`,
  },
  settled: {
    from: `proposals p WHERE p.municipality_id = town.id AND NOT (${waits} AND p.answer_due_at IS NOT NULL)
      AND NOT (${waitsForACall} AND p.answer_due_at IS NOT NULL)`,
    support: '0',
    moment: 'p.created_at',
    sort: 'p.created_at DESC, p.id',
    merge: 'moment DESC, id',
    after: (values, key) => orders.newest.after(values, key),
  },
  supported: {
    from: 'public_proposals pub JOIN proposals p ON p.id = pub.proposal_id WHERE pub.listed AND pub.municipality = town.slug',
    support: 'pub.support_count',
    moment: 'p.created_at',
    sort: 'pub.support_count DESC, pub.created_at DESC, pub.proposal_id DESC',
    merge: 'support DESC, moment DESC, id DESC',
    after: (values, [support, moment, id]) =>
      `(pub.support_count, pub.created_at, pub.proposal_id) < (${values.add(support)}::integer, ${values.add(moment)}::timestamptz, ${values.add(id)}::uuid)`,
  },
  unlisted: {
    from: `proposals p WHERE p.municipality_id = town.id
      AND NOT EXISTS (SELECT 1 FROM public_proposals pub WHERE pub.proposal_id = p.id AND pub.listed)`,
    support: '0',
    moment: 'p.created_at',
    sort: 'p.created_at DESC, p.id',
    merge: 'moment DESC, id',
    after: (values, key) => orders.newest.after(values, key),
  },
};

/** Which of what is overdue a part holds, if not what waits for an answer. */
const lateIn: Partial<Record<QueuePart, Waiting>> = { reported: 'either', called: 'call' };

/**
 * The one statement behind a page of the queue. Each municipality (and status) is read from an index that has its rows in the
 * wanted order, and only as many as a page holds; what is shown beside a row is read for the page alone.
 */
export function queueStatement(question: QueueQuestion, page: QueuePage): Statement {
  const values = new Parameters();
  const order = orders[page.part];
  const towns = townsOf(question, values);
  // A search finds its rows in an index of its own; so do the orders of support and of what is due.
  const statuses = question.search || !readsByStatus(page.part) ? null : statusesRead(question, page.part);
  const byStatus = statuses !== null;
  const asked = byStatus ? `CROSS JOIN unnest(${values.add(statuses)}::text[]) AS asked (status)` : '';
  const conditions = [
    order.from,
    ...(byStatus ? ['p.status = asked.status'] : []),
    ...(page.part === 'reported' ? [] : [notReported(question.scope, values)]),
    ...filtersOf(question, values, byStatus, lateIn[page.part] ?? 'answer'),
    ...(page.after ? [order.after(values, page.after)] : []),
  ].join(' AND ');
  const rows = values.add(page.rows);
  const text = `
    SELECT p.reference, p.kind, p.status, p.police_planned_at AS "policePlannedAt", p.municipality_id AS "municipalityId",
      m.slug AS municipality, l.slug AS locality, ST_X(p.position) AS lng, ST_Y(p.position) AS lat, p.placement,
      p.place_name AS "placeName", p.description, p.details, p.road_listed AS "roadListed", p.language, p.publication,
      (SELECT count(*)::integer FROM proposal_photos ph WHERE ph.proposal_id = p.id AND ph.publication = 'pending' AND ph.secret_for IS NULL) AS "photosPending",
      (SELECT count(*)::integer FROM proposal_reports r WHERE r.proposal_id = p.id AND r.closed_at IS NULL) AS "openReports",
      (SELECT coalesce(jsonb_agg(DISTINCT word.value), '[]') FROM held_texts h CROSS JOIN LATERAL jsonb_array_elements_text(h.words) AS word
        WHERE h.proposal_id = p.id AND h.read_at IS NULL) AS "heldWords",
      ${replied} AS replied,
      ${outcomeWaits} AS "outcomeWaits",
      p.source, ${toCall} AS "toCall", ${toAsk} AS "toAsk", ${doneNearby} AS "doneNearby", ${referralIs.answered} AS "bodyAnswered",
      jsonb_array_length(p.personal_data) AS "personalDataCount",
      coalesce(seen.support_count, ${supporters}) AS "supportCount",
      c.id AS "commitmentId", c.slug AS "commitmentSlug", c.title AS "commitmentTitle",
      ${assigneeOf} AS assignee, CASE WHEN ${waits} OR ${toCall} THEN p.answer_due_at END AS "answerDueAt",
      p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt",
      json_build_array(page.support, page.moment::text, page.id) AS key
    FROM (
      SELECT found.* FROM (${towns}) AS town ${asked}
      CROSS JOIN LATERAL (
        SELECT p.id, ${order.moment} AS moment, ${order.support} AS support FROM ${conditions} ORDER BY ${order.sort} LIMIT ${rows}
      ) AS found
      ORDER BY ${order.merge} LIMIT ${rows}
    ) AS page
    JOIN proposals p ON p.id = page.id
    JOIN municipalities m ON m.id = p.municipality_id
    LEFT JOIN localities l ON l.id = p.locality_id
    LEFT JOIN commitments c ON c.id = p.commitment_id
    ${assigneeTables}
    LEFT JOIN public_proposals seen ON seen.proposal_id = p.id AND seen.listed
    ORDER BY ${order.merge.replace(/\b(moment|support|id)\b/g, 'page.$1')}`;
  return { text, values: values.all };
}

/** The statement that counts what fits the filters. */
export function countStatement(question: QueueQuestion): Statement {
  const values = new Parameters();
  return { text: `SELECT ${countOf(question, values, null)} AS total`, values: values.all };
}

/** The statement that counts for several questions at once: those with a bound only up to it. */
export function countsStatement(questions: readonly CountQuestion[]): Statement {
  const values = new Parameters();
  const counts = questions.map(({ question, atMost }) => countOf(question, values, atMost));
  return { text: `SELECT ARRAY[${counts.join(', ')}]::integer[] AS totals`, values: values.all };
}

/** A subquery that counts. What is overdue is counted from two indexes: that of what waits, and that of whom to call. */
function countOf(question: QueueQuestion, values: Parameters, atMost: number | null): string {
  if (!question.deadline) return countWith(question, values, atMost, 'answer');
  const [answers, calls] = (['answer', 'call'] as const).map((late) =>
    countWith(question, values, atMost, late),
  );
  const both = `(${answers} + ${calls})`;
  return atMost === null ? both : `least(${both}, ${values.add(atMost)})`;
}

/**
 * Without a bound, what one may not see is counted apart and taken off: all but those few rows are then counted in the indexes alone,
 * which know neither of secrecy nor of quarantine, and no row itself is read.
 */
function countWith(
  question: QueueQuestion,
  values: Parameters,
  atMost: number | null,
  late: Waiting,
): string {
  const towns = townsOf(question, values);
  const from = (conditions: readonly string[]) =>
    `FROM (${towns}) AS town JOIN proposals p ON ${['p.municipality_id = town.id', ...conditions].join(' AND ')}`;
  if (atMost !== null) {
    const seen = from(filtersOf(question, values, false, late));
    return `(SELECT count(*)::integer FROM (SELECT 1 ${seen} LIMIT ${values.add(atMost)}) AS counted)`;
  }
  const asked = askedFor(question, values, false, late);
  const kept = from([...asked, keptFrom(values.add(question.scope.secretsOf))]);
  return `((SELECT count(*)::integer ${from(asked)}) - (SELECT count(*)::integer ${kept}))`;
}

/** Reads the queue. */
@Injectable()
export class QueueRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Rows in the chosen order, from after the given key. */
  page(question: QueueQuestion, page: QueuePage): Promise<QueueRow[]> {
    const { text, values } = queueStatement(question, page);
    return this.dataSource.query<QueueRow[]>(text, values);
  }

  /** How many fit the filters in all. */
  async total(question: QueueQuestion): Promise<number> {
    const { text, values } = countStatement(question);
    const [row] = await this.dataSource.query<{ total: number }[]>(text, values);
    return row?.total ?? 0;
  }

  /** How many fit each of several questions. */
  async totals(questions: readonly CountQuestion[]): Promise<number[]> {
    const { text, values } = countsStatement(questions);
    const [row] = await this.dataSource.query<{ totals: number[] }[]>(text, values);
    return row?.totals ?? [];
  }
}
