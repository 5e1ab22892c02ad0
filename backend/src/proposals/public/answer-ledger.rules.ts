import type { AnswerCounts, OwnerAnswers } from '@lofteskartan/shared/contracts/answers';
import type { StoryEvent } from '@lofteskartan/shared/contracts/proposals';
import {
  BODY_PREFIX,
  FILTER_NONE,
  LISTED_STATUSES,
  PROPOSAL_KINDS,
  type AnswerState,
  type ListedStatus,
  type ProposalKind,
  type ProposalStatus,
} from '@lofteskartan/shared/vocabulary';

/**
 * What counts as an answer: a decision that stands. A note that somebody is looking at it is none, and what was opened again waits.
 */
const STATE_OF: Readonly<Record<ListedStatus, Exclude<AnswerState, 'overdue'>>> = {
  received: 'waiting',
  'under-review': 'waiting',
  committed: 'yes',
  planned: 'yes',
  done: 'yes',
  answered: 'replied',
  declined: 'no',
  referred: 'referred',
};

/** The statuses without an answer. */
export const WAITING_STATUSES = LISTED_STATUSES.filter((status) => STATE_OF[status] === 'waiting');

const waits = (status: ProposalStatus): boolean => WAITING_STATUSES.some((each) => each === status);

/**
 * Whether somebody waits for an answer who had one: decided by what is public, so that it tells nothing that is not. To be gathered under
 * another is no answer of its own: what is taken out again has waited all the time.
 */
export const waitsAgain = (before: ProposalStatus, after: ProposalStatus): boolean =>
  before !== 'duplicate' && !waits(before) && waits(after);

/** The moment of the answer that stands, by a story and the public status; null when there is none. */
export function answeredSince(
  status: ProposalStatus,
  story: readonly Pick<StoryEvent, 'at' | 'status' | 'type'>[],
): string | null {
  if (!LISTED_STATUSES.some((each) => each === status) || waits(status)) return null;
  return story.findLast(({ type, status: then }) => type !== 'corrected' && !waits(then))?.at ?? null;
}

/** Since when a proposal waits again after it had an answer; null when it has one, or never had. */
export function waitsAgainSince(story: readonly Pick<StoryEvent, 'at' | 'status'>[]): string | null {
  let since: string | null = null;
  let waited = true;
  for (const { at, status } of story) {
    if (status === 'duplicate') continue;
    const waitsNow = waits(status);
    if (!waitsNow) since = null;
    else if (!waited) since = at;
    waited = waitsNow;
  }
  return since;
}

/**
 * What a filter for answers asks of a row: one of these statuses, and of those that wait perhaps that it is too long. Whoever is still
 * to be called about the answer waits, whatever the status: they come `with` those that wait. Where all of a case are to be called it is left `out` of the answered ones.
 */
export interface AnswerFilter {
  readonly statuses: readonly ListedStatus[];
  readonly onlyOverdue: boolean;
  readonly toCall: 'with' | 'out';
}

/** Reads a filter for answers, narrowed by a filter for statuses; null when nothing is asked about answers. */
export function answerFilter(
  asked: readonly AnswerState[] | undefined,
  statuses: readonly ListedStatus[] = LISTED_STATUSES,
): AnswerFilter | null {
  if (!asked) return null;
  const fits = (status: ListedStatus) =>
    asked.includes(STATE_OF[status]) || (asked.includes('overdue') && waits(status));
  return {
    statuses: statuses.filter(fits),
    onlyOverdue: asked.includes('overdue') && !asked.includes('waiting'),
    toCall: asked.includes('overdue') || asked.includes('waiting') ? 'with' : 'out',
  };
}

/** A commitment with the first of its owners, as far as it decides who is responsible. */
export interface OwnedCommitment {
  readonly id: string;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly acceptsKinds: readonly ProposalKind[];
  readonly owner: { readonly slug: string; readonly name: string } | null;
}

/** What an organisation is responsible for in one municipality or several. */
export interface Responsibility {
  readonly commitmentIds: readonly string[];
  /** Kinds of proposals that belong to no commitment yet. */
  readonly kinds: readonly { readonly municipality: string; readonly kind: ProposalKind }[];
}

