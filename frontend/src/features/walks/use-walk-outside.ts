import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import type { Session } from '@lofteskartan/shared/contracts/staff';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../platform/api.js';
import { type DeviceKitWays, type KitOnDevice, useDeviceKit } from '../../platform/use-device-kit.js';
import { type DeviceQueue, type DeviceQueueWays, useDeviceQueue } from '../../platform/use-device-queue.js';
import { walkBox } from './walk-device.js';
import { kitOf, needsStop, type WalkKit, type WalkMessage } from './walk-messages.js';
import { walkPath, walkQuery } from './walks.queries.js';

function send({ walk, stopId, what, key }: WalkMessage): Promise<StaffWalk> {
  const stops = `${walkPath(walk)}/stops`;
  const idempotencyKey = key;
  if (what.kind === 'stop') return api.post(stops, what.body, { idempotencyKey });
  if (what.kind === 'observation')
    return api.post(`${stops}/${stopId}/observations`, what.body, { idempotencyKey });
  const form = new FormData();
  form.append('photos', what.photo);
  return api.post(`${stops}/${stopId}/photos`, form, { query: { light: what.light }, idempotencyKey });
}

const kitWays: DeviceKitWays<WalkKit, StaffWalk> = {
  box: walkBox,
  query: walkQuery,
  kitOf,
  mayWrite: ({ mayChange }) => mayChange,
  path: '/arbete/trygghetsvandring',
};

const queueWays: DeviceQueueWays<WalkMessage, StaffWalk> = {
  ...walkBox.messages,
  lock: 'lofteskartan-vandring',
  send,
  needs: needsStop,
  changes: ['walks', 'inventory'],
};

export interface WalkOutside extends KitOnDevice<WalkKit> {
  readonly queue: DeviceQueue<WalkMessage, StaffWalk>;
}

/**
 * A walk on a phone: read anew where there is a network, else as it lies on the device; and what is written about its stops.
 * @param session undefined while nobody knows, null when nobody is signed in
 */
export function useWalkOutside(session: Session | null | undefined, reference: string): WalkOutside {
  const onDevice = useDeviceKit(session, reference, kitWays);
  const queue = useDeviceQueue(onDevice.account, queueWays);
  const queries = useQueryClient();
  const latest = queue.sent.filter((each) => each.reference === reference).at(-1);
  useEffect(
    function knowWhatArrived() {
      // A stop that has just been taken in is there before the walk is read anew.
      if (latest) queries.setQueryData(walkQuery(reference).queryKey, latest);
    },
    [queries, reference, latest],
  );
  return { ...onDevice, queue };
}
