import {
  ImportPlaces,
  PlaceFile,
  PlaceReport,
  PutPlace,
  TownPlacePage,
} from '@lofteskartan/shared/contracts/place-list';
import { TownVersionQuery } from '@lofteskartan/shared/contracts/town';
import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Endpoint, type EndpointDeclaration } from '../../platform/endpoint.js';
import type { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { townRoles } from '../administration/town-changes.service.js';
import { ImportPlacesService } from './import-places.service.js';
import { KeepPlacesService } from './keep-places.service.js';

const ofOwnTown = {
  tags: ['Administration'],
  access: { who: 'staff', roles: townRoles },
  refusals: ['not.found', 'role.insufficient'],
} as const satisfies Partial<EndpointDeclaration>;
const change = {
  ...ofOwnTown,
  answers: { 200: TownPlacePage },
  refusals: [...ofOwnTown.refusals, 'version.stale'],
} as const satisfies Partial<EndpointDeclaration>;

/** The place list of a municipality (roads, schools, stations), for its coordinators and administrators. */
@Controller('municipalities/:slug/place-list')
export class PlaceListController {
  constructor(
    private readonly keeping: KeepPlacesService,
    private readonly importing: ImportPlacesService,
  ) {}

  @Get()
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'The place list', sv: 'Platslistan' },
    answers: { 200: TownPlacePage },
  })
  list(@CurrentStaff() staff: StaffMember, @Param('slug') slug: string): Promise<TownPlacePage> {
    return this.keeping.list(staff, slug);
  }

  @Post()
  @Endpoint({
    ...change,
    summary: { en: 'Add a place', sv: 'Lägg till en plats' },
    body: PutPlace,
    takesFile: true,
    answers: { 201: TownPlacePage },
  })
  add(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() body: PutPlace,
  ): Promise<TownPlacePage> {
    return this.keeping.add({ staff, slug, version: body.version }, body);
  }

  @Put(':id')
  @Endpoint({
    ...change,
    summary: { en: 'Rename, move or redraw a place', sv: 'Byt namn på, flytta eller rita om en plats' },
    body: PutPlace,
    takesFile: true,
  })
  change(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Body() body: PutPlace,
  ): Promise<TownPlacePage> {
    return this.keeping.change({ staff, slug, version: body.version }, id, body);
  }

  @Delete(':id')
  @Endpoint({ ...change, summary: { en: 'Remove a place', sv: 'Ta bort en plats' }, query: TownVersionQuery })
  remove(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Query() { version }: TownVersionQuery,
  ): Promise<TownPlacePage> {
    return this.keeping.remove({ staff, slug, version }, id);
  }

  @Post('imports/preview')
  @Endpoint({
    ...ofOwnTown,
    summary: {
      en: 'What a file of places would do; saves nothing',
      sv: 'Vad en fil med platser skulle göra; sparar inget',
    },
    body: PlaceFile,
    takesFile: true,
    answers: { 200: PlaceReport },
  })
  preview(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() { text }: PlaceFile,
  ): Promise<PlaceReport> {
    return this.importing.preview(staff, slug, text);
  }

  @Post('imports')
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'Save the places of a file', sv: 'Spara platserna i en fil' },
    description: {
      en: 'Lines that are accepted are added or changed by type and name; the same file again changes nothing. Places that the file does not name are removed only when `removeOthers` says so and no line is refused.',
    },
    body: ImportPlaces,
    takesFile: true,
    answers: { 201: PlaceReport },
    refusals: [...ofOwnTown.refusals, 'version.stale', 'placeFile.invalid'],
    idempotent: true,
  })
  save(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() body: ImportPlaces,
    @IdempotencyKey() key: string,
  ): Promise<Reply<PlaceReport>> {
    return this.importing.save(staff, slug, body, key);
  }
}
