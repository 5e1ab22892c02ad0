import { isLinked } from '@lofteskartan/shared/medborgardialog-outcomes';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { invalidField } from '../../platform/problem/refused.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';
import { dialogueReaders } from '../medborgardialog.rules.js';
import { OwnerRepository } from './owner.repository.js';
import type { PointFields } from './point.repository.js';
import { ThingRepository } from './thing.repository.js';

/** Looks whether what is said of a point names what there is: what is named already may stay. */
@Injectable()
export class CheckPoint {
  constructor(
    private readonly owners: OwnerRepository,
    private readonly things: ThingRepository,
  ) {}

  /** @throws Refused `input.invalid` */
  async check(
    manager: EntityManager,
    { municipalityId }: Pick<MedborgardialogRecord, 'municipalityId'>,
    before: PointFields,
    { outcome, thingId, organisationId, personId }: PointFields,
  ): Promise<void> {
    const isThere = (all: readonly { readonly id: string }[], id: string): boolean =>
      all.some((each) => each.id === id);
    if (organisationId !== null && organisationId !== before.organisationId)
      if (!isThere(await this.owners.organisations(manager, municipalityId), organisationId))
        throw invalidField('organisationId', 'notFound');
    if (personId !== null && personId !== before.personId)
      if (!isThere(await this.owners.people(manager, municipalityId, dialogueReaders), personId))
        throw invalidField('personId', 'notFound');
    // Only what everyone can read of: an outcome that leads nowhere is prose.
    if (isLinked(outcome) && thingId !== null && thingId !== before.thingId)
      if (!(await this.things.isPublicIn(manager, municipalityId, outcome, thingId)))
        throw invalidField('thingId', 'notFound');
  }
}
