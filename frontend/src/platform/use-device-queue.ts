import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from './api.js';
import {
  fellOver,
  goesOn,
  isTurnedAway,
  type Needs,
  nextToSend,
  type Refusal,
  refusalOf,
  type Waiting,
} from './device-queue.js';
import { sessionQuery } from './session.js';

const AGAIN_MS = 20_000;
/** A network that has just come back often fails its first request. */
const SECOND_TRY_MS = 2000;

/** Where messages lie, and how one is sent. Everything here is named outside the component: it never changes. */
export interface DeviceQueueWays<Message extends Waiting, Answer> {
  /** One tab at a time sends, by this name. */
  readonly lock: string;
  /** This person's messages, oldest first; what is too old or another's goes. */
  readonly kept: (account: string, now: number) => Promise<Message[]>;
  readonly keep: (message: Message) => Promise<void>;
  /** Writes why a message was refused, or with null that it waits again; nothing where it no longer lies here. */
  readonly mark: (key: string, refusal: Refusal | null) => Promise<void>;
  readonly drop: (key: string) => Promise<void>;
  readonly send: (message: Message) => Promise<Answer>;
  readonly needs: Needs<Message>;
  /** The first parts of the keys of queries that what was sent has changed. */
  readonly changes: readonly string[];
}

export interface DeviceQueue<Message, Answer> {
  messages: readonly Message[];
  isSending: boolean;
  /** The keys of those that wait since the server fell over them: they may never pass. */
  stuck: ReadonlySet<string>;
  /** Whether the last attempt met a network without a server that takes anything. */
  isTurnedAway: boolean;
  /** What the server said to messages that reached it since the page was opened. */
  sent: readonly Answer[];
  add: (...messages: readonly Message[]) => Promise<void>;
  /** Lets what was refused wait to be sent again, as it is. */
  retry: (key: string) => Promise<void>;
  remove: (...keys: readonly string[]) => Promise<void>;
  send: () => void;
}

/** Runs an act in one tab at a time, where the browser knows how; the key makes a second sending harmless elsewhere. */
async function alone(lock: string, act: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return act();
  await navigator.locks.request(lock, { ifAvailable: true }, (held) => (held ? act() : undefined));
}

/** The messages that lie on this device: sent when the network is there, in the order in which they were saved. */
export function useDeviceQueue<Message extends Waiting, Answer>(
  account: string | null,
  ways: DeviceQueueWays<Message, Answer>,
): DeviceQueue<Message, Answer> {
  const queries = useQueryClient();
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const [sent, setSent] = useState<readonly Answer[]>([]);
  const [stuck, setStuck] = useState<ReadonlySet<string>>(new Set());
  const [turnedAway, setTurnedAway] = useState(false);
  const [isSending, setSending] = useState(false);
  const isBusy = useRef(false);

  const read = useCallback(async (): Promise<Message[]> => {
    const kept = account === null ? [] : await ways.kept(account, Date.now());
    setMessages(kept);
    return kept;
  }, [account, ways]);

  /** Sends one. @returns whether the others are worth an attempt now */
  const attempt = useCallback(
    async (message: Message): Promise<boolean> => {
      try {
        const answer = await ways.send(message);
        await ways.drop(message.key);
        setTurnedAway(false);
        setSent((before) => [...before, answer]);
        for (const noun of ways.changes) void queries.invalidateQueries({ queryKey: [noun] });
        return true;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        setTurnedAway(isTurnedAway(error));
        if (error.status === 401) queries.setQueryData(sessionQuery.queryKey, null);
        if (fellOver(error)) setStuck((before) => new Set(before).add(message.key));
        const refusal = refusalOf(error);
        // One that goes on waiting lies there as it is. Written again, it would come back after a sign-out.
        if (refusal) {
          await ways.mark(message.key, refusal);
          // What it was refused for is read anew, so that it can be mended.
          for (const noun of ways.changes) void queries.invalidateQueries({ queryKey: [noun] });
        }
        return goesOn(error);
      }
    },
    [queries, ways],
  );

  const sendAll = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await alone(ways.lock, async () => {
        const tried = new Set<string>();
        const next = async () => nextToSend(await read(), tried, ways.needs);
        for (let message = await next(); message && navigator.onLine; message = await next()) {
          setSending(true);
          tried.add(message.key);
          if (!(await attempt(message))) break;
        }
      });
      await read();
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  }, [read, attempt, ways]);

  const send = useCallback(() => void sendAll(), [sendAll]);

  useEffect(() => {
    send();
    const timer = setInterval(send, AGAIN_MS);
    let secondTry: ReturnType<typeof setTimeout> | undefined;
    const isOnline = () => {
      send();
      clearTimeout(secondTry);
      secondTry = setTimeout(send, SECOND_TRY_MS);
    };
    window.addEventListener('online', isOnline);
    document.addEventListener('visibilitychange', send);
    return () => {
      clearInterval(timer);
      clearTimeout(secondTry);
      window.removeEventListener('online', isOnline);
      document.removeEventListener('visibilitychange', send);
    };
  }, [send]);

  return {
    messages,
    isSending,
    stuck,
    isTurnedAway: turnedAway,
    sent,
    send,
    add: async (...added) => {
      for (const message of added) await ways.keep(message);
      await read();
      send();
    },
    retry: async (key) => {
      await ways.mark(key, null);
      await read();
      send();
    },
    remove: async (...keys) => {
      for (const key of keys) await ways.drop(key);
      await read();
    },
  };
}
