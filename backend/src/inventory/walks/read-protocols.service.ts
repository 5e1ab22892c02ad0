import type {
  PublicStop,
  PublicWalkItem,
  PublicWalkList,
  PublicWalkQuery,
  WalkProtocol,
} from '@lofteskartan/shared/contracts/walk-protocols';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { Refused } from '../../platform/problem/refused.js';
import { measureState } from '../place.rules.js';
import { placePhotoAddresses } from '../place.view.js';
import { ProtocolRepository, type ProtocolStop, type PublishedWalk } from './protocol.repository.js';

/** Published protocols as everyone reads them: the words as they were published, places, photos and measures as they are public today. */
@Injectable()
export class ReadProtocols {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly protocols: ProtocolRepository,
  ) {}

  /** The published walks of a municipality, or those that stopped at a public place; none where neither is named. */
  async list({ municipality, place }: PublicWalkQuery): Promise<PublicWalkList> {
    const walks = place
      ? await this.protocols.ofPlace(this.dataSource, place.toUpperCase())
      : await this.protocols.ofMunicipality(this.dataSource, municipality ?? '');
    return { items: walks.map(itemOf) };
  }

  /** @throws Refused `not.found`, also for a walk whose protocol is not published */
  async one(reference: string): Promise<WalkProtocol> {
    const walk = await this.protocols.one(this.dataSource, reference.toUpperCase());
    if (!walk) throw new Refused('not.found');
    const { organisers, bands, stops } = walk.view;
    return {
      ...itemOf(walk),
      organisers,
      bands,
      stops: await this.asTheyAreToday(stops),
      versions: await this.protocols.versions(this.dataSource, walk.walkId),
    };
  }

  private async asTheyAreToday(stops: readonly ProtocolStop[]): Promise<PublicStop[]> {
    const source = this.dataSource;
    const today = stockholmDate(this.clock.now());
    const places = await this.protocols.places(
      source,
      stops.flatMap(({ placeId }) => placeId ?? []),
    );
    const named = stops.flatMap(({ measureId }) => measureId ?? []);
    const measures = await this.protocols.measures(source, named);
    const takenBack = await this.protocols.takenBack(source, named);
    const photos = await this.protocols.photos(
      source,
      stops.flatMap(({ photoIds }) => photoIds),
    );
    return stops.map(({ placeId, measureId, photoIds, ...told }) => {
      const place = places.find((each) => each.placeId === placeId);
      const measure = place && measures.find(({ id }) => id === measureId);
      return {
        ...told,
        place: place
          ? {
              reference: place.reference,
              name: place.name,
              position: place.lng === null || place.lat === null ? null : [place.lng, place.lat],
            }
          : null,
        measure: measure ? { ...withoutId(measure), state: measureState(measure, today) } : null,
        measureTakenBackOn: (place && takenBack.find(({ id }) => id === measureId)?.on) ?? null,
        photos: place
          ? photos
              .filter(({ id }) => photoIds.includes(id))
              .map((photo) => ({ ...photo, ...placePhotoAddresses(photo.id) }))
          : [],
      };
    });
  }
}

const withoutId = <Row extends { readonly id: string }>({ id: _id, ...rest }: Row): Omit<Row, 'id'> => rest;

function itemOf({
  reference,
  municipality,
  view,
}: PublishedWalk): Pick<PublicWalkItem, keyof PublicWalkItem> {
  const { title, purpose, startsAt, locality, participants, stops } = view;
  return {
    reference,
    municipality,
    title,
    purpose,
    startsAt,
    locality,
    participants,
    stopCount: stops.length,
  };
}
