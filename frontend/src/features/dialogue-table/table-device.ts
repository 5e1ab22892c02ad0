import type { DBSchema, IDBPDatabase } from 'idb';
import { markDevice, TABLE_DATABASE } from '../../platform/device-data.js';
import { isOver, LIFE_MS, type Refusal, sorted } from '../../platform/device-queue.js';
import { ifOnDevice, withDevice } from '../../platform/device-store.js';
import type { TableKit, TableMessage } from './table-messages.js';

interface Device extends DBSchema {
  messages: { key: string; value: TableMessage };
  kits: { key: string; value: TableKit };
}

const withTables = <Result>(act: (device: IDBPDatabase<Device>) => Promise<Result>): Promise<Result> =>
  withDevice<Device, Result>(TABLE_DATABASE, { messages: 'key', kits: 'reference' }, act);

const ifTables = <Result>(
  act: (device: IDBPDatabase<Device>) => Promise<Result>,
  otherwise: Result,
): Promise<Result> => ifOnDevice<Device, Result>(TABLE_DATABASE, act, otherwise);

/** The dialogue that lies here, if it is not too old; those that are go. */
export function keptKit(reference: string, now: number): Promise<TableKit | null> {
  return ifTables<TableKit | null>(async (device) => {
    for (const each of await device.getAll('kits'))
      if (isOver(each.savedAt, now)) await device.delete('kits', each.reference);
    return (await device.get('kits', reference)) ?? null;
  }, null);
}

export async function keepKit(kit: TableKit): Promise<void> {
  markDevice(kit.account, new Date(kit.savedAt).getTime() + LIFE_MS);
  await withTables((device) => device.put('kits', kit));
}

/** Throws the dialogues away: the session ended by itself. What waits to be sent stays its twelve hours. */
export function dropKits(): Promise<void> {
  return ifTables((device) => device.clear('kits'), undefined);
}

/** This person's messages that wait or were refused, oldest first; what is too old or another's goes. */
export function keptMessages(account: string, now: number): Promise<TableMessage[]> {
  return ifTables(async (device) => {
    const { kept, gone } = sorted(await device.getAll('messages'), account, now);
    for (const { key } of gone) await device.delete('messages', key);
    return kept;
  }, []);
}

/** How many messages lie here, whoever's they are. */
export function countMessages(now: number): Promise<number> {
  return ifTables(
    async (device) => (await device.getAll('messages')).filter(({ savedAt }) => !isOver(savedAt, now)).length,
    0,
  );
}

export async function keepMessage(message: TableMessage): Promise<void> {
  markDevice(message.account, new Date(message.savedAt).getTime() + LIFE_MS);
  await withTables((device) => device.put('messages', message));
}

/** Writes why a message was refused, or that it waits again: on the message that lies here, if one does. */
export function markMessage(key: string, refusal: Refusal | null): Promise<void> {
  return ifTables(async (device) => {
    const store = device.transaction('messages', 'readwrite').store;
    const there = await store.get(key);
    if (there) await store.put({ ...there, refusal });
  }, undefined);
}

export function dropMessage(key: string): Promise<void> {
  return ifTables((device) => device.delete('messages', key), undefined);
}
