import type { ChangedCheck } from '@lofteskartan/shared/contracts/planned-checks';
import type { PlannerSettings, StretchRanking } from '@lofteskartan/shared/contracts/planner';
import type { SpeedMeasurement } from '@lofteskartan/shared/contracts/speed-measurements';
import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import type { Api } from './api.js';
import { done } from './done.js';

/** What the police tell the planner, and where it can be read by them. */
export interface PlanSecrets {
  /** Addresses of the planner. */
  readonly addresses: readonly string[];
  /** Each a text that stands nowhere else, by its name. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** An officer names a stretch, finds no safe place, measures, and plans a check at an hour that nobody would guess. */
export async function tellThePlan(
  police: Api,
  slug: string,
  today: string,
  word: (name: string) => string,
): Promise<PlanSecrets> {
  const path = `/planner/${slug}`;
  const { items } = await done<StretchRanking>(police.get(`${path}/stretches`));
  const id = items[0]?.id ?? '';
  const own = `${path}/stretches/${id}`;
  const version = async () => (await done<StretchDetail>(police.get(own))).version;
  await done(police.put(`${own}/name`, { body: { version: await version(), name: word('sträckan') } }));
  const found = { safePlace: true, limitChangeMetres: 7_771, roadKeeper: 'state', note: word('bedömning') };
  await done(police.put(`${own}/suitability`, { body: { version: await version(), ...found } }));
  const settings = await done<PlannerSettings>(police.get(`${path}/settings`));
  await done(police.put(`${path}/plan`, { body: { version: settings.version, on: true } }));
  const check = await done<ChangedCheck>(
    police.post(`${path}/checks`, {
      key: true,
      body: { stretchId: id, plannedOn: today, fromHour: 3, toHour: 4, note: word('tillfälle') },
    }),
  );
  const measured = {
    source: 'radar-box',
    measuredBy: 'police',
    direction: word('riktningen'),
    file: `Tidpunkt;Hastighet\n${today} 00:00;44,771`,
  };
  const measurement = await done<SpeedMeasurement>(
    police.post(`${own}/measurements`, { key: true, body: measured }),
  );
  return {
    addresses: [
      `${path}/stretches`,
      own,
      `${own}/measurements`,
      `${path}/settings`,
      `${path}/weeks/${today}`,
    ].map((each) => `/api/v1${each}`),
    secrets: new Map([
      ['the stretch', id],
      ['the planned check', check.id],
      ['the measurement', measurement.id],
      ['what was found at the stretch', '"limitChangeMetres":7771'],
    ]),
  };
}
