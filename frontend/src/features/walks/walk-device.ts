import type { DBSchema, IDBPDatabase } from 'idb';
import { markDevice, WALK_DATABASE } from '../../platform/device-data.js';
import { isOver, LIFE_MS, sorted } from '../../platform/device-queue.js';
import { withDevice } from '../../platform/device-store.js';
import type { WalkKit, WalkMessage } from './walk-messages.js';

interface Device extends DBSchema {
  messages: { key: string; value: WalkMessage };
  kits: { key: string; value: WalkKit };
}

const withWalks = <Result>(act: (device: IDBPDatabase<Device>) => Promise<Result>): Promise<Result> =>
  withDevice<Device, Result>(WALK_DATABASE, { messages: 'key', kits: 'reference' }, act);

/** The walk that lies here, if it is not too old; those that are go. */
export function keptKit(reference: string, now: number): Promise<WalkKit | null> {
  return withWalks(async (device) => {
    for (const each of await device.getAll('kits'))
      if (isOver(each.savedAt, now)) await device.delete('kits', each.reference);
    return (await device.get('kits', reference)) ?? null;
  });
}

export async function keepKit(kit: WalkKit): Promise<void> {
  markDevice(kit.account, new Date(kit.savedAt).getTime() + LIFE_MS);
  await withWalks((device) => device.put('kits', kit));
}

/** Throws the walks away: the session ended by itself. What waits to be sent stays its twelve hours. */
export function dropKits(): Promise<void> {
  return withWalks((device) => device.clear('kits'));
}

/** This person's messages that wait or were refused, oldest first; what is too old or another's goes. */
export function keptMessages(account: string, now: number): Promise<WalkMessage[]> {
  return withWalks(async (device) => {
    const { kept, gone } = sorted(await device.getAll('messages'), account, now);
    for (const { key } of gone) await device.delete('messages', key);
    return kept;
  });
}

/** How many messages lie here, whoever's they are. */
export function countMessages(now: number): Promise<number> {
  return withWalks(
    async (device) => (await device.getAll('messages')).filter(({ savedAt }) => !isOver(savedAt, now)).length,
  );
}

export async function keepMessage(message: WalkMessage): Promise<void> {
  markDevice(message.account, new Date(message.savedAt).getTime() + LIFE_MS);
  await withWalks((device) => device.put('messages', message));
}

export function dropMessage(key: string): Promise<void> {
  return withWalks((device) => device.delete('messages', key));
}
