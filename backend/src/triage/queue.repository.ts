import type { Box } from '@lofteskartan/shared/position';
import type { Placement, TriageQuery } from '@lofteskartan/shared/contracts/triage';
import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type {
  Language,
  ProposalKind,
  ProposalSource,
  ProposalStatus,
  PublicationState,
  ReferralFilter,
  ReportState,
} from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Parameters, type Statement } from '../proposals/public/statement.js';
import { type QueuePart, type QueueScope, statusesLeftOut, storedStatuses } from './queue.rules.js';

/** What the queue is asked for; values within one filter are alternatives. */
export interface QueueQuestion extends Pick<
  TriageQuery,
  | 'municipality'
  | 'kind'
  | 'status'
  | 'commitment'
  | 'locality'
  | 'publication'
  | 'placement'
  | 'report'
  | 'outcome'
  | 'source'
  | 'call'
  | 'referral'
> {
  readonly scope: QueueScope;
  readonly box: Box | null;
  /** A number, or words to look for. */
  readonly search: { readonly reference: string } | { readonly words: string } | null;
}

/** Which rows of it, in which order. */
export interface QueuePage {
  readonly part: QueuePart;
  /** The key of the row after which to go on. */
  readonly after: readonly (string | number)[] | null;
  readonly rows: number;
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
  readonly publication: PublicationState;
  readonly photosPending: number;
  readonly personalDataCount: number;
  readonly openReports: number;
  readonly replied: boolean;
  readonly outcomeWaits: boolean;
  readonly source: ProposalSource;
  readonly toCall: boolean;
  readonly bodyAnswered: boolean;
  readonly supportCount: number;
  readonly commitmentId: string | null;
  readonly commitmentSlug: string | null;
  readonly commitmentTitle: Readonly<Record<Language, string>> | null;
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
  SELECT count(DISTINCT coalesce(c.address_hash, encode(s.device_hash, 'hex')))::integer
  FROM gathered JOIN proposal_supports s ON s.proposal_id = gathered.id
  LEFT JOIN proposal_contacts c ON c.id = s.contact_id AND c.confirmed_at IS NOT NULL)`;

/** Proposal `p` was reported, and nobody has looked at it yet. */
const openReport =
  'EXISTS (SELECT 1 FROM proposal_reports r WHERE r.municipality_id = p.municipality_id AND r.proposal_id = p.id AND r.closed_at IS NULL)';
/** As a list that is read once: beside a join the planner would sort what the index has in order. */
const notReported = ({ municipalityIds }: QueueScope, values: Parameters): string =>
  `p.id <> ALL (ARRAY(SELECT r.proposal_id FROM proposal_reports r
    WHERE r.municipality_id = ANY (${values.add(municipalityIds)}::uuid[]) AND r.closed_at IS NULL))`;
const closedReport =
  'EXISTS (SELECT 1 FROM proposal_reports r WHERE r.proposal_id = p.id AND r.closed_at IS NOT NULL)';

/** The sender of proposal `p` says that it did not help, and nobody has looked at that yet. */
const outcomeWaits =
  'EXISTS (SELECT 1 FROM proposal_outcomes o WHERE o.municipality_id = p.municipality_id AND o.proposal_id = p.id AND o.waits)';

/** The sender of proposal `p` left a telephone number alone, and is to be called about the answer. */
const toCall =
  'EXISTS (SELECT 1 FROM proposal_phones f WHERE f.municipality_id = p.municipality_id AND f.proposal_id = p.id AND f.to_call_since IS NOT NULL)';

/** The body that has proposal `p` has answered, or has had it for longer than it may without an answer. */
const referralIs: Readonly<Record<ReferralFilter, string>> = {
  answered: `(p.status = 'referred' AND EXISTS (
    SELECT 1 FROM referrals r WHERE r.municipality_id = p.municipality_id AND r.proposal_id = p.id AND r.ended_at IS NULL AND r.answered_at IS NOT NULL))`,
  overdue: `(p.status = 'referred' AND EXISTS (
    SELECT 1 FROM referrals r WHERE r.municipality_id = p.municipality_id AND r.proposal_id = p.id AND r.ended_at IS NULL
      AND r.answered_at IS NULL AND r.overdue_at IS NOT NULL))`,
};

/** The sender of proposal `p` has replied to a question, and staff have done nothing since. */
const replied = `(p.status = 'under-review' AND EXISTS (
  SELECT 1 FROM proposal_questions q WHERE q.proposal_id = p.id AND q.reply IS NOT NULL AND q.handled_at IS NULL))`;

/** How each part reads an index that has the rows in it: the source of one municipality's rows, the sort, and what follows a key. */
const orders: Record<
  QueuePart,
  {
    from: string;
    support: string;
    sort: string;
    merge: string;
    after: (values: Parameters, key: readonly (string | number)[]) => string;
  }
> = {
  reported: {
    from: `(SELECT DISTINCT r.proposal_id FROM proposal_reports r WHERE r.municipality_id = town.id AND r.closed_at IS NULL) AS open
      JOIN proposals p ON p.id = open.proposal_id WHERE true`,
    support: '0',
    sort: 'p.created_at DESC, p.id',
    merge: 'created_at DESC, id',
    after: (values, key) => orders.newest.after(values, key),
  },
  newest: {
    from: 'proposals p WHERE p.municipality_id = town.id',
    support: '0',
    sort: 'p.created_at DESC, p.id',
    merge: 'created_at DESC, id',
    after: (values, [, moment, id]) => {
      const [at, than] = [`${values.add(moment)}::timestamptz`, `${values.add(id)}::uuid`];
      return `p.created_at <= ${at} AND (p.created_at < ${at} OR p.id > ${than})`;
    },
  },
  oldest: {
    from: 'proposals p WHERE p.municipality_id = town.id',
    support: '0',
    sort: 'p.created_at, p.id DESC',
    merge: 'created_at, id DESC',
    after: (values, [, moment, id]) => {
      const [at, than] = [`${values.add(moment)}::timestamptz`, `${values.add(id)}::uuid`];
      return `p.created_at >= ${at} AND (p.created_at > ${at} OR p.id < ${than})`;
    },
  },
  supported: {
    from: 'public_proposals pub JOIN proposals p ON p.id = pub.proposal_id WHERE pub.listed AND pub.municipality = town.slug',
    support: 'pub.support_count',
    sort: 'pub.support_count DESC, pub.created_at DESC, pub.proposal_id DESC',
    merge: 'support DESC, created_at DESC, id DESC',
    after: (values, [support, moment, id]) =>
      `(pub.support_count, pub.created_at, pub.proposal_id) < (${values.add(support)}::integer, ${values.add(moment)}::timestamptz, ${values.add(id)}::uuid)`,
  },
  unlisted: {
    from: `proposals p WHERE p.municipality_id = town.id
      AND NOT EXISTS (SELECT 1 FROM public_proposals pub WHERE pub.proposal_id = p.id AND pub.listed)`,
    support: '0',
    sort: 'p.created_at DESC, p.id',
    merge: 'created_at DESC, id',
    after: (values, key) => orders.newest.after(values, key),
  },
};

/**
 * The one statement behind a page of the queue. Each municipality (and status) is read from an index that has its rows in the
 * wanted order, and only as many as a page holds; what is shown beside a row is read for the page alone.
 */
export function queueStatement(question: QueueQuestion, page: QueuePage): Statement {
  const values = new Parameters();
  const order = orders[page.part];
  const towns = townsOf(question, values);
  const statuses = question.status && storedStatuses(question.status, question.scope);
  // A search finds its rows in an index of its own; so does the order of support.
  const byStatus =
    statuses !== undefined && !question.search && page.part !== 'supported' && page.part !== 'reported';
  const asked = byStatus ? `CROSS JOIN unnest(${values.add(statuses)}::text[]) AS asked (status)` : '';
  const conditions = [
    order.from,
    ...(byStatus ? ['p.status = asked.status'] : []),
    ...(page.part === 'reported' ? [] : [notReported(question.scope, values)]),
    ...filtersOf(question, values, byStatus),
    ...(page.after ? [order.after(values, page.after)] : []),
  ].join(' AND ');
  const rows = values.add(page.rows);
  const text = `
    SELECT p.reference, p.kind, p.status, p.police_planned_at AS "policePlannedAt", p.municipality_id AS "municipalityId",
      m.slug AS municipality, l.slug AS locality, ST_X(p.position) AS lng, ST_Y(p.position) AS lat, p.placement,
      p.place_name AS "placeName", p.description, p.details, p.publication,
      (SELECT count(*)::integer FROM proposal_photos ph WHERE ph.proposal_id = p.id AND ph.publication = 'pending') AS "photosPending",
      (SELECT count(*)::integer FROM proposal_reports r WHERE r.proposal_id = p.id AND r.closed_at IS NULL) AS "openReports",
      ${replied} AS replied,
      ${outcomeWaits} AS "outcomeWaits",
      p.source, ${toCall} AS "toCall", ${referralIs.answered} AS "bodyAnswered",
      jsonb_array_length(p.personal_data) AS "personalDataCount",
      coalesce(seen.support_count, ${supporters}) AS "supportCount",
      c.id AS "commitmentId", c.slug AS "commitmentSlug", c.title AS "commitmentTitle",
      p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt",
      json_build_array(page.support, page.created_at::text, page.id) AS key
    FROM (
      SELECT found.* FROM (${towns}) AS town ${asked}
      CROSS JOIN LATERAL (
        SELECT p.id, p.created_at, ${order.support} AS support FROM ${conditions} ORDER BY ${order.sort} LIMIT ${rows}
      ) AS found
      ORDER BY ${order.merge} LIMIT ${rows}
    ) AS page
    JOIN proposals p ON p.id = page.id
    JOIN municipalities m ON m.id = p.municipality_id
    LEFT JOIN localities l ON l.id = p.locality_id
    LEFT JOIN commitments c ON c.id = p.commitment_id
    LEFT JOIN public_proposals seen ON seen.proposal_id = p.id AND seen.listed
    ORDER BY ${order.merge.replace(/\b(created_at|support|id)\b/g, 'page.$1')}`;
  return { text, values: values.all };
}

/** The statement that counts what fits the filters. */
function countStatement(question: QueueQuestion): Statement {
  const values = new Parameters();
  const towns = townsOf(question, values);
  const conditions = filtersOf(question, values, false).map((condition) => ` AND ${condition}`);
  const text = `SELECT count(*)::integer AS total FROM (${towns}) AS town
    JOIN proposals p ON p.municipality_id = town.id${conditions.length > 0 ? ` WHERE true${conditions.join('')}` : ''}`;
  return { text, values: values.all };
}

function townsOf({ scope, municipality }: QueueQuestion, values: Parameters): string {
  const asked = municipality ? ` AND slug = ANY (${values.add(municipality)}::text[])` : '';
  return `SELECT id, slug FROM municipalities WHERE id = ANY (${values.add(scope.municipalityIds)}::uuid[])${asked}`;
}

function filtersOf(question: QueueQuestion, values: Parameters, statusIsJoined: boolean): string[] {
  const oneOf = (column: string, wanted: readonly string[] | undefined, type = 'text'): string[] =>
    wanted ? [`${column} = ANY (${values.add(wanted)}::${type}[])`] : [];
  const leftOut = statusesLeftOut(question);
  return [
    `(p.secret_for IS NULL OR p.secret_for = ANY (${values.add(question.scope.secretsOf)}::uuid[]))`,
    ...oneOf('p.kind', question.kind),
    ...statusFilters(question, values, statusIsJoined),
    ...(leftOut.length > 0 ? [`p.status <> ALL (${values.add(leftOut)}::text[])`] : []),
    ...oneOf('p.commitment_id', question.commitment, 'uuid'),
    ...(question.locality
      ? [
          `EXISTS (SELECT 1 FROM localities place WHERE place.id = p.locality_id AND place.slug = ANY (${values.add(question.locality)}::text[]))`,
        ]
      : []),
    ...(question.publication ? [publicationFilter(question.publication, values)] : []),
    ...oneOf('p.placement', question.placement),
    ...(question.report ? [reportFilter(question.report)] : []),
    ...(question.outcome ? [outcomeWaits] : []),
    ...oneOf('p.source', question.source),
    ...(question.call ? [toCall] : []),
    ...(question.referral ? [`(${question.referral.map((each) => referralIs[each]).join(' OR ')})`] : []),
    ...(question.box ? [insideOf(question.box, values)] : []),
    ...(question.search ? [matching(question.search, values)] : []),
  ];
}

/** What the police plan reads as planned to them alone, in the municipalities where they are police. */
function statusFilters({ status, scope }: QueueQuestion, values: Parameters, isJoined: boolean): string[] {
  if (!status) return [];
  const stored = isJoined ? [] : [`p.status = ANY (${values.add(storedStatuses(status, scope))}::text[])`];
  const asksAboutPlans = status.includes('planned') !== status.includes('committed');
  if (!asksAboutPlans || scope.policeIds.length === 0) return stored;
  const police = `${values.add(scope.policeIds)}::uuid[]`;
  const read = `CASE WHEN p.police_planned_at IS NOT NULL AND p.municipality_id = ANY (${police}) THEN 'planned' ELSE p.status END`;
  return [...stored, `${read} = ANY (${values.add(status)}::text[])`];
}

/** Pending is what waits for a human: words, or a photo. */
function publicationFilter(wanted: readonly PublicationState[], values: Parameters): string {
  const words = `p.publication = ANY (${values.add(wanted)}::text[])`;
  if (!wanted.includes('pending')) return words;
  return `(${words} OR EXISTS (SELECT 1 FROM proposal_photos ph WHERE ph.proposal_id = p.id AND ph.publication = 'pending'))`;
}

const reportFilter = (wanted: readonly ReportState[]): string =>
  `(${wanted.map((state) => (state === 'open' ? openReport : closedReport)).join(' OR ')})`;

/** Half-open like the map's cells. `&&` is there for the index: it compares single precision. */
function insideOf(box: Box, values: Parameters): string {
  const [west, south, east, north] = box.map((edge) => `${values.add(edge)}::float8`);
  return `p.position && ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326) AND ST_X(p.position) >= ${west}
    AND ST_X(p.position) < ${east} AND ST_Y(p.position) >= ${south} AND ST_Y(p.position) < ${north}`;
}

/** Swedish word forms as well as the words as they stand (names, numbers). */
function matching(search: NonNullable<QueueQuestion['search']>, values: Parameters): string {
  if ('reference' in search) return `p.reference = ${values.add(search.reference)}`;
  const words = values.add(search.words);
  return `p.search @@ (websearch_to_tsquery('swedish', ${words}) || websearch_to_tsquery('simple', ${words}))`;
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
}
