import type { LogActivity } from '@lofteskartan/shared/contracts/activities';
import type { Waiting } from '../../platform/device-queue.js';
import type { CarDraft } from './car-draft.js';

/** A check that lies on the device until the server has it. */
export interface WaitingCheck extends Waiting {
  /** Where, in words. */
  readonly place: string;
  readonly draft: CarDraft;
  readonly body: LogActivity;
}
