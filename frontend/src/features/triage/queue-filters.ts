import type { Placement } from '@lofteskartan/shared/contracts/triage';
import {
  CALL_FILTERS,
  type CallFilter,
  DEADLINE_FILTERS,
  type DeadlineFilter,
  OUTCOME_FILTERS,
  type OutcomeFilter,
  PROPOSAL_KINDS,
  PROPOSAL_SOURCES,
  PROPOSAL_STATUSES,
  PUBLICATION_STATES,
  type ProposalKind,
  type ProposalSource,
  type ProposalStatus,
  type PublicationState,
  QUEUE_SORTS,
  type QueueSort,
  REFERRAL_FILTERS,
  type ReferralFilter,
  type ReportState,
} from '@lofteskartan/shared/vocabulary';

/** How a proposal got its place, as far as one filters by it. */
const PLACEMENTS = ['unplaced', 'near-outline'] as const satisfies readonly Placement[];

const REPORTS = ['open'] as const satisfies readonly ReportState[];

/** What the queue shows: exactly what stands in the address, so that it can be shared and gone back to. */
export interface QueueFilters {
  municipality: string[];
  kind: ProposalKind[];
  status: ProposalStatus[];
  commitment: string[];
  locality: string[];
  publication: PublicationState[];
  placement: (typeof PLACEMENTS)[number][];
  report: (typeof REPORTS)[number][];
  outcome: OutcomeFilter[];
  deadline: DeadlineFilter[];
  call: CallFilter[];
  referral: ReferralFilter[];
  source: ProposalSource[];
  /** `me`, `nobody`, or the id of an account. */
  assignee: string[];
  /** `mine`, or the slug of an organisation. */
  organisation: string[];
  q: string;
  sort: QueueSort;
}

const known = <T extends string>(all: readonly T[], asked: string[]): T[] =>
  all.filter((each) => asked.includes(each));

/** Reads the filters of an address; what is not known is left out. */
export function readFilters(parameters: URLSearchParams): QueueFilters {
  return {
    municipality: parameters.getAll('municipality'),
    kind: known(PROPOSAL_KINDS, parameters.getAll('kind')),
    status: known(PROPOSAL_STATUSES, parameters.getAll('status')),
    commitment: parameters.getAll('commitment'),
    locality: parameters.getAll('locality'),
    publication: known(PUBLICATION_STATES, parameters.getAll('publication')),
    placement: known(PLACEMENTS, parameters.getAll('placement')),
    report: known(REPORTS, parameters.getAll('report')),
    outcome: known(OUTCOME_FILTERS, parameters.getAll('outcome')),
    deadline: known(DEADLINE_FILTERS, parameters.getAll('deadline')),
    call: known(CALL_FILTERS, parameters.getAll('call')),
    referral: known(REFERRAL_FILTERS, parameters.getAll('referral')),
    source: known(PROPOSAL_SOURCES, parameters.getAll('source')),
    assignee: parameters.getAll('assignee'),
    organisation: parameters.getAll('organisation'),
    q: parameters.get('q') ?? '',
    sort: known(QUEUE_SORTS, parameters.getAll('sort'))[0] ?? 'newest',
  };
}

/** The address of filters: nothing for what is not chosen, so that the plain queue has a plain address. */
export function writeFilters(filters: QueueFilters): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(filters) as [keyof QueueFilters, string | string[]][])
    if (Array.isArray(value)) for (const one of value) parameters.append(name, one);
  if (filters.q) parameters.set('q', filters.q);
  if (filters.sort !== 'newest') parameters.set('sort', filters.sort);
  return parameters;
}

/** How many filters are chosen, words and order aside. */
export function chosenCount(filters: QueueFilters): number {
  return Object.values(filters).reduce<number>(
    (sum, value: string | string[]) => sum + (Array.isArray(value) ? value.length : 0),
    0,
  );
}

/** Whether nothing is chosen that could be kept as a view. */
export const isPlain = (filters: QueueFilters): boolean => writeFilters(filters).size === 0;
