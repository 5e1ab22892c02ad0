import type { PlaceItem, PlacePhoto } from '@lofteskartan/shared/contracts/inventory';
import type { PlaceMeasure } from '@lofteskartan/shared/contracts/inventory-measures';
import { groupsOf } from '@lofteskartan/shared/inventory';
import type { IsoDate } from '../platform/dates.js';
import type { MeasureRecord } from './measure.repository.js';
import type { PlaceFacts } from './place-facts.repository.js';
import type { PlacePhotoRecord } from './place-photo.repository.js';
import type { PlaceRecord } from './place.repository.js';
import { measureState, nextOn, placeState } from './place.rules.js';
import { ratingsOf } from './rating.rules.js';
import { timesOf } from './times.rules.js';

/** The fields of a list’s place, to be put into one. */
type ItemFields = Pick<PlaceItem, keyof PlaceItem>;

/** A place as it stands in the list of staff. */
export function placeItem(place: PlaceRecord, facts: PlaceFacts, today: IsoDate): ItemFields {
  const { reference, name, municipality, locality, position, causes, when, seasons, body, isPublic } = place;
  return {
    reference,
    name,
    municipality,
    locality,
    position,
    causes,
    groups: groupsOf(causes),
    when,
    seasons,
    body,
    state: placeState(facts.measures, today),
    nextOn: nextOn(facts.measures, today),
    people: facts.people,
    proposalCount: facts.proposalCount,
    ratings: ratingsOf(facts.answers, facts.done),
    times: timesOf(facts.told),
    isPublic,
    updatedAt: place.updatedAt.toISOString(),
  };
}

/** A measure as staff read it. */
export function measureView(measure: MeasureRecord, today: IsoDate): PlaceMeasure {
  const { placeId: _place, ...rest } = measure;
  return { ...rest, state: measureState(measure, today) };
}

/** Where a photo of a place and its thumbnail are fetched. */
export const placePhotoAddresses = (id: string): { url: string; thumbnailUrl: string } => ({
  url: `/api/v1/inventory/photos/${id}`,
  thumbnailUrl: `/api/v1/inventory/photos/${id}/thumbnail`,
});

/** A photo as staff decide about it. */
export function photoView({ id, width, height, light, isPublic, createdAt }: PlacePhotoRecord): PlacePhoto {
  return {
    id,
    ...placePhotoAddresses(id),
    width,
    height,
    light,
    isPublic,
    addedAt: createdAt.toISOString(),
  };
}
