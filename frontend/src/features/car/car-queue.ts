import type { LogActivity } from '@lofteskartan/shared/contracts/activities';
import type { Waiting } from '../../platform/device-queue.js';
import { swedishDay } from '../../platform/swedish-day.js';
import type { CarDraft } from './car-draft.js';

/** A check that lies on the device until the server has it. */
export interface WaitingCheck extends Waiting {
  /** Where, in words. */
  readonly place: string;
  readonly draft: CarDraft;
  readonly body: LogActivity;
}

/**
 * When a check was made: one that is corrected keeps its moment, however late that happens; else it is now. A moment that has not been yet
 * is of a clock that was ahead.
 * @param corrected the check as it lies on the device, or null for a new one
 */
export function momentsOf(
  corrected: Pick<WaitingCheck, 'body' | 'savedAt'> | null,
  now: Date,
): { day: string; at: string } {
  const at = corrected && (corrected.body.result?.endedAt ?? corrected.savedAt);
  if (!corrected || !at || !(new Date(at) <= now)) return { day: swedishDay(now), at: now.toISOString() };
  return { day: corrected.body.occurredOn, at };
}
