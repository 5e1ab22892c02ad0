import type { ChangeOrganisation, CreateOrganisation } from '@lofteskartan/shared/contracts/organisations';
import type { Organisation } from '@lofteskartan/shared/contracts/staff';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import type { StaffMember } from '../platform/staff-member.js';
import { municipalitiesWith } from './access.rules.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { mayBecome, organisationRefusal } from './organisation.rules.js';
import { freeSlug, slugOf } from './slug.rules.js';
import { OrganisationRepository, type StoredOrganisation } from './organisation.repository.js';

interface Place {
  readonly id: string;
  readonly slug: string;
}

/** Creates and changes organisations. */
@Injectable()
export class ChangeOrganisationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly organisations: OrganisationRepository,
    private readonly log: AdminLogRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates an organisation that works in municipalities of one's own.
   * @throws Refused `input.invalid` for a municipality that is not there, `role.insufficient` for one that is not one's own
   */
  create(staff: StaffMember, given: CreateOrganisation, key: string): Promise<Reply<Organisation>> {
    const { name, type, municipalities } = given;
    return this.idempotency.run({
      key,
      route: 'POST /organisations',
      caller: staff.accountId,
      body: { name, type, municipalities },
      work: async (manager) => {
        const places = await this.placesOf(manager, municipalities);
        demandAllowed(staff, { before: [], after: places, isRenamed: true });
        const wanted = slugOf(name, 'organisation');
        const slug = freeSlug(wanted, await this.organisations.slugsLike(manager, wanted));
        const id = await this.organisations.create(manager, { slug, name: name.trim(), type });
        for (const place of places) await this.organisations.addPlace(manager, id, place.id);
        const after = { name: name.trim(), type, municipalities: places.map((place) => place.slug) };
        await this.note(manager, staff, 'organisation.created', id, { before: null, after });
        return new Reply(201, { slug, ...after, version: 1 });
      },
    });
  }

  /**
   * Gives an organisation its name, its type and where it works.
   * @throws Refused `not.found` for one that works only elsewhere; `organisation.elsewhere` to rename one that others share;
   *   `organisation.used` when people, commitments or activities hold it where it is to leave, or hold its type; `version.stale`
   */
  change(staff: StaffMember, slug: string, given: ChangeOrganisation): Promise<Organisation> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.organisations.lock(manager, slug);
      if (!before) throw new Refused('not.found');
      const after = await this.placesOf(manager, given.municipalities);
      const name = given.name.trim();
      const isRenamed = name !== before.name || given.type !== before.type;
      demandAllowed(staff, { before: before.municipalities, after, isRenamed });
      if (before.version !== given.version) throw new Refused('version.stale');
      if (!mayBecome(before.type, given.type, await this.organisations.isUsed(manager, before.id, null)))
        throw new Refused('organisation.used');
      await this.move(manager, before, after);
      await this.organisations.change(manager, before.id, { name, type: given.type });
      const municipalities = after.map((place) => place.slug);
      const said = { name, type: given.type, municipalities };
      await this.note(manager, staff, 'organisation.changed', before.id, {
        before: {
          name: before.name,
          type: before.type,
          municipalities: before.municipalities.map((place) => place.slug),
        },
        after: said,
      });
      return { slug, ...said, version: before.version + 1 };
    });
  }

  private async move(
    manager: EntityManager,
    { id, municipalities }: StoredOrganisation,
    after: readonly Place[],
  ): Promise<void> {
    const isIn = (places: readonly Place[], place: Place): boolean =>
      places.some((each) => each.id === place.id);
    for (const place of after)
      if (!isIn(municipalities, place)) await this.organisations.addPlace(manager, id, place.id);
    for (const place of municipalities) {
      if (isIn(after, place)) continue;
      if (await this.organisations.isUsed(manager, id, place.id)) throw new Refused('organisation.used');
      await this.organisations.removePlace(manager, id, place.id);
    }
  }

  private async placesOf(manager: EntityManager, slugs: readonly string[]): Promise<Place[]> {
    const places = await this.organisations.places(manager, slugs);
    const errors = slugs.flatMap((slug, index) =>
      places.some((place) => place.slug === slug)
        ? []
        : [{ field: `municipalities[${index}]`, code: 'notFound' as const }],
    );
    if (errors.length > 0) throw new Refused('input.invalid', { errors });
    return places;
  }

  private note(
    manager: EntityManager,
    staff: StaffMember,
    type: 'organisation.created' | 'organisation.changed',
    subjectId: string,
    changes: object,
  ): Promise<void> {
    return this.log.append(manager, {
      at: this.clock.now(),
      actorAccountId: staff.accountId,
      type,
      subjectId,
      changes,
    });
  }
}

function demandAllowed(
  staff: StaffMember,
  given: { before: readonly Place[]; after: readonly Place[]; isRenamed: boolean },
): void {
  const refusal = organisationRefusal({
    isInstallationAdmin: staff.isInstallationAdmin === true,
    administered: municipalitiesWith(staff, ['admin']),
    placesBefore: given.before.map(({ id }) => id),
    placesAfter: given.after.map(({ id }) => id),
    isRenamed: given.isRenamed,
  });
  if (refusal) throw new Refused(refusal);
}
