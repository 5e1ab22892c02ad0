import type { LogActivity } from '@lofteskartan/shared/contracts/activities';
import { CAR_LIMITS } from '@lofteskartan/shared/speed-checks';
import type { CarDraft } from './car-draft.js';

/** A check that lies on the device until the server has it. */
export interface WaitingCheck {
  /** Its Idempotency-Key: however often it is sent, it is saved once. */
  readonly key: string;
  readonly account: string;
  /** When it was saved on the device, ISO 8601. */
  readonly savedAt: string;
  /** Where, in words. */
  readonly place: string;
  readonly draft: CarDraft;
  readonly body: LogActivity;
  /** What the server said against it; null while it waits. */
  readonly refusal: Refusal | null;
}

export interface Refusal {
  readonly code: string;
  /** Sentences of the server, in the language of that moment. */
  readonly reasons: readonly string[];
}

/** What came of an attempt to send, as far as it is asked about. */
export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly message: string }[];
}

export const LIFE_MS = CAR_LIMITS.deviceHours * 60 * 60_000;

/** Whether something that was saved on the device has lain there for its time. A moment that cannot be read has. */
export function isOver(savedAt: string, now: number): boolean {
  const age = now - new Date(savedAt).getTime();
  return !(age < LIFE_MS);
}

/** Whether the same sending may succeed later: nothing was heard, the person is signed out, or the server is busy. */
export function mayPassLater({ status }: Pick<Failure, 'status'>): boolean {
  return [0, 401, 408, 425, 429].includes(status) || status >= 500;
}

/** A check after an attempt that failed: it goes on waiting, or says why it was refused. */
export function afterFailure(check: WaitingCheck, failure: Failure): WaitingCheck {
  if (mayPassLater(failure)) return check;
  const reasons = failure.errors.length > 0 ? failure.errors.map(({ message }) => message) : [failure.detail];
  return { ...check, refusal: { code: failure.code, reasons: reasons.filter(Boolean) } };
}

/** Whether the others are worth an attempt after this one failed so. */
export function goesOn({ status }: Pick<Failure, 'status'>): boolean {
  return status !== 0 && status !== 401;
}

/** What of the device's checks is this person's and still within its time, oldest first; and what has to go. */
export function sorted(
  checks: readonly WaitingCheck[],
  account: string,
  now: number,
): { kept: WaitingCheck[]; gone: WaitingCheck[] } {
  const isKept = (check: WaitingCheck) => check.account === account && !isOver(check.savedAt, now);
  return {
    kept: checks.filter(isKept).sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1)),
    gone: checks.filter((check) => !isKept(check)),
  };
}

/** What is to be sent now, in the order in which it was saved. */
export function toSend(checks: readonly WaitingCheck[]): WaitingCheck[] {
  return checks.filter(({ refusal }) => refusal === null);
}
