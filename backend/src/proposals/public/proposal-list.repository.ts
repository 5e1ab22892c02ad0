import type { Box } from '@lofteskartan/shared/position';
import {
  LISTED_STATUSES,
  type ListedStatus,
  PROPOSAL_KINDS,
  type ProposalKind,
  type ProposalSort,
} from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LIST_ORDERS, type ListOrder, type Search } from './proposal-list.rules.js';
import { PUBLIC_COLUMNS, type PublicProposalRow } from './public-proposal.view.js';
import { Parameters, type Statement } from './statement.js';

/** What to list: values within one filter are alternatives. */
export interface ListQuestion {
  readonly municipalities?: readonly string[];
  readonly kinds?: readonly ProposalKind[];
  readonly statuses?: readonly ListedStatus[];
  readonly commitments?: readonly string[];
  readonly localities?: readonly string[];
  readonly box?: Box;
  readonly search?: Search;
  readonly sort: ProposalSort;
  /** How many rows to read. */
  readonly rows: number;
  /** The key of the row after which to go on. */
  readonly after: readonly (string | number)[] | null;
}

/** A row with its key in the chosen order. */
export type ListRow = PublicProposalRow & { readonly key: (string | number)[] };

/** Beyond so many, alternatives are left to the database to work out. */
const MOST_BRANCHES = 24;

/**
 * The one statement behind a page. Alternatives become branches that an index has in the wanted order, and the database merges
 * them as it reads: a page costs about as many rows as it shows, however many there are.
 */
export function listStatement(question: ListQuestion): Statement {
  const values = new Parameters();
  const order = LIST_ORDERS[question.sort];
  const rows = values.add(question.rows);
  const branches = branchesOf(question, values);
  const filters = [...filtersOf(question, values, branches), ...afterKey(order, question.after, values)];
  const branch = (conditions: readonly string[]): string =>
    `(SELECT p.* FROM public_proposals AS p WHERE ${['p.listed', ...conditions, ...filters].join(' AND ')} ORDER BY ${inOrder(order)} LIMIT ${rows})`;
  const merged =
    branches.conditions.length === 1
      ? branch(branches.conditions[0] ?? [])
      : `(SELECT * FROM (${branches.conditions.map(branch).join(' UNION ALL ')}) AS p ORDER BY ${inOrder(order)} LIMIT ${rows})`;
  const text = `
    SELECT ${PUBLIC_COLUMNS}, json_build_array(${order.by.map(({ expression, type }) => (type === 'moment' ? `(${expression})::text` : expression)).join(', ')}) AS key
    FROM ${branches.towns ? `${branches.towns} AS town (slug) CROSS JOIN LATERAL ${merged} AS p` : `${merged} AS p`}
    LEFT JOIN commitments AS c ON c.id = p.commitment_id
    ORDER BY ${inOrder(order)} LIMIT ${rows}`;
  return { text, values: values.all };
}

interface Branches {
  /** What each branch is about; one empty branch when nothing is branched on. */
  readonly conditions: readonly (readonly string[])[];
  /** The filters that the branches have taken care of. */
  readonly covers: readonly (keyof ListQuestion)[];
  /** Municipalities as a relation, each of which is asked by itself, where there may be several. */
  readonly towns?: string;
}

