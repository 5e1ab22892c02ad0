import type { DBSchema, IDBPDatabase } from 'idb';
import { markDevice, WALK_DATABASE } from '../../platform/device-data.js';
import { isOver, LIFE_MS, type Refusal, sorted } from '../../platform/device-queue.js';
import { ifOnDevice, withDevice } from '../../platform/device-store.js';
import type { WalkKit, WalkMessage } from './walk-messages.js';

interface Device extends DBSchema {
  messages: { key: string; value: WalkMessage };
  kits: { key: string; value: WalkKit };
}

const withWalks = <Result>(act: (device: IDBPDatabase<Device>) => Promise<Result>): Promise<Result> =>
  withDevice<Device, Result>(WALK_DATABASE, { messages: 'key', kits: 'reference' }, act);

const ifWalks = <Result>(
  act: (device: IDBPDatabase<Device>) => Promise<Result>,
  otherwise: Result,
): Promise<Result> => ifOnDevice<Device, Result>(WALK_DATABASE, act, otherwise);

/** The walk that lies here, if it is not too old; those that are go. */
export function keptKit(reference: string, now: number): Promise<WalkKit | null> {
  return ifWalks<WalkKit | null>(async (device) => {
    for (const each of await device.getAll('kits'))
      if (isOver(each.savedAt, now)) await device.delete('kits', each.reference);
    return (await device.get('kits', reference)) ?? null;
  }, null);
}

export async function keepKit(kit: WalkKit): Promise<void> {
  markDevice(kit.account, new Date(kit.savedAt).getTime() + LIFE_MS);
  await withWalks((device) => device.put('kits', kit));
}

/** Throws the walks away: the session ended by itself. What waits to be sent stays its twelve hours. */
export function dropKits(): Promise<void> {
  return ifWalks((device) => device.clear('kits'), undefined);
}

/** This person's messages that wait or were refused, oldest first; what is too old or another's goes. */
export function keptMessages(account: string, now: number): Promise<WalkMessage[]> {
  return ifWalks(async (device) => {
    const { kept, gone } = sorted(await device.getAll('messages'), account, now);
    for (const { key } of gone) await device.delete('messages', key);
    return kept;
  }, []);
}

/** How many messages lie here, whoever's they are. */
export function countMessages(now: number): Promise<number> {
  return ifWalks(
    async (device) => (await device.getAll('messages')).filter(({ savedAt }) => !isOver(savedAt, now)).length,
    0,
  );
}

export async function keepMessage(message: WalkMessage): Promise<void> {
  markDevice(message.account, new Date(message.savedAt).getTime() + LIFE_MS);
  await withWalks((device) => device.put('messages', message));
}

/** Writes why a message was refused, or that it waits again: on the message that lies here, if one does. */
export function markMessage(key: string, refusal: Refusal | null): Promise<void> {
  return ifWalks(async (device) => {
    const store = device.transaction('messages', 'readwrite').store;
    const there = await store.get(key);
    if (there) await store.put({ ...there, refusal });
  }, undefined);
}

export function dropMessage(key: string): Promise<void> {
  return ifWalks((device) => device.delete('messages', key), undefined);
}
