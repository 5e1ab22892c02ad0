import { LIVE_LIMITS, type StatementStatus } from '@lofteskartan/shared/medborgardialog-live';

/** From which states a statement comes to another. What was shown is never unseen: it is closed, not refused. */
const ways: Readonly<Record<StatementStatus, readonly StatementStatus[]>> = {
  waiting: ['refused'],
  open: ['waiting', 'closed', 'refused'],
  closed: ['open'],
  refused: ['waiting'],
};

/** Why a statement cannot be moved to a state, or null; staying where it is is no move. */
export function whyNotMoveStatement(
  from: StatementStatus,
  to: StatementStatus,
): 'statement.wrongState' | null {
  return from === to || ways[to].includes(from) ? null : 'statement.wrongState';
}

/** Why a statement's words cannot be changed, or null: who is about to vote answers what they read, also before the first vote is kept. */
export function whyNotReword(status: StatementStatus): 'statement.shown' | null {
  return status === 'waiting' || status === 'refused' ? null : 'statement.shown';
}

/** Why no statement can be added, or null. What was refused takes no room. */
export function whyNotAddStatement(
  source: 'staff' | 'resident',
  { kept, waiting }: { readonly kept: number; readonly waiting: number },
): 'statement.tooMany' | null {
  const tooMany =
    kept >= LIVE_LIMITS.statements || (source === 'resident' && waiting >= LIVE_LIMITS.statementsWaiting);
  return tooMany ? 'statement.tooMany' : null;
}
