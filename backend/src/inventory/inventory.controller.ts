import {
  CreatePlace,
  LinkProposals,
  MergePlace,
  PartPlace,
  PlaceList,
  PlaceOfProposal,
  PlaceQuery,
  SavePlace,
  StaffPlace,
  UnlinkProposals,
} from '@lofteskartan/shared/contracts/inventory';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { type Access, Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { KeepInventory } from './keep-inventory.service.js';
import { MergePlaces } from './merge-places.service.js';
import { inventoryReaders } from './place.rules.js';
import { ReadPlacesService } from './read-places.service.js';

const tags = ['Inventory'];
const access: Access = { who: 'staff', roles: inventoryReaders };

/** Dark and unsafe places as staff work with them. Police read; the municipality's own people change. */
@Controller('inventory')
export class InventoryController {
  constructor(
    private readonly reading: ReadPlacesService,
    private readonly keeping: KeepInventory,
    private readonly merging: MergePlaces,
  ) {}

  @Get('places')
  @Endpoint({
    summary: { en: 'The places of a municipality', sv: 'Kommunens mörka och otrygga platser' },
    description: {
      en: 'Values of one filter are alternatives; `group` and `cause` are one filter. Merged places are shown by the one that they were merged into.',
    },
    tags,
    access,
    query: PlaceQuery,
    answers: { 200: PlaceList },
    refusals: ['not.found'],
  })
  list(@CurrentStaff() staff: StaffMember, @Query() query: PlaceQuery): Promise<PlaceList> {
    return this.reading.list(staff, query);
  }

  @Post('places')
  @Endpoint({
    summary: { en: 'Add a place', sv: 'Lägg till en plats' },
    description: { en: 'With the proposals that it comes from: a proposal becomes a place in one step.' },
    tags,
    access,
    body: CreatePlace,
    answers: { 201: StaffPlace },
    refusals: ['not.found', 'role.insufficient'],
    idempotent: true,
  })
  create(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Body() body: CreatePlace,
    @IdempotencyKey() key: string,
  ) {
    return this.keeping.create({ staff, language }, body, key);
  }

  @Get('places/:reference')
  @Endpoint({
    summary: { en: 'A place as staff work with it', sv: 'En plats som handläggare ser den' },
    tags,
    access,
    answers: { 200: StaffPlace },
    refusals: ['not.found'],
  })
  one(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
  ): Promise<StaffPlace> {
    return this.reading.one({ staff, language }, reference);
  }

  @Put('places/:reference')
  @Endpoint({
    summary: { en: 'Change a place', sv: 'Ändra en plats' },
    tags,
    access,
    body: SavePlace,
    answers: { 200: StaffPlace },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'place.merged'],
  })
  save(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: SavePlace,
  ): Promise<StaffPlace> {
    return this.keeping.save({ staff, language }, reference, body);
  }

  @Post('places/:reference/proposals')
  @Endpoint({
    summary: { en: 'Link proposals to a place', sv: 'Koppla förslag till en plats' },
    description: { en: 'A proposal belongs to one place at most. Those that are linked already stay.' },
    tags,
    access,
    body: LinkProposals,
    answers: { 200: StaffPlace },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'place.merged'],
  })
  link(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: LinkProposals,
  ): Promise<StaffPlace> {
    return this.keeping.link({ staff, language }, reference, body);
  }

  @Post('places/:reference/unlinkings')
  @Endpoint({
    summary: { en: 'Take proposals out of a place', sv: 'Ta bort förslag från en plats' },
    tags,
    access,
    body: UnlinkProposals,
    answers: { 200: StaffPlace },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'place.merged'],
  })
  unlink(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: UnlinkProposals,
  ): Promise<StaffPlace> {
    return this.keeping.unlink({ staff, language }, reference, body);
  }

  @Post('places/:reference/merges')
  @Endpoint({
    summary: { en: 'Merge a place into another one', sv: 'Slå samman en plats med en annan' },
    description: {
      en: 'Nothing is moved: a pointer has the other one show both. Answers with the other one.',
    },
    tags,
    access,
    body: MergePlace,
    answers: { 200: StaffPlace },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'place.merged'],
  })
  merge(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: MergePlace,
  ): Promise<StaffPlace> {
    return this.merging.merge({ staff, language }, reference, body);
  }

  @Post('places/:reference/partings')
  @Endpoint({
    summary: { en: 'Part a place from the one that it was merged into', sv: 'Dela på platser igen' },
    tags,
    access,
    body: PartPlace,
    answers: { 200: StaffPlace },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'place.notMerged'],
  })
  part(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: PartPlace,
  ): Promise<StaffPlace> {
    return this.merging.part({ staff, language }, reference, body);
  }

  @Get('proposals/:reference')
  @Endpoint({
    summary: { en: 'The place that a proposal belongs to, or may', sv: 'Platsen som ett förslag hör till' },
    tags,
    access,
    answers: { 200: PlaceOfProposal },
    refusals: ['not.found'],
  })
  ofProposal(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
  ): Promise<PlaceOfProposal> {
    return this.reading.ofProposal(staff, reference);
  }
}
