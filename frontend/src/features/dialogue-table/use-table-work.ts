import type { DialoguePaper } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import type { Session } from '@lofteskartan/shared/contracts/staff';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';
import { type DeviceKitWays, type KitOnDevice, useDeviceKit } from '../../platform/use-device-kit.js';
import { type DeviceQueue, type DeviceQueueWays, useDeviceQueue } from '../../platform/use-device-queue.js';
import { tableBox } from './table-device.js';
import { kitOf, needsEarlierVotes, type TableKit, type TableMessage } from './table-messages.js';

const path = (reference: string): string => `/dialogues/${encodeURIComponent(reference)}`;

/** What was gathered on paper; the page of the work after a dialogue reads the same. */
const paperQuery = (reference: string) =>
  queryOptions({
    queryKey: ['dialogue-work', reference, 'paper'],
    queryFn: ({ signal }) => api.get<DialoguePaper>(`${path(reference)}/paper`, { signal }),
  });

function send({ dialogue, what, key: idempotencyKey }: TableMessage): Promise<unknown> {
  const to = path(dialogue);
  if (what.kind === 'note') return api.post(`${to}/notes`, what.body, { idempotencyKey });
  if (what.kind === 'question') return api.post(`${to}/paper-questions`, what.body, { idempotencyKey });
  if (what.kind === 'statement') return api.post(`${to}/statements`, what.body, { idempotencyKey });
  return api.put(`${to}/paper-votes`, what.body);
}

const kitWays: DeviceKitWays<TableKit, DialoguePaper> = {
  box: tableBox,
  query: paperQuery,
  kitOf,
  mayWrite: ({ mayChange, mayTypeIn }) => mayChange || mayTypeIn,
  path: '/arbete/bordet',
};

const queueWays: DeviceQueueWays<TableMessage, unknown> = {
  ...tableBox.messages,
  lock: 'lofteskartan-bordet',
  send,
  needs: needsEarlierVotes,
  changes: ['dialogue-work', 'dialogue-live', 'dialogues'],
};

interface TableWork extends KitOnDevice<TableKit> {
  readonly queue: DeviceQueue<TableMessage, unknown>;
}

/**
 * A dialogue at whose tables somebody writes: read anew where there is a network, else as it lies on the device; and what was written.
 * @param session undefined while nobody knows, null when nobody is signed in
 */
export function useTableWork(session: Session | null | undefined, reference: string): TableWork {
  const onDevice = useDeviceKit(session, reference, kitWays);
  const queue = useDeviceQueue(onDevice.account, queueWays);
  return { ...onDevice, queue };
}
