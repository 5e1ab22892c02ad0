import type { ProposalKind, ProposalStatus, PublicStatus } from '@lofteskartan/shared/vocabulary';
import { isOpen, mayMove, publicStatusOf } from '../proposal-moves.rules.js';
import type { SecretFacts } from '../secrecy.rules.js';
import type { StatusFacts } from '../viewer.rules.js';

/** Why a case cannot be changed as it was asked. */
type CaseRefusal = 'case.ended' | 'case.otherKind' | 'case.secret' | null;

/** What of a leading proposal decides whether another may take over. */
export interface LeaderFacts extends StatusFacts, Pick<SecretFacts, 'secretFor'> {
  readonly publicStatus: PublicStatus;
  readonly commitmentId: string | null;
}

/**
 * Why a member may not take over the lead, or null. It takes over the leader's standing, so the leader must be one that could be
 * gathered itself (an end, and what waits for somebody else, belong to the proposal that has them), both must be for the same eyes, and a
 * commitment must fit the kind.
 */
export function leadRefusal(
  leader: LeaderFacts,
  member: { readonly kind: ProposalKind; readonly secretFor: string | null },
): CaseRefusal {
  if (!mayMove(leader, 'duplicate', 'staff', null)) return 'case.ended';
  if (leader.secretFor !== member.secretFor) return 'case.secret';
  return leader.commitmentId !== null && leader.kind !== member.kind ? 'case.otherKind' : null;
}

/** What a proposal reads as once it leads in another's place: a question to the former leader's sender is not its own. */
export function statusInLead(status: ProposalStatus): { status: ProposalStatus; publicStatus: PublicStatus } {
  const taken = publicStatusOf(status);
  return { status: taken, publicStatus: taken };
}

/**
 * Whether a sender may withdraw a proposal. One that is gathered stands as its case does.
 * @param caseStatus what everyone reads of the proposal that leads its case
 */
export const mayWithdrawFromCase = (publicStatus: PublicStatus, caseStatus: PublicStatus): boolean =>
  publicStatus === 'duplicate' ? isOpen(caseStatus) : isOpen(publicStatus);

/**
 * Whether a proposal can lie under another. What lies under one that is secret shows nowhere, so that only what is secret for the same
 * organisation does; what is secret may lie under what is not.
 */
export const mayLieUnder = (
  leader: Pick<SecretFacts, 'secretFor'>,
  member: Pick<SecretFacts, 'secretFor'>,
): boolean => leader.secretFor === null || leader.secretFor === member.secretFor;

/** Why those that were gathered are taken up again by themselves when their leader goes; null while it stays. */
export function letGoBecause(to: ProposalStatus): string | null {
  if (to === 'withdrawn') return 'Förslaget som det var samlat under togs tillbaka av den som skickade det.';
  return to === 'hidden' ? 'Förslaget som det var samlat under visas inte längre.' : null;
}
