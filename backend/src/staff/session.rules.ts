import type { Role } from '@lofteskartan/shared/vocabulary';

const minuteMs = 60_000;

/** How long sessions run. */
export interface SessionLimits {
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
}

/** A session that was last used before this has ended. */
export function idleSince({ sessionIdleMinutes }: SessionLimits, now: Date): Date {
  return new Date(now.getTime() - sessionIdleMinutes * minuteMs);
}

/** When a session that starts now ends, whatever is done in it. */
export function endOfSession({ sessionHours }: SessionLimits, now: Date): Date {
  return new Date(now.getTime() + sessionHours * 60 * minuteMs);
}

/** Seconds until a session ends if nothing more is done in it; never below zero. */
export function secondsLeft(
  { sessionIdleMinutes }: SessionLimits,
  session: { readonly seenAt: Date; readonly expiresAt: Date },
  now: Date,
): number {
  const idleEnd = session.seenAt.getTime() + sessionIdleMinutes * minuteMs;
  return Math.max(0, Math.floor((Math.min(idleEnd, session.expiresAt.getTime()) - now.getTime()) / 1000));
}

/** A person as far as the second factor goes. */
export interface FactorState {
  readonly roles: readonly Role[];
  /** Runs the whole installation. */
  readonly isInstallationAdmin?: boolean;
  readonly hasSecondFactor: boolean;
  /** The sign-in service saw to who it is; what it asks for is its own affair. */
  readonly throughService: boolean;
  readonly demo: boolean;
}

/** Administrators decide who gets in, so a password alone is too little for them; example administrators decide nothing. */
export function needsSecondFactor(
  state: Pick<FactorState, 'roles' | 'isInstallationAdmin' | 'demo'>,
): boolean {
  return (state.roles.includes('admin') || state.isInstallationAdmin === true) && !state.demo;
}

/** Whether somebody has to set up a second factor before anything else. */
export function mustSetUpSecondFactor(state: FactorState): boolean {
  return needsSecondFactor(state) && !state.hasSecondFactor && !state.throughService;
}
