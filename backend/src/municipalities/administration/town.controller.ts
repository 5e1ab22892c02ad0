import {
  AddLocality,
  ChangeLocality,
  ChangeTown,
  CreateTown,
  Town,
  TownVersion,
  TownVersionQuery,
} from '@lofteskartan/shared/contracts/town';
import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { Endpoint, type EndpointDeclaration } from '../../platform/endpoint.js';
import type { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { ChangeLocalities } from './change-localities.service.js';
import { ChangeTownService } from './change-town.service.js';
import { CreateTownService } from './create-town.service.js';
import { ReadTown } from './read-town.service.js';
import { townRoles } from './town-changes.service.js';

const tags = ['Administration'];
const ofOwnTown = {
  tags,
  access: { who: 'staff', roles: townRoles },
  answers: { 200: Town },
  refusals: ['not.found', 'role.insufficient', 'version.stale'],
} as const satisfies Partial<EndpointDeclaration>;

/** A municipality, for its coordinators and administrators. */
@Controller('municipalities')
export class TownController {
  constructor(
    private readonly reading: ReadTown,
    private readonly creating: CreateTownService,
    private readonly changing: ChangeTownService,
    private readonly localities: ChangeLocalities,
  ) {}

  @Post()
  @Endpoint({
    summary: { en: 'Add a municipality as a draft', sv: 'Lägg till en kommun som utkast' },
    description: {
      en: 'Its staff alone see it until it is opened. Who adds it becomes its administrator.',
    },
    tags,
    access: { who: 'installation-admin' },
    body: CreateTown,
    takesFile: true,
    answers: { 201: Town },
    refusals: ['shape.invalid'],
    idempotent: true,
  })
  create(
    @CurrentStaff() staff: StaffMember,
    @Body() body: CreateTown,
    @IdempotencyKey() key: string,
  ): Promise<Reply<Town>> {
    return this.creating.create(staff, body, key);
  }

  @Get(':slug/administration')
  @Endpoint({
    ...ofOwnTown,
    summary: {
      en: 'A municipality as its administrators see it',
      sv: 'En kommun som dess administratörer ser den',
    },
    refusals: ['not.found', 'role.insufficient'],
  })
  read(@CurrentStaff() staff: StaffMember, @Param('slug') slug: string): Promise<Town> {
    return this.reading.own(staff, slug);
  }

  @Patch(':slug/administration')
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'Change texts, contacts, links and map', sv: 'Ändra texter, kontakter, länkar och karta' },
    body: ChangeTown,
  })
  change(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() body: ChangeTown,
  ): Promise<Town> {
    return this.changing.change({ staff, slug, version: body.version }, body);
  }

  @Post(':slug/opening')
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'Open a draft to its residents', sv: 'Öppna ett utkast för invånarna' },
    access: { who: 'staff', roles: ['admin'] },
    body: TownVersion,
    refusals: [...ofOwnTown.refusals, 'municipality.open', 'municipality.notReady'],
  })
  open(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() { version }: TownVersion,
  ): Promise<Town> {
    return this.changing.open({ staff, slug, version, roles: ['admin'] });
  }

  @Post(':slug/localities')
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'Add a locality', sv: 'Lägg till en ort' },
    body: AddLocality,
    answers: { 201: Town },
  })
  addLocality(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() body: AddLocality,
  ): Promise<Town> {
    return this.localities.add({ staff, slug, version: body.version }, body);
  }

  @Put(':slug/localities/:locality')
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'Change a locality', sv: 'Ändra en ort' },
    body: ChangeLocality,
  })
  changeLocality(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Param('locality') locality: string,
    @Body() body: ChangeLocality,
  ): Promise<Town> {
    return this.localities.change({ staff, slug, version: body.version }, locality, body);
  }

  @Delete(':slug/localities/:locality')
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'Remove a locality that nothing names', sv: 'Ta bort en ort som inget använder' },
    query: TownVersionQuery,
    refusals: [...ofOwnTown.refusals, 'locality.used'],
  })
  removeLocality(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Param('locality') locality: string,
    @Query() { version }: TownVersionQuery,
  ): Promise<Town> {
    return this.localities.remove({ staff, slug, version }, locality);
  }
}
