import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import { api } from '../../platform/api.js';
import { type DeviceQueue, type DeviceQueueWays, useDeviceQueue } from '../../platform/use-device-queue.js';
import { carBox } from './car-device.js';
import type { WaitingCheck } from './car-queue.js';

const ways: DeviceQueueWays<WaitingCheck, StaffActivity> = {
  ...carBox.messages,
  lock: 'lofteskartan-bilen',
  send: ({ body, key }) => api.post<StaffActivity>('/activities', body, { idempotencyKey: key }),
  // Each check stands by itself.
  needs: () => false,
  changes: ['activities', 'triage', 'planner', 'medborgarloften'],
};

/** The checks that lie on this device: sent when the network is there, in the order in which they were made. */
export const useCarQueue = (account: string | null): DeviceQueue<WaitingCheck, StaffActivity> =>
  useDeviceQueue(account, ways);
