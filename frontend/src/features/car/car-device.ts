import type { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import type { DBSchema, IDBPDatabase } from 'idb';
import { CAR_DATABASE, markDevice } from '../../platform/device-data.js';
import { isOver, LIFE_MS, type Refusal, sorted } from '../../platform/device-queue.js';
import { ifOnDevice, withDevice } from '../../platform/device-store.js';
import type { WaitingCheck } from './car-queue.js';

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

const withCar = <Result>(act: (device: IDBPDatabase<Device>) => Promise<Result>): Promise<Result> =>
  withDevice<Device, Result>(CAR_DATABASE, { checks: 'key', kits: 'municipality' }, act);

const ifCar = <Result>(
  act: (device: IDBPDatabase<Device>) => Promise<Result>,
  otherwise: Result,
): Promise<Result> => ifOnDevice<Device, Result>(CAR_DATABASE, act, otherwise);

/** The kits that lie here and are not too old; those that are go. */
export function keptKits(now: number): Promise<KeptKit[]> {
  return ifCar(async (device) => {
    const all = await device.getAll('kits');
    for (const each of all.filter(({ savedAt }) => isOver(savedAt, now)))
      await device.delete('kits', each.municipality);
    return all.filter(({ savedAt }) => !isOver(savedAt, now));
  }, []);
}

export async function keepKit(account: string, kit: CarKit, now: number): Promise<void> {
  markDevice(account, now + LIFE_MS);
  await withCar((device) =>
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
  return ifCar((device) => device.clear('kits'), undefined);
}

/** This person's checks that wait or were refused, oldest first; what is too old or another's goes. */
export function keptChecks(account: string, now: number): Promise<WaitingCheck[]> {
  return ifCar(async (device) => {
    const { kept, gone } = sorted(await device.getAll('checks'), account, now);
    for (const { key } of gone) await device.delete('checks', key);
    return kept;
  }, []);
}

/** How many checks lie here, whoever's they are. */
export function countChecks(now: number): Promise<number> {
  return ifCar(
    async (device) => (await device.getAll('checks')).filter(({ savedAt }) => !isOver(savedAt, now)).length,
    0,
  );
}

export async function keepCheck(check: WaitingCheck): Promise<void> {
  markDevice(check.account, new Date(check.savedAt).getTime() + LIFE_MS);
  await withCar((device) => device.put('checks', check));
}

/** Writes why a check was refused, or that it waits again: on the check that lies here, if one does. */
export function markCheck(key: string, refusal: Refusal | null): Promise<void> {
  return ifCar(async (device) => {
    const store = device.transaction('checks', 'readwrite').store;
    const there = await store.get(key);
    if (there) await store.put({ ...there, refusal });
  }, undefined);
}

export function dropCheck(key: string): Promise<void> {
  return ifCar((device) => device.delete('checks', key), undefined);
}
