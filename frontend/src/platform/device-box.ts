import type { DBSchema, IDBPDatabase } from 'idb';
import { markDevice } from './device-data.js';
import { isOver, LIFE_MS, sorted, type Waiting } from './device-queue.js';
import { ifOnDevice, withDevice } from './device-store.js';
import type { DeviceQueueWays } from './use-device-queue.js';

/** Something that was fetched, as it lies on the device. */
export interface Carried {
  readonly account: string;
  /** ISO 8601. */
  readonly savedAt: string;
}

/** What a page that works without a network keeps on the device. */
export interface DeviceBox<Kit extends Carried, Message extends Waiting> {
  /** What was fetched, whoever's it is, and is not too old; what is goes. */
  readonly kits: (now: number) => Promise<Kit[]>;
  readonly keepKit: (kit: Kit) => Promise<void>;
  /** Throws away what was fetched: the session ended by itself. What waits to be sent stays its twelve hours. */
  readonly dropKits: () => Promise<void>;
  /** How many messages lie here, whoever's they are. */
  readonly count: (now: number) => Promise<number>;
  /** The messages that lie here, as `useDeviceQueue` works with them. */
  readonly messages: Pick<DeviceQueueWays<Message, unknown>, 'kept' | 'keep' | 'mark' | 'drop'>;
}

interface Device<Kit, Message> extends DBSchema {
  kits: { key: string; value: Kit };
  messages: { key: string; value: Message };
}

const lifeFrom = (savedAt: string): number => new Date(savedAt).getTime() + LIFE_MS;

/**
 * The box of a page: a database of its own, with what was fetched and what is still to be sent.
 * @param kitKey the field that what was fetched is found by
 * @param messageStore what the store of the messages is called on the device
 */
export function deviceBox<Kit extends Carried, Message extends Waiting>(
  database: string,
  kitKey: keyof Kit & string,
  messageStore = 'messages',
): DeviceBox<Kit, Message> {
  type Act<Result> = (device: IDBPDatabase<Device<Kit, Message>>) => Promise<Result>;
  // To the compiler the store has one name only; on the device it has that of the page.
  const store = messageStore as 'messages';
  const stores = { kits: kitKey, [store]: 'key' } as Record<'kits' | 'messages', string>;
  const within = <Result>(act: Act<Result>) =>
    withDevice<Device<Kit, Message>, Result>(database, stores, act);
  const ifThere = <Result>(act: Act<Result>, otherwise: Result) =>
    ifOnDevice<Device<Kit, Message>, Result>(database, act, otherwise);

  return {
    kits: (now) =>
      ifThere(async (device) => {
        const all = await device.getAll('kits');
        for (const each of all)
          if (isOver(each.savedAt, now)) await device.delete('kits', String(each[kitKey]));
        return all.filter(({ savedAt }) => !isOver(savedAt, now));
      }, []),
    keepKit: async (kit) => {
      markDevice(kit.account, lifeFrom(kit.savedAt));
      await within((device) => device.put('kits', kit));
    },
    dropKits: () => ifThere((device) => device.clear('kits'), undefined),
    count: (now) =>
      ifThere(
        async (device) => (await device.getAll(store)).filter(({ savedAt }) => !isOver(savedAt, now)).length,
        0,
      ),
    messages: {
      kept: (account, now) =>
        ifThere(async (device) => {
          const { kept, gone } = sorted(await device.getAll(store), account, now);
          for (const { key } of gone) await device.delete(store, key);
          return kept;
        }, []),
      keep: async (message) => {
        markDevice(message.account, lifeFrom(message.savedAt));
        await within((device) => device.put(store, message));
      },
      mark: (key, refusal) =>
        ifThere(async (device) => {
          const writing = device.transaction(store, 'readwrite').store;
          const there = await writing.get(key);
          if (there) await writing.put({ ...there, refusal });
        }, undefined),
      drop: (key) => ifThere((device) => device.delete(store, key), undefined),
    },
  };
}
