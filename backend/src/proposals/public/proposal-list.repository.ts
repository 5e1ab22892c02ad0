import type { Box } from '@lofteskartan/shared/position';
import { FILTER_NONE, type ListedStatus, type ProposalSort } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WAITING_STATUSES, type AnswerFilter, type Responsibility } from './answer-ledger.rules.js';
import {
  type Branch,
  LIST_ORDERS,
  type ListFilters,
  type ListOrder,
  readingPlan,
  type ReadingPlan,
  type Search,
} from './proposal-list.rules.js';
import { PUBLIC_COLUMNS, type PublicProposalRow } from './public-proposal.view.js';
import { Parameters, type Statement } from './statement.js';

/** What to list. */
export interface ListQuestion {
  readonly filters: ListFilters;
  readonly box?: Box;
  /** What is asked about answers: statuses, and what becomes of those whose senders are still to be called. */
  readonly answers?: Pick<AnswerFilter, 'statuses' | 'toCall'>;
  /** Of those that wait: only those whose answer was due before. */
  readonly dueBefore?: Date;
  /** Who is responsible: a body that proposals were referred to, an organisation, or nobody of those who are responsible for something. */
  readonly answeredBy?:
    | { readonly body: string }
    | { readonly organisation: Responsibility }
    | { readonly nobodyBut: Responsibility };
  readonly search?: Search;
  readonly sort: ProposalSort;
  /** How many rows to read. */
  readonly rows: number;
  /** The key of the row after which to go on. */
  readonly after: readonly (string | number)[] | null;
}

/** A row with its key in the chosen order. */
export type ListRow = PublicProposalRow & { readonly key: (string | number)[] };

/**
 * The one statement behind a page. The branches of the plan are read from indexes that have them in the wanted order, and the database
 * merges them as it reads: a page costs about as many rows as it shows, however many there are.
 */
export function listStatement(question: ListQuestion): Statement {
  const { filters, sort, after } = question;
  const values = new Parameters();
  const order = LIST_ORDERS[sort];
  const plan = readingPlan(filters, sort, question.box !== undefined || question.search !== undefined);
  const overAll = !filters.municipality && !plan.eachMunicipality;
  const orderBy = inOrder(order, overAll);
  const rows = values.add(question.rows);
  const always = [
    'p.listed',
    ...(plan.eachMunicipality ? ['p.municipality = town.slug'] : []),
    ...otherConditions(question, plan, values),
    ...(after ? [afterKey(order, after, values)] : []),
  ];
  const branches = plan.branches.map(
    (branch) =>
      `(SELECT p.* FROM public_proposals AS p WHERE ${[...always, ...conditionsOf(branch, values), ...answerOf(question, branch, values)].join(' AND ')} ORDER BY ${orderBy} LIMIT ${rows})`,
  );
  const page = `(SELECT * FROM (${branches.join(' UNION ALL ')}) AS p ORDER BY ${orderBy} LIMIT ${rows}) AS p`;
  const from = plan.eachMunicipality
    ? `${townsOf(filters, values)} AS town (slug) CROSS JOIN LATERAL ${page}`
    : page;
  const text = `
    SELECT ${PUBLIC_COLUMNS}, json_build_array(${order.by.map(({ expression, type }) => (type === 'moment' ? `(${expression})::text` : expression)).join(', ')}) AS key
    FROM ${from}
    LEFT JOIN commitments AS c ON c.id = p.commitment_id
    ORDER BY ${orderBy} LIMIT ${rows}`;
  return { text, values: values.all };
}

function townsOf({ municipality }: ListFilters, values: Parameters): string {
  return municipality
    ? `(SELECT DISTINCT unnest(${values.add(municipality)}::text[]))`
    : '(SELECT slug FROM municipalities)';
}

const COLUMNS = {
  municipality: { column: 'municipality', type: 'text' },
  kind: { column: 'kind', type: 'text' },
  status: { column: 'status', type: 'text' },
  commitment: { column: 'commitment_id', type: 'uuid' },
  locality: { column: 'locality', type: 'text' },
} as const satisfies Record<keyof ListFilters, object>;

const FILTERS = Object.keys(COLUMNS) as (keyof ListFilters)[];

/** No locality has this name: proposals that have none. */
const noLocality = (filter: keyof ListFilters, value: string): boolean =>
  filter === 'locality' && value === FILTER_NONE;

/** A single value is compared as such: then an index in which it comes first still has the order of the rest. */
function oneOf(filter: keyof ListFilters, wanted: readonly string[], values: Parameters): string {
  const { column, type } = COLUMNS[filter];
  if (wanted.some((value) => noLocality(filter, value))) {
    const others = wanted.filter((value) => !noLocality(filter, value));
    return `(p.${column} IS NULL OR p.${column} = ANY(${values.add(others)}::${type}[]))`;
  }
  return wanted.length === 1
    ? `p.${column} = ${values.add(wanted[0])}::${type}`
    : `p.${column} = ANY(${values.add(wanted)}::${type}[])`;
}

function conditionsOf(branch: Branch, values: Parameters): string[] {
  return FILTERS.flatMap((filter) => {
    const { column, type } = COLUMNS[filter];
    const value = branch[filter];
    if (value === undefined) return [];
    return noLocality(filter, value)
      ? [`p.${column} IS NULL`]
      : [`p.${column} = ${values.add(value)}::${type}`];
  });
}

