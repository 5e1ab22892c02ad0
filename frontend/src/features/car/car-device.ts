import type { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import { type Carried, deviceBox } from '../../platform/device-box.js';
import { CAR_DATABASE } from '../../platform/device-data.js';
import type { WaitingCheck } from './car-queue.js';

/** What a patrol carries along, and whose it is. */
export interface KeptKit extends Carried {
  readonly municipality: string;
  readonly kit: CarKit;
}

/** What lies on the device for the page in the car. */
export const carBox = deviceBox<KeptKit, WaitingCheck>(CAR_DATABASE, 'municipality', 'checks');
