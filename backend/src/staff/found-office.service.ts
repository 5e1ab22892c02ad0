import type { OrganisationType } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { invalidField } from '../platform/problem/refused.js';
import { AccountRepository } from './account.repository.js';
import { freeSlug, slugOf } from './slug.rules.js';
import { OrganisationRepository } from './organisation.repository.js';

/** An organisation that is chosen by its slug, or made with a name. */
export type ChosenOrganisation = { readonly existing: string } | { readonly name: string };

/** Sets up who works in a new municipality. */
@Injectable()
export class FoundOffice {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly accounts: AccountRepository,
  ) {}

  /**
   * Lets an organisation work in a municipality; a new one is made first.
   * @param field the field that is wrong when there is no such organisation of the type
   * @returns its id and name
   */
  async settle(
    manager: EntityManager,
    municipalityId: string,
    type: OrganisationType,
    chosen: ChosenOrganisation,
    field: string,
  ): Promise<{ id: string; name: string }> {
    if ('existing' in chosen) {
      const found = await this.organisations.bySlug(manager, chosen.existing);
      if (found?.type !== type) throw invalidField(field, 'notFound');
      await this.organisations.addPlace(manager, found.id, municipalityId);
      return found;
    }
    const wanted = slugOf(chosen.name, 'organisation');
    const slug = freeSlug(wanted, await this.organisations.slugsLike(manager, wanted));
    const id = await this.organisations.create(manager, { slug, name: chosen.name, type });
    await this.organisations.addPlace(manager, id, municipalityId);
    return { id, name: chosen.name };
  }

  /** Makes somebody an administrator of a municipality, as a member of its office. */
  async appoint(
    manager: EntityManager,
    accountId: string,
    municipalityId: string,
    organisationId: string,
  ): Promise<void> {
    await this.accounts.addMemberships(manager, accountId, [
      { organisationId, municipalityId, role: 'admin' },
    ]);
  }
}
