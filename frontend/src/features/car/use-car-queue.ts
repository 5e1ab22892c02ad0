import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, Problem } from '../../platform/api.js';
import { sessionQuery } from '../../platform/session.js';
import { dropCheck, keepCheck, keptChecks } from './car-device.js';
import { afterFailure, goesOn, toSend, type WaitingCheck } from './car-queue.js';

const AGAIN_MS = 20_000;
const LOCK = 'lofteskartan-bilen';

/** Runs an act in one tab at a time, where the browser knows how; the key makes a second sending harmless elsewhere. */
async function alone(act: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return act();
  await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? act() : undefined));
}

export interface CarQueue {
  checks: readonly WaitingCheck[];
  isSending: boolean;
  /** Checks that reached the server since the page was opened. */
  sent: readonly StaffActivity[];
  add: (check: WaitingCheck) => Promise<void>;
  remove: (key: string) => Promise<void>;
  send: () => void;
}

/** The checks that lie on this device: sent when the network is there, in the order in which they were made. */
export function useCarQueue(account: string | null): CarQueue {
  const queries = useQueryClient();
  const [checks, setChecks] = useState<readonly WaitingCheck[]>([]);
  const [sent, setSent] = useState<readonly StaffActivity[]>([]);
  const [isSending, setSending] = useState(false);
  const isBusy = useRef(false);

  const read = useCallback(async (): Promise<WaitingCheck[]> => {
    const kept = account === null ? [] : await keptChecks(account, Date.now());
    setChecks(kept);
    return kept;
  }, [account]);

  const attempt = useCallback(
    async (check: WaitingCheck): Promise<boolean> => {
      try {
        const activity = await api.post<StaffActivity>('/activities', check.body, {
          idempotencyKey: check.key,
        });
        await dropCheck(check.key);
        setSent((before) => [...before, activity]);
        for (const noun of ['activities', 'triage', 'planner', 'medborgarloften'])
          void queries.invalidateQueries({ queryKey: [noun] });
        return true;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.status === 401) queries.setQueryData(sessionQuery.queryKey, null);
        await keepCheck(afterFailure(check, error));
        return goesOn(error);
      }
    },
    [queries],
  );

  const sendAll = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await alone(async () => {
        const waiting = toSend(await read());
        if (waiting.length === 0 || !navigator.onLine) return;
        setSending(true);
        for (const check of waiting) if (!(await attempt(check))) break;
      });
      await read();
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  }, [read, attempt]);

  const send = useCallback(() => void sendAll(), [sendAll]);

  useEffect(() => {
    send();
    const timer = setInterval(send, AGAIN_MS);
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', send);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
      document.removeEventListener('visibilitychange', send);
    };
  }, [send]);

  return {
    checks,
    isSending,
    sent,
    send,
    add: async (check) => {
      await keepCheck(check);
      await read();
      send();
    },
    remove: async (key) => {
      await dropCheck(key);
      await read();
    },
  };
}
