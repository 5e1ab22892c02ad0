import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { Position } from '@lofteskartan/shared/position';
import type { Api } from './api.js';
import { done } from './done.js';

/** A place of some proposals that everyone does not see, but for what is done there. */
export interface PlaceToMend {
  /** The municipality’s slug. */
  readonly municipality: string;
  readonly position: Position;
  readonly proposals: readonly string[];
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly doneOn: string;
}

/** Plans a lamp at a new place and says that it is up, which ends its proposals. @returns the place as it is then */
export async function mend(
  api: Api,
  { municipality, position, proposals, name, doneOn }: PlaceToMend,
): Promise<StaffPlace> {
  const place = {
    municipality,
    position,
    proposals,
    name,
    causes: ['underpass'],
    when: ['dark'],
    seasons: [],
  };
  const made = await done<StaffPlace>(
    api.post('/inventory/places', { key: true, body: { ...place, isPublic: false } }),
  );
  const path = `/inventory/places/${made.reference}/measures`;
  const planned = { version: made.version, kind: 'new-lamp', isPublic: true };
  const { version, measures } = await done<StaffPlace>(api.post(path, { key: true, body: planned }));
  const lamp = measures[0]?.id ?? '';
  const body = { version, doneOn, text: 'En ny lampa lyser.' };
  return done<StaffPlace>(api.post(`${path}/${lamp}/completions`, { key: true, body }));
}