function branchesOf(question: ListQuestion, values: Parameters): Branches {
  const { municipalities, commitments, localities, kinds, statuses, sort } = question;
  const byTime = sort === 'newest' || sort === 'oldest';
  // A search or a box finds its rows in an index of its own.
  if (question.search || question.box) return { conditions: [[]], covers: [] };
  if (commitments) {
    if (commitments.length > MOST_BRANCHES) return { conditions: [[]], covers: [] };
    const conditions = commitments.map((id) => [`p.commitment_id = ${values.add(id)}::uuid`]);
    return { conditions, covers: ['commitments'] };
  }
  if (!municipalities && !kinds && !statuses && !localities && byTime)
    return { conditions: [[]], covers: [] };
  const [only, ...others] = municipalities ?? [];
  const single = only !== undefined && others.length === 0;
  const town = single ? `p.municipality = ${values.add(only)}` : 'p.municipality = town.slug';
  const towns = single
    ? {}
    : {
        towns: municipalities
          ? `(SELECT DISTINCT unnest(${values.add(municipalities)}::text[]))`
          : '(SELECT slug FROM municipalities)',
      };
  if (localities && byTime && localities.length <= MOST_BRANCHES) {
    const conditions = localities.map((slug) => [town, `p.locality = ${values.add(slug)}`]);
    return { conditions, covers: ['municipalities', 'localities'], ...towns };
  }
  if ((kinds || statuses) && byTime && !localities) {
    const slots = (kinds ?? PROPOSAL_KINDS).flatMap((kind) =>
      (statuses ?? LISTED_STATUSES).map((status) => [kind, status]),
    );
    const conditions = slots.map(([kind, status]) => [town, `p.kind = '${kind}'`, `p.status = '${status}'`]);
    return { conditions, covers: ['municipalities', 'kinds', 'statuses'], ...towns };
  }
  return { conditions: [[town]], covers: ['municipalities'], ...towns };
}

function filtersOf(question: ListQuestion, values: Parameters, { covers }: Branches): string[] {
  const oneOf = (
    filter: 'municipalities' | 'kinds' | 'statuses' | 'commitments' | 'localities',
    column: string,
    type: string,
  ): string[] => {
    const wanted = question[filter];
    return wanted && !covers.includes(filter) ? [`p.${column} = ANY(${values.add(wanted)}::${type}[])`] : [];
  };
  return [
    ...oneOf('municipalities', 'municipality', 'text'),
    ...oneOf('kinds', 'kind', 'text'),
    ...oneOf('statuses', 'status', 'text'),
    ...oneOf('commitments', 'commitment_id', 'uuid'),
    ...oneOf('localities', 'locality', 'text'),
    ...(question.box ? [insideOf(question.box, values)] : []),
    ...(question.search ? [matching(question.search, values)] : []),
  ];
}

/** Half-open like the map's cells. `&&` is there for the index: it compares single precision. */
function insideOf(box: Box, values: Parameters): string {
  const [west, south, east, north] = box.map((edge) => `${values.add(edge)}::float8`);
  return `p.position && ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)
    AND p.lng >= ${west} AND p.lng < ${east} AND p.lat >= ${south} AND p.lat < ${north}`;
}

/** Swedish word forms as well as the words as they stand (names, half written words). */
function matching(search: Search, values: Parameters): string {
  if ('reference' in search) return `p.reference = ${values.add(search.reference)}`;
  const words = values.add(search.words);
  const whole = `websearch_to_tsquery('swedish', ${words}) || websearch_to_tsquery('simple', ${words})`;
  if (!search.unfinished) return `p.search @@ (${whole})`;
  const before = values.add(search.unfinished.before);
  const last = values.add(`${search.unfinished.last}:*`);
  return `p.search @@ (${whole} || (websearch_to_tsquery('swedish', ${before}) && (to_tsquery('swedish', ${last}) || to_tsquery('simple', ${last}))))`;
}

function inOrder({ by, direction }: ListOrder): string {
  return by.map(({ expression }) => `${expression} ${direction}`).join(', ');
}

const sqlTypes = { integer: 'integer', moment: 'timestamptz', uuid: 'uuid' } as const;

function afterKey({ by, direction }: ListOrder, after: ListQuestion['after'], values: Parameters): string[] {
  if (!after) return [];
  const key = by.map(({ type }, index) => `${values.add(after[index])}::${sqlTypes[type]}`);
  return [
    `(${by.map(({ expression }) => expression).join(', ')}) ${direction === 'DESC' ? '<' : '>'} (${key.join(', ')})`,
  ];
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
