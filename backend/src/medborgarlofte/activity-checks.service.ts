import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActivityResult } from '@lofteskartan/shared/contracts/activities';
import type { MunicipalitySettings } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import type { WhyNotCounted } from '@lofteskartan/shared/vocabulary';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { stockholmDate } from '../platform/dates.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { secretsOf } from '../proposals/secrecy.rules.js';
import { ProposalWishes, type ProposalWish } from '../proposals/proposal-wishes.service.js';
import { ActivitiesRepository } from './activities.repository.js';
import { type Fault, linkFaults } from './activity.rules.js';
import type { CommitmentRow } from './commitments.repository.js';
import { isEmbargoed, releaseMoment } from './release.rules.js';
import { whyNotWished } from './wish.rules.js';

/** What logging and changing an activity look up and check alike. Faults are collected, so that a form shows them all at once. */
@Injectable()
export class ActivityChecks {
  constructor(
    private readonly activities: ActivitiesRepository,
    private readonly wishes: ProposalWishes,
    private readonly municipalities: MunicipalityLookup,
  ) {}

  /** The proposals that are to be linked, in the order given; what is wrong with them goes to the faults. One that is secret for others than who links is not found. */
  async linked(
    manager: EntityManager,
    commitment: CommitmentRow,
    references: readonly string[],
    { memberships }: StaffMember,
    faults: Fault[],
  ): Promise<ProposalWish[]> {
    if (references.length === 0) return [];
    const found = await this.wishes.byReferences(
      manager,
      commitment.municipalityId,
      references,
      secretsOf(memberships),
    );
    const byReference = new Map(found.map((wish) => [wish.reference, wish]));
    const inOrder = references.map((reference) => byReference.get(reference));
    faults.push(...linkFaults(inOrder, commitment.acceptsKinds));
    return inOrder.filter((wish) => wish !== undefined);
  }

  /** Sees that a position lies in the commitment's municipality; what is wrong with it goes to the faults. */
  async position(
    manager: EntityManager,
    { municipalityId }: CommitmentRow,
    position: Position | null | undefined,
    faults: Fault[],
  ): Promise<void> {
    if (!position) return;
    const holding = await this.municipalities.holding(manager, position);
    if (holding?.municipality.id === municipalityId) return;
    faults.push({ field: 'position', code: holding ? 'otherMunicipality' : 'outside' });
  }

  /** The locality of a slug, or the one nearest to the position when none is named; an unknown one goes to the faults. */
  async localityId(
    manager: EntityManager,
    commitment: CommitmentRow,
    slug: string | null | undefined,
    position: Position | null,
    faults: Fault[],
  ): Promise<string | null> {
    const { municipalityId } = commitment;
    if (slug) {
      const named = await this.municipalities.localityBySlug(manager, municipalityId, slug);
      if (!named) faults.push({ field: 'locality', code: 'invalid' });
      return named?.id ?? null;
    }
    if (!position) return null;
    return (await this.municipalities.nearestLocality(manager, municipalityId, position))?.id ?? null;
  }

  /** The milestone that a result names, if the commitment has it; else that goes to the faults. */
  async milestoneId(
    manager: EntityManager,
    commitment: CommitmentRow,
    { milestoneId }: ActivityResult,
    faults: Fault[],
  ): Promise<string | null> {
    if (milestoneId === undefined) return null;
    if (await this.activities.hasMilestone(manager, commitment.id, milestoneId)) return milestoneId;
    faults.push({ field: 'result.milestoneId', code: 'invalid' });
    return null;
  }

  /** Why an activity does not count towards its commitment, or null when it does. */
  async whyNot(
    manager: EntityManager,
    commitment: CommitmentRow,
    activity: { occurredOn: string; position: Position | null; proposalIds: readonly string[] },
  ): Promise<WhyNotCounted | null> {
    if (!commitment.requiresWish) return null;
    const { wishMaxDistanceMetres, wishMaxAgeMonths } = await this.settings(manager, commitment);
    const rows = await this.activities.wishes(manager, activity.proposalIds, activity.position);
    return whyNotWished(
      activity.occurredOn,
      rows.map(({ kind, createdAt, distanceMetres }) => ({
        kind,
        createdOn: stockholmDate(createdAt),
        distanceMetres,
      })),
      commitment.acceptsKinds,
      { maxDistanceMetres: wishMaxDistanceMetres, maxAgeMonths: wishMaxAgeMonths },
    );
  }

  /** The moment until which an activity stays secret, or null when it is public once it is confirmed. */
  async releaseAt(
    manager: EntityManager,
    commitment: CommitmentRow,
    { occurredOn, result }: { occurredOn: string; result: ActivityResult },
  ): Promise<Date | null> {
    if (!isEmbargoed(commitment)) return null;
    const { releaseDelayHours } = await this.settings(manager, commitment);
    return releaseMoment(occurredOn, result.endedAt, releaseDelayHours);
  }

  private async settings(manager: EntityManager, commitment: CommitmentRow): Promise<MunicipalitySettings> {
    const municipality = await this.municipalities.byId(manager, commitment.municipalityId);
    if (!municipality) throw new Error('A commitment without a municipality');
    return municipality.settings;
  }
}

/** Refuses when anything is wrong with a field. */
export function refuseFaults(faults: readonly (Fault | null)[]): void {
  const errors = faults.filter((fault) => fault !== null);
  if (errors.length > 0) throw new Refused('input.invalid', { errors });
}
