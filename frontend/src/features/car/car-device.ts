import type { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { DEVICE_DATABASE, markDevice } from '../../platform/device-data.js';
import { isOver, LIFE_MS, sorted, type WaitingCheck } from './car-queue.js';

/** What a patrol carries along, and whose it is. */
interface KeptKit {
  municipality: string;
  account: string;
  savedAt: string;
  kit: CarKit;
}

interface Device extends DBSchema {
  checks: { key: string; value: WaitingCheck };
  kits: { key: string; value: KeptKit };
}

/** Opens the database for one act and closes it again, so that a sign-out in another tab can throw it away. */
async function withDevice<T>(act: (device: IDBPDatabase<Device>) => Promise<T>): Promise<T> {
  const device = await openDB<Device>(DEVICE_DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('checks', { keyPath: 'key' });
      fresh.createObjectStore('kits', { keyPath: 'municipality' });
    },
    blocking: (_now, _wanted, event) => {
      (event.target as IDBDatabase).close();
    },
  });
  try {
    return await act(device);
  } finally {
    device.close();
  }
}

/** The kits that lie here and are not too old; those that are go. */
export function keptKits(now: number): Promise<KeptKit[]> {
  return withDevice(async (device) => {
    const all = await device.getAll('kits');
    for (const each of all.filter(({ savedAt }) => isOver(savedAt, now)))
      await device.delete('kits', each.municipality);
    return all.filter(({ savedAt }) => !isOver(savedAt, now));
  });
}

export async function keepKit(account: string, kit: CarKit, now: number): Promise<void> {
  markDevice(account, now + LIFE_MS);
  await withDevice((device) =>
    device.put('kits', {
      municipality: kit.municipality,
      account,
      savedAt: new Date(now).toISOString(),
      kit,
    }),
  );
}

/** Throws the kits away: the session ended by itself. What waits to be sent stays its twelve hours. */
export function dropKits(): Promise<void> {
  return withDevice((device) => device.clear('kits'));
}

/** This person's checks that wait or were refused, oldest first; what is too old or another's goes. */
export function keptChecks(account: string, now: number): Promise<WaitingCheck[]> {
  return withDevice(async (device) => {
    const { kept, gone } = sorted(await device.getAll('checks'), account, now);
    for (const { key } of gone) await device.delete('checks', key);
    return kept;
  });
}

/** How many checks lie here, whoever's they are. */
export function countChecks(now: number): Promise<number> {
  return withDevice(
    async (device) => (await device.getAll('checks')).filter(({ savedAt }) => !isOver(savedAt, now)).length,
  );
}

export async function keepCheck(check: WaitingCheck): Promise<void> {
  markDevice(check.account, new Date(check.savedAt).getTime() + LIFE_MS);
  await withDevice((device) => device.put('checks', check));
}

export function dropCheck(key: string): Promise<void> {
  return withDevice((device) => device.delete('checks', key));
}

/** Makes the page open without a network: only this page, and only its own files. */
export function readyWithoutNetwork(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Where a browser refuses, the page works as long as it stays open.
  navigator.serviceWorker
    .register('/arbete/bilen-worker.js', { scope: '/arbete/bilen' })
    .catch(() => undefined);
}
