import type { ProposalKind, ProposalStatus, PublicStatus } from '@lofteskartan/shared/vocabulary';
import { addMonths, type IsoDate } from '../../platform/dates.js';
import { isOpen } from '../proposal-moves.rules.js';

/** How long a wish for a speed check holds, and from when on its sender may renew it; months since it was last wished. */
export const WISH_MONTHS = { renewable: 11, lapses: 12 } as const;

/** The promise that a wish belongs to: that of its commitment, else the one in force when it was last wished. */
export interface WishPromise {
  /** The last day; null while it has none. */
  readonly endsOn: IsoDate | null;
}

/** A wish as far as these rules look. */
export interface Wish {
  readonly kind: ProposalKind;
  readonly status: ProposalStatus;
  /** When somebody in the case last wished it: sent, renewed, or opened again. */
  readonly wishedOn: IsoDate;
  readonly promise: WishPromise | null;
}

/**
 * Why a wish ends today, or null. What a check has ended already is left alone, whether or not the public knows; what the police
 * plan makes no difference, so that nobody can read a plan from a wish that stays.
 */
export function lapse(
  { kind, status, wishedOn, promise }: Wish,
  today: IsoDate,
): 'wish-lapsed' | 'promise-ended' | null {
  if (kind !== 'speed-check' || !isOpen(status)) return null;
  if (promise?.endsOn && promise.endsOn < today) return 'promise-ended';
  return today >= addMonths(wishedOn, WISH_MONTHS.lapses) ? 'wish-lapsed' : null;
}

/** How long an open wish holds, as its sender sees it; null where nothing lapses. Decided by what the sender sees. */
export function wishTerm(
  kind: ProposalKind,
  publicStatus: PublicStatus,
  wishedOn: IsoDate,
  today: IsoDate,
): { readonly lapsesOn: IsoDate; readonly mayRenew: boolean } | null {
  if (kind !== 'speed-check' || !isOpen(publicStatus)) return null;
  return {
    lapsesOn: addMonths(wishedOn, WISH_MONTHS.lapses),
    mayRenew: today >= addMonths(wishedOn, WISH_MONTHS.renewable),
  };
}
