import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import type { Session } from '@lofteskartan/shared/contracts/staff';
import { useQuery, useQueryClient } from '@tanstack/react-query';
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
} from './walk-device.js';
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

const ways: DeviceQueueWays<WalkMessage, StaffWalk> = {
  lock: 'lofteskartan-vandring',
  kept: keptMessages,
  keep: keepMessage,
  mark: markMessage,
  drop: dropMessage,
  send,
  needs: needsStop,
  changes: ['walks', 'inventory'],
};

export interface WalkOutside {
  /** Whose data lies on the device; null while nobody knows. */
  readonly account: string | null;
  /** Null when the walk is not here, undefined until that is known. */
  readonly kit: WalkKit | null | undefined;
  readonly retry: () => void;
  readonly queue: DeviceQueue<WalkMessage, StaffWalk>;
}

/**
 * A walk on a phone: read anew where there is a network, else as it lies on the device; and what is written about its stops.
 * @param session undefined while nobody knows, null when nobody is signed in
 */
export function useWalkOutside(session: Session | null | undefined, reference: string): WalkOutside {
  const [kept, setKept] = useState<WalkKit | null | undefined>(undefined);
  const account = session?.accountId;
  const isSignedIn = account !== undefined;
  const queries = useQueryClient();
  const {
    data: walk,
    error,
    fetchStatus,
    refetch,
  } = useQuery({ ...walkQuery(reference), enabled: isSignedIn });

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
      if (!walk || account === undefined) return;
      const kit = kitOf(walk, account, Date.now());
      setKept(kit);
      void keepKit(kit).catch(() => undefined);
      if (walk.mayChange) readyWithoutNetwork('/arbete/trygghetsvandring');
    },
    [walk, account],
  );

  useEffect(
    function letGo() {
      return whenForgotten(() => {
        setKept(null);
        void queries.resetQueries({ queryKey: walkQuery(reference).queryKey });
      });
    },
    [queries, reference],
  );

  const owner = account ?? (session === null ? null : (kept?.account ?? null));
  const queue = useDeviceQueue(owner, ways);
  const latest = queue.sent.filter((each) => each.reference === reference).at(-1);
  useEffect(
    function knowWhatArrived() {
      // A stop that has just been taken in is there before the walk is read anew.
      if (latest) queries.setQueryData(walkQuery(reference).queryKey, latest);
    },
    [queries, reference, latest],
  );
  const isComing = kept === null && isSignedIn && !walk && !error && fetchStatus !== 'paused';
  return {
    account: owner,
    kit: isComing ? undefined : kept,
    retry: () => void refetch(),
    queue,
  };
}
