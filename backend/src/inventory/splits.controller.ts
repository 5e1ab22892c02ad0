import { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { SplitPlace } from '@lofteskartan/shared/contracts/inventory-splits';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { inventoryReaders } from './place.rules.js';
import { SplitPlaces } from './split-place.service.js';

/** Places that turn out to be two. */
@Controller('inventory/places/:reference/splits')
export class SplitsController {
  constructor(private readonly splitting: SplitPlaces) {}

  @Post()
  @Endpoint({
    summary: { en: 'Split a place in two', sv: 'Dela en plats i två' },
    description: {
      en: 'What is named moves to a new place, which is answered with. Merging the new place into the old one takes it back.',
    },
    tags: ['Inventory'],
    access: { who: 'staff', roles: inventoryReaders },
    body: SplitPlace,
    answers: { 201: StaffPlace },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'place.merged'],
    idempotent: true,
  })
  split(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: SplitPlace,
    @IdempotencyKey() key: string,
  ) {
    return this.splitting.split({ staff, language }, reference, body, key);
  }
}
