import type { SituationSpots, SpotsQuery } from '@lofteskartan/shared/contracts/situation';
import { SITUATION_LIMITS } from '@lofteskartan/shared/situation';
import { PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffMember } from '../platform/staff-member.js';
import { DoneRepository } from './done.repository.js';
import { HeardRepository } from './heard.repository.js';
import { hotSpotsOf, placesOf, spreadOf } from './hot-spots.rules.js';
import { OpenSituation, windowOf } from './open-situation.service.js';
import { cellsOf, pointsOf } from './spots.rules.js';

/** Metres: what is farther away does not name a place. */
const NAMED_WITHIN = { place: SITUATION_LIMITS.placeMetres, road: 300 };

const toTenths = (value: number): number => Math.round(value * 10) / 10;

/** Tells where people point in a period, and which places stand out. */
@Injectable()
export class ReadSpots {
  constructor(
    private readonly dataSource: DataSource,
    private readonly opening: OpenSituation,
    private readonly heard: HeardRepository,
    private readonly done: DoneRepository,
  ) {}

  /** @throws Refused `not.found`, `input.invalid` */
  async read(staff: StaffMember, slug: string, query: SpotsQuery): Promise<SituationSpots> {
    const { municipality, days } = await this.opening.open(staff, slug, query);
    const { id } = municipality;
    const kinds = query.kind?.length ? query.kind : PROPOSAL_KINDS;
    const filter = { weekdays: query.weekday ?? [], parts: query.part ?? [] };
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await this.heard.begin(manager);
      const spoken = await this.heard.cells(manager, id, windowOf(days), kinds);
      const { cells, untimed } = cellsOf(spoken, filter);
      const places = placesOf(cells);
      const spread = spreadOf(places.map(({ people }) => people));
      const spots = hotSpotsOf(places, spread);
      const localities = new Map(
        (await this.done.localities(manager, id, days)).map((each) => [each.id, each.name]),
      );
      const names = await this.done.names(
        manager,
        id,
        spots.map(({ position }) => position),
        NAMED_WITHIN,
      );
      return {
        usual: toTenths(
          places.length === 0 ? 0 : places.reduce((sum, { people }) => sum + people, 0) / places.length,
        ),
        places: places.length,
        untimed,
        unplaced: await this.heard.unplaced(manager, id, windowOf(days), kinds),
        points: pointsOf(places),
        hotSpots: spots.map(
          ({ localityId, kinds: spokenOf, kindsOfMany, position: [lng, lat], ...spot }, index) => ({
            ...spot,
            rank: index + 1,
            kinds: [...spokenOf],
            kindsOfMany: [...kindsOfMany],
            position: [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5],
            name: names[index] ?? null,
            locality: localityId === null ? null : (localities.get(localityId) ?? null),
          }),
        ),
      };
    });
  }
}
