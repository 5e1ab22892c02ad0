import {
  STATEMENT_VOTES,
  VOTER_PATTERN,
  type StatementVote,
} from '@lofteskartan/shared/medborgardialog-live';

import { votesPrefix } from '../../platform/forget-votes.js';

/** What this phone has said at one dialogue, under a number that it made up for it. */
export interface OwnVotes {
  readonly voter: string;
  readonly votes: Readonly<Record<string, StatementVote>>;
}

const keyOf = (reference: string): string => `${votesPrefix}${reference}`;

/** Kept while the page is open, should the phone keep nothing. */
const inMemory = new Map<string, OwnVotes>();

function newVoter(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function isVotes(value: unknown): value is OwnVotes {
  if (typeof value !== 'object' || value === null || !('voter' in value) || !('votes' in value)) return false;
  const { voter, votes } = value;
  return (
    typeof voter === 'string' &&
    VOTER_PATTERN.test(voter) &&
    typeof votes === 'object' &&
    votes !== null &&
    Object.values(votes).every((vote) => STATEMENT_VOTES.includes(vote as StatementVote))
  );
}

/** What this phone has said at a dialogue; a new number when it has said nothing. */
export function readOwnVotes(reference: string): OwnVotes {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(reference)) ?? 'null');
    if (isVotes(kept)) return { voter: kept.voter, votes: kept.votes };
  } catch {
    // Unreadable or forbidden storage is the same as none.
  }
  const known = inMemory.get(reference) ?? { voter: newVoter(), votes: {} };
  inMemory.set(reference, known);
  return known;
}

/** Keeps what this phone has said. */
export function keepOwnVotes(reference: string, own: OwnVotes): void {
  inMemory.set(reference, own);
  try {
    localStorage.setItem(keyOf(reference), JSON.stringify({ ...own, at: Date.now() }));
  } catch {
    // It is known while the page is open.
  }
}

/** Forgets it: when the dialogue is over, nothing on the phone says what somebody thought. */
export function forgetOwnVotes(reference: string): void {
  inMemory.delete(reference);
  try {
    localStorage.removeItem(keyOf(reference));
  } catch {
    // Nothing was kept.
  }
}
