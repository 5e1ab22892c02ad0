import type { TriageQuery } from '@lofteskartan/shared/contracts/triage';
import type { Box } from '@lofteskartan/shared/position';
import {
  type PublicationState,
  type ReferralFilter,
  type ReportState,
  OPEN_STATUSES,
  WAITING_FOR_ANSWER,
} from '@lofteskartan/shared/vocabulary';
import type { Parameters } from '../proposals/public/statement.js';
import { ENDED_IN_PUBLIC } from '../proposals/outcomes/outcome.rules.js';
import { undelivered } from '../proposals/referrals/referral-mail.js';
import { type AssignedTo, DECIDES, type QueueScope, statusesLeftOut, storedStatuses } from './queue.rules.js';

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
  | 'deadline'
  | 'source'
  | 'call'
  | 'referral'
> {
  readonly scope: QueueScope;
  readonly assigned: AssignedTo;
  /** What is overdue is so at this moment. */
  readonly now: Date;
  readonly box: Box | null;
  /** A number, or words to look for. */
  readonly search: { readonly reference: string } | { readonly words: string } | null;
}

/** Proposal `p` was reported, and nobody has looked at it yet. */
const openReport =
  'EXISTS (SELECT 1 FROM proposal_reports r WHERE r.municipality_id = p.municipality_id AND r.proposal_id = p.id AND r.closed_at IS NULL)';

/** As a list that is read once: beside a join the planner would sort what the index has in order. */
export const notReported = ({ municipalityIds }: QueueScope, values: Parameters): string =>
  `p.id <> ALL (ARRAY(SELECT r.proposal_id FROM proposal_reports r
    WHERE r.municipality_id = ANY (${values.add(municipalityIds)}::uuid[]) AND r.closed_at IS NULL
    UNION SELECT h.proposal_id FROM held_texts h WHERE h.municipality_id = ANY (${values.add(municipalityIds)}::uuid[]) AND h.read_at IS NULL))`;
const closedReport =
  'EXISTS (SELECT 1 FROM proposal_reports r WHERE r.proposal_id = p.id AND r.closed_at IS NOT NULL)';

/** The sender of proposal `p`, or one who supports it, says that it did not help, and nobody has looked at that yet. */
export const outcomeWaits = `(EXISTS (SELECT 1 FROM proposal_outcomes o WHERE o.municipality_id = p.municipality_id AND o.proposal_id = p.id AND o.waits)
  OR EXISTS (SELECT 1 FROM supporter_outcomes o WHERE o.municipality_id = p.municipality_id AND o.proposal_id = p.id AND o.waits))`;

/** The sender of proposal `p` left a telephone number alone, and is to be called about the answer. */
export const toCall =
  'EXISTS (SELECT 1 FROM proposal_phones f WHERE f.municipality_id = p.municipality_id AND f.proposal_id = p.id AND f.to_call_since IS NOT NULL)';

/** Whoever is to be called about proposal `p` is asked as well whether it helped: everyone reads that its case has ended, and they have not said. */
export const toAsk = `(${toCall} AND NOT EXISTS (
    SELECT 1 FROM proposal_phones f JOIN proposal_outcomes o ON o.proposal_id = f.proposal_id AND o.told_at >= f.to_call_since
    WHERE f.proposal_id = p.id AND o.closing IS DISTINCT FROM 'reopened')
  AND (WITH RECURSIVE chain AS (
      SELECT p.duplicate_of_id AS next, p.public_status AS status
      UNION ALL SELECT l.duplicate_of_id, l.public_status FROM chain JOIN proposals l ON l.id = chain.next)
    SELECT status FROM chain WHERE next IS NULL) IN (${ENDED_IN_PUBLIC.map((status) => `'${status}'`).join(', ')}))`;

/**
 * Something was done where secret proposal `p` is, by somebody who may not know of it, that was no mistake, and those who may have decided nothing since. Looked at for what
 * is secret alone.
 */
export const doneNearby = `(p.secret_for IS NOT NULL AND p.status IN (${OPEN_STATUSES.map((status) => `'${status}'`).join(', ')}) AND EXISTS (
    SELECT 1 FROM proposal_events e WHERE e.proposal_id = p.id AND e.type = 'measure-done' AND e.audience = 'staff' AND NOT EXISTS (
      SELECT 1 FROM proposal_events l WHERE l.proposal_id = p.id AND l.id > e.id
        AND (l.actor_account_id IS NOT NULL AND l.type IN (${DECIDES.map((type) => `'${type}'`).join(', ')})
          OR l.type = 'measure-withdrawn' AND l.changes ->> 'measureId' = e.changes ->> 'measureId'))))`;

