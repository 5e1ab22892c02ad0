import type { CarKit, CarWish } from '@lofteskartan/shared/contracts/car-kit';
import { CAR_LIMITS } from '@lofteskartan/shared/speed-checks';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Commitments } from '../medborgarlofte/commitments.service.js';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import type { StaffMember } from '../platform/staff-member.js';
import { CarKitRepository } from './car-kit.repository.js';
import { PlannerAccess } from './planner-access.service.js';
import { PlannerSettingsService } from './planner-settings.service.js';
import { RankStretches } from './rank-stretches.service.js';

/** Tells what a patrol carries along to log checks where there is no network. */
@Injectable()
export class ReadCarKit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: PlannerAccess,
    private readonly settings: PlannerSettingsService,
    private readonly ranking: RankStretches,
    private readonly commitments: Commitments,
    private readonly repository: CarKitRepository,
  ) {}

  /** @throws Refused `not.found` */
  async read(staff: StaffMember, slug: string, language: Language): Promise<CarKit> {
    const municipality = await this.access.open(staff, slug);
    const { manager } = this.dataSource;
    const weights = await this.settings.weights(manager, municipality.id);
    const facts = await this.ranking.facts(municipality.id, weights);
    const stretches = this.ranking
      .order(facts, weights)
      .slice(0, CAR_LIMITS.stretches)
      .map((each) => this.ranking.view(each, facts, weights));
    const ids = stretches.map(({ id }) => id);
    const rows = await this.repository.wishes(manager, municipality.id, ids, CAR_LIMITS.wishesOfAStretch);
    const roads = await this.repository.roads(manager, municipality.id, ids);
    const roadOf = new Map(roads.map(({ stretchId, road }) => [stretchId, road]));
    const waitingOn = new Map(rows.map(({ stretchId, waiting }) => [stretchId, waiting]));
    const wishes = new Map<string, CarWish[]>(stretches.map(({ id }) => [id, []]));
    for (const { stretchId, reference, lng, lat, createdAt, people } of rows)
      wishes
        .get(stretchId)
        ?.push({ reference, position: [lng, lat], cameInOn: stockholmDate(createdAt), people });
    const [commitment] = await this.commitments.accepting(manager, municipality.id, 'speed-check');
    return {
      municipality: slug,
      municipalityName: municipality.name,
      readAt: this.clock.now().toISOString(),
      commitment: commitment ? { id: commitment.id, title: commitment.title[language] } : null,
      wishMetres: municipality.settings.wishMaxDistanceMetres,
      stretches: stretches.map(({ id, name, localityName, position, postedLimit }) => ({
        id,
        name,
        road: roadOf.get(id) ?? null,
        localityName,
        position,
        postedLimit,
        waiting: waitingOn.get(id) ?? 0,
        wishes: wishes.get(id) ?? [],
      })),
    };
  }
}