/** The one organisation that owns every commitment which takes proposals of a kind; null when there are several or none. */
function ownerOfKind(
  commitments: readonly OwnedCommitment[],
  municipality: string,
  kind: ProposalKind,
): string | null {
  const slugs = new Set(
    commitments
      .filter((each) => each.municipality === municipality && each.acceptsKinds.includes(kind))
      .map(({ owner }) => owner?.slug ?? null),
  );
  const [only = null] = slugs;
  return slugs.size === 1 ? only : null;
}

/** What belongs to an organisation: its commitments, and proposals without one whose kind only its commitments take. */
export function responsibilityOf(
  commitments: readonly OwnedCommitment[],
  isTheirs: (slug: string) => boolean,
): Responsibility {
  const municipalities = [...new Set(commitments.map(({ municipality }) => municipality))];
  return {
    commitmentIds: commitments.filter(({ owner }) => owner && isTheirs(owner.slug)).map(({ id }) => id),
    kinds: municipalities.flatMap((municipality) =>
      PROPOSAL_KINDS.flatMap((kind) => {
        const slug = ownerOfKind(commitments, municipality, kind);
        return slug !== null && isTheirs(slug) ? [{ municipality, kind }] : [];
      }),
    ),
  };
}

/** Proposals that are alike in everything that the ledger tells apart. */
export interface LedgerRow {
  readonly locality: string | null;
  readonly kind: ProposalKind;
  readonly status: ListedStatus;
  readonly commitmentId: string | null;
  readonly responsible: string | null;
  readonly count: number;
  /** Of `count`: those that are gathered under another, and have its answer. */
  readonly gathered: number;
  /** Of `count`: those whose answer was due before now; it means something only while they wait. */
  readonly old: number;
  /** Of `count`: those whose senders are still to be called about the answer. */
  readonly toCall: number;
  /** Of `toCall`: those whose answer was due before now. */
  readonly oldToCall: number;
}

/** Sums rows. */
export function countAnswers(rows: readonly LedgerRow[]): Pick<AnswerCounts, keyof AnswerCounts> {
  const counts = {
    total: 0,
    gathered: 0,
    answered: 0,
    waiting: 0,
    overdue: 0,
    yes: 0,
    no: 0,
    referred: 0,
    replied: 0,
  };
  for (const { status, count, gathered, old, toCall, oldToCall } of rows) {
    const uncalled = waits(status) ? count : toCall;
    counts.total += count;
    counts.gathered += gathered;
    counts.waiting += uncalled;
    counts.overdue += waits(status) ? old : oldToCall;
    counts.answered += count - uncalled;
    if (!waits(status)) counts[STATE_OF[status]] += count - uncalled;
  }
  return counts;
}

/** Who is responsible for the answer, as the filter `owner` names it. */
export function ownerOf(
  { status, kind, commitmentId, responsible }: LedgerRow,
  commitments: readonly OwnedCommitment[],
  municipality: string,
): string {
  if (status === 'referred') return responsible === null ? FILTER_NONE : `${BODY_PREFIX}${responsible}`;
  if (commitmentId === null) return ownerOfKind(commitments, municipality, kind) ?? FILTER_NONE;
  return commitments.find(({ id }) => id === commitmentId)?.owner?.slug ?? FILTER_NONE;
}

/** The ledger by owner: organisations, then bodies outside the promise, then nobody; each by name. */
export function countByOwner(
  rows: readonly LedgerRow[],
  commitments: readonly OwnedCommitment[],
  municipality: string,
): OwnerAnswers[] {
  const names = new Map(commitments.flatMap(({ owner }) => (owner ? [[owner.slug, owner.name]] : [])));
  const rank = (owner: string) => (owner === FILTER_NONE ? 2 : owner.startsWith(BODY_PREFIX) ? 1 : 0);
  const nameOf = (owner: string) =>
    owner.startsWith(BODY_PREFIX) ? owner.slice(BODY_PREFIX.length) : (names.get(owner) ?? null);
  return [...groupedBy(rows, (row) => ownerOf(row, commitments, municipality))]
    .map(([owner, own]) => ({ owner, name: nameOf(owner), ...countAnswers(own) }))
    .sort((a, b) => rank(a.owner) - rank(b.owner) || alphabet.compare(a.name ?? '', b.name ?? ''));
}

/** Swedish: å, ä and ö come last. */
export const alphabet = new Intl.Collator('sv');

/** Rows by a key, in the order in which the keys come first. */
export function groupedBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