/** The body that has proposal `p` has answered; or has had it for longer than it may without an answer, or never got its mail. */
export const referralIs: Readonly<Record<ReferralFilter, string>> = {
  answered: `(p.status = 'referred' AND EXISTS (
    SELECT 1 FROM referrals r WHERE r.municipality_id = p.municipality_id AND r.proposal_id = p.id AND r.ended_at IS NULL AND r.answered_at IS NOT NULL))`,
  overdue: `(p.status = 'referred' AND EXISTS (
    SELECT 1 FROM referrals r WHERE r.municipality_id = p.municipality_id AND r.proposal_id = p.id AND r.ended_at IS NULL
      AND r.answered_at IS NULL AND (r.overdue_at IS NOT NULL OR ${undelivered})))`,
};

/** Proposal `p` waits for an answer, in the words of the index that holds those that do. */
export const waits = `p.status IN (${WAITING_FOR_ANSWER.map((status) => `'${status}'`).join(', ')})`;

/** Proposal `p` has an answer that its sender has not been called about: it waits as much as one without. */
export const waitsForACall = `(${toCall} AND NOT (${waits}))`;

/** Who of those that wait for an answer a statement reads: both only where few rows are read. */
export type Waiting = 'answer' | 'call' | 'either';
const waiting: Readonly<Record<Waiting, string>> = {
  answer: waits,
  call: waitsForACall,
  either: `(${waits} OR ${toCall})`,
};

/** The municipalities that are read: of one's own those that are asked for. */
export function townsOf({ scope, municipality }: QueueQuestion, values: Parameters): string {
  const asked = municipality ? ` AND slug = ANY (${values.add(municipality)}::text[])` : '';
  return `SELECT id, slug FROM municipalities WHERE id = ANY (${values.add(scope.municipalityIds)}::uuid[])${asked}`;
}

/** Proposal `p` is in quarantine, or secret to all but the organisations of a parameter: in the words of the index that holds such. */
export const keptFrom = (organisations: string): string =>
  `((p.held_as IS NOT NULL OR p.secret_for IS NOT NULL) AND (p.held_as IS NOT NULL OR p.secret_for <> ALL (${organisations}::uuid[])))`;

/**
 * The conditions on proposal `p`: what is asked for, and that one may see it.
 * @param statusIsJoined the statuses are read one by one already
 * @param late which of what is overdue
 */
export function filtersOf(
  question: QueueQuestion,
  values: Parameters,
  statusIsJoined: boolean,
  late: Waiting,
): string[] {
  return [
    'p.held_as IS NULL',
    `(p.secret_for IS NULL OR p.secret_for = ANY (${values.add(question.scope.secretsOf)}::uuid[]))`,
    ...askedFor(question, values, statusIsJoined, late),
  ];
}

/** The conditions on proposal `p` of what is asked for, whether one may see it apart. */
export function askedFor(
  question: QueueQuestion,
  values: Parameters,
  statusIsJoined: boolean,
  late: Waiting,
): string[] {
  const oneOf = (column: string, wanted: readonly string[] | undefined, type = 'text'): string[] =>
    wanted ? [`${column} = ANY (${values.add(wanted)}::${type}[])`] : [];
  const leftOut = statusesLeftOut(question);
  return [
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
    ...assignedFilters(question.assigned, values),
    ...(question.deadline
      ? [`${waiting[late]} AND p.answer_due_at <= ${values.add(question.now)}::timestamptz`]
      : []),
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
  return `(${words} OR EXISTS (SELECT 1 FROM proposal_photos ph WHERE ph.proposal_id = p.id AND ph.publication = 'pending' AND ph.secret_for IS NULL))`;
}

const reportFilter = (wanted: readonly ReportState[]): string =>
  `(${wanted.map((state) => (state === 'open' ? openReport : closedReport)).join(' OR ')})`;

/** In somebody's hands; alternatives within the persons, and within the organisations. */
function assignedFilters({ persons, organisations }: AssignedTo, values: Parameters): string[] {
  const isOne = (column: string, ids: readonly string[]) =>
    ids.length === 1
      ? `p.${column} = ${values.add(ids[0])}::uuid`
      : `p.${column} = ANY (${values.add(ids)}::uuid[])`;
  const person =
    persons &&
    [
      ...(persons.ids.length > 0 || !persons.nobody ? [isOne('assigned_account_id', persons.ids)] : []),
      ...(persons.nobody ? ['p.assigned_organisation_id IS NULL'] : []),
    ].join(' OR ');
  const teams = ({ ids, slugs }: NonNullable<AssignedTo['organisations']>) =>
    [
      ...(ids.length > 0 || slugs.length === 0 ? [isOne('assigned_organisation_id', ids)] : []),
      ...(slugs.length > 0
        ? [
            `p.assigned_organisation_id = ANY (ARRAY(SELECT o.id FROM organisations o WHERE o.slug = ANY (${values.add(slugs)}::text[])))`,
          ]
        : []),
    ].join(' OR ');
  return [...(person ? [`(${person})`] : []), ...(organisations ? [`(${teams(organisations)})`] : [])];
}

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
