import type { DialoguePaper } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import type { Session } from '@lofteskartan/shared/contracts/staff';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../platform/api.js';
import { forgetDeviceOfOthers, whenForgotten } from '../../platform/device-data.js';
import { readyWithoutNetwork } from '../../platform/device-store.js';
import { type DeviceQueue, type DeviceQueueWays, useDeviceQueue } from '../../platform/use-device-queue.js';
import {
  dropKits,
  dropMessage,
  keepKit,
  keepMessage,
  keptKit,
  keptMessages,
  markMessage,
} from './table-device.js';
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

const ways: DeviceQueueWays<TableMessage, unknown> = {
  lock: 'lofteskartan-bordet',
  kept: keptMessages,
  keep: keepMessage,
  mark: markMessage,
  drop: dropMessage,
  send,
  needs: needsEarlierVotes,
  changes: ['dialogue-work', 'dialogue-live', 'dialogues'],
};

export interface TableWork {
  /** Whose data lies on the device; null while nobody knows. */
  readonly account: string | null;
  /** Null when the dialogue is not here, undefined until that is known. */
  readonly kit: TableKit | null | undefined;
  readonly retry: () => void;
  readonly queue: DeviceQueue<TableMessage, unknown>;
}

/**
 * A dialogue at whose tables somebody writes: read anew where there is a network, else as it lies on the device; and what was written.
 * @param session undefined while nobody knows, null when nobody is signed in
 */
export function useTableWork(session: Session | null | undefined, reference: string): TableWork {
  const [kept, setKept] = useState<TableKit | null | undefined>(undefined);
  const account = session?.accountId;
  const isSignedIn = account !== undefined;
  const queries = useQueryClient();
  const {
    data: paper,
    error,
    fetchStatus,
    refetch,
  } = useQuery({ ...paperQuery(reference), enabled: isSignedIn });

  useEffect(
    function readWhatLiesHere() {
      let isHere = true;
      if (account !== undefined) forgetDeviceOfOthers(account);
      const found = session === null ? dropKits().then(() => null) : keptKit(reference, Date.now());
      void found
        .catch(() => null)
        .then((kit) => {
          const own = kit && (account === undefined || kit.account === account) ? kit : null;
          // What the server said meanwhile is newer than what lay here.
          if (isHere) setKept((now) => (now && now.account === account ? now : own));
        });
      return () => {
        isHere = false;
      };
    },
    [session, account, reference],
  );
  useEffect(
    function carryAlong() {
      if (!paper || account === undefined) return;
      const kit = kitOf(paper, account, Date.now());
      setKept(kit);
      void keepKit(kit).catch(() => undefined);
      if (paper.mayChange || paper.mayTypeIn) readyWithoutNetwork('/arbete/bordet');
    },
    [paper, account],
  );
  useEffect(
    function letGo() {
      return whenForgotten(() => {
        setKept(null);
        void queries.resetQueries({ queryKey: paperQuery(reference).queryKey });
      });
    },
    [queries, reference],
  );

  const owner = account ?? (session === null ? null : (kept?.account ?? null));
  const queue = useDeviceQueue(owner, ways);
  const isComing = kept === null && isSignedIn && !paper && !error && fetchStatus !== 'paused';
  return { account: owner, kit: isComing ? undefined : kept, retry: () => void refetch(), queue };
}