/** Whoever is to be called waits for an answer, whatever the status. Few of many: an index of its own has them. */
function answerOf({ answers }: ListQuestion, { status }: Branch, values: Parameters): string[] {
  if (!answers) return [];
  if (answers.toCall === 'out') return [somebodyHasIt];
  if (status === undefined)
    return [`(p.status = ANY(${values.add(answers.statuses)}::text[]) OR p.to_call_count > 0)`];
  return answers.statuses.includes(status) ? [] : ['p.to_call_count > 0'];
}

/** What the branches do not take care of, asked of each row. */
function otherConditions(
  { filters, box, search, answers, dueBefore, answeredBy }: ListQuestion,
  { covers, eachMunicipality }: ReadingPlan,
  values: Parameters,
): string[] {
  const left = FILTERS.filter((filter) => filters[filter] && !covers.includes(filter));
  return [
    ...left
      .filter((filter) => filter !== 'municipality' || !eachMunicipality)
      .map((filter) => oneOf(filter, filters[filter] ?? [], values)),
    ...(dueBefore ? [tooOld(dueBefore, answers?.statuses ?? [], values)] : []),
    ...(answeredBy ? [responsibleIs(answeredBy, values)] : []),
    ...(box ? [insideOf(box, values)] : []),
    ...(search ? [matching(search, values)] : []),
  ];
}

/** Somebody of the case has the answer: not all of its senders are still to be called. */
const somebodyHasIt = 'p.to_call_count <= p.gathered_count';

/** Of those that wait only what was due before; what is asked for with an answer may be of any age. */
function tooOld(before: Date, statuses: readonly ListedStatus[], values: Parameters): string {
  const answered = statuses.filter((status) => !WAITING_STATUSES.includes(status));
  return `((p.status = ANY(${values.add(answered)}::text[]) AND ${somebodyHasIt}) OR p.answer_due_at <= ${values.add(before)}::timestamptz)`;
}

/** The same as `ownerOf` says of a row, asked of the database. */
function responsibleIs(wanted: NonNullable<ListQuestion['answeredBy']>, values: Parameters): string {
  if ('body' in wanted) return `p.status = 'referred' AND p.responsible = ${values.add(wanted.body)}`;
  const { commitmentIds, kinds } = 'organisation' in wanted ? wanted.organisation : wanted.nobodyBut;
  const towns = values.add(kinds.map(({ municipality }) => municipality));
  const names = values.add(kinds.map(({ kind }) => kind));
  const theirs = `(p.commitment_id = ANY(${values.add(commitmentIds)}::uuid[]) OR (p.commitment_id IS NULL
    AND (p.municipality, p.kind) IN (SELECT * FROM unnest(${towns}::text[], ${names}::text[]))))`;
  if ('organisation' in wanted) return `p.status <> 'referred' AND ${theirs}`;
  return `CASE WHEN p.status = 'referred' THEN p.responsible IS NULL ELSE ${theirs} IS NOT TRUE END`;
}

/** Half-open like the map's cells. `&&` is there for the index: it compares single precision. */
function insideOf(box: Box, values: Parameters): string {
  const [west, south, east, north] = box.map((edge) => `${values.add(edge)}::float8`);
  return `p.position && ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)
    AND p.lng >= ${west} AND p.lng < ${east} AND p.lat >= ${south} AND p.lat < ${north}`;
}

/** Swedish word forms; while somebody is writing, also the words as they stand (names) and as beginnings. */
function matching(search: Search, values: Parameters): string {
  if ('reference' in search) return `p.reference = ${values.add(search.reference)}`;
  const words = values.add(search.words);
  if (!search.unfinished) return `p.search @@ websearch_to_tsquery('swedish', ${words})`;
  const before = values.add(search.unfinished.before);
  const last = values.add(`${search.unfinished.last}:*`);
  return `p.search @@ (websearch_to_tsquery('swedish', ${words}) || websearch_to_tsquery('simple', ${words})
    || (websearch_to_tsquery('swedish', ${before}) && (to_tsquery('swedish', ${last}) || to_tsquery('simple', ${last}))))`;
}

/** The order over all municipalities is spelt like the one index that is meant for it; nothing in it is ever null. */
function inOrder({ by, direction }: ListOrder, overAll: boolean): string {
  const nulls = overAll ? (direction === 'DESC' ? ' NULLS LAST' : ' NULLS FIRST') : '';
  return by.map(({ expression }) => `${expression} ${direction}${nulls}`).join(', ');
}

const sqlTypes = { integer: 'integer', moment: 'timestamptz', uuid: 'uuid' } as const;

function afterKey(
  { by, direction }: ListOrder,
  after: readonly (string | number)[],
  values: Parameters,
): string {
  const key = by.map(({ type }, index) => `${values.add(after[index])}::${sqlTypes[type]}`);
  return `(${by.map(({ expression }) => expression).join(', ')}) ${direction === 'DESC' ? '<' : '>'} (${key.join(', ')})`;
}

/** Reads the public list. */
@Injectable()
export class ProposalListRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Rows in the chosen order, from after the given key. */
  list(question: ListQuestion): Promise<ListRow[]> {
    const { text, values } = listStatement(question);
    return this.dataSource.query<ListRow[]>(text, values);
  }
}
