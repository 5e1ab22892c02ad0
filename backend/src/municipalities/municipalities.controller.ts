import {
  Municipality,
  MunicipalityPage,
  NamedPlacePage,
  NamedPlaceQuery,
} from '@lofteskartan/shared/contracts/municipalities';
import { PageQuery } from '@lofteskartan/shared/contracts/paging';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { MaybeStaff, type StaffMember } from '../platform/staff-member.js';
import { ReadMunicipalitiesService } from './read-municipalities.service.js';

/** What everyone may read of municipalities. */
@Controller('municipalities')
export class MunicipalitiesController {
  constructor(private readonly municipalities: ReadMunicipalitiesService) {}

  @Get()
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'The municipalities of this installation', sv: 'Kommunerna i den här installationen' },
    tags: ['Municipalities'],
    access: { who: 'anyone' },
    query: PageQuery,
    answers: { 200: MunicipalityPage, 304: 'nothing' },
    refusals: [],
  })
  list(@Query() query: PageQuery): Promise<MunicipalityPage> {
    return this.municipalities.list(query);
  }

  @Get(':slug')
  @Header('Cache-Control', 'no-cache')
  @Header('Vary', 'Accept-Language')
  @Endpoint({
    summary: {
      en: 'A municipality with all that its pages need',
      sv: 'En kommun med allt som dess sidor behöver',
    },
    description: { en: 'A draft is there for its own staff alone.' },
    tags: ['Municipalities'],
    access: { who: 'anyone', may: ['session'] },
    answers: { 200: Municipality, 304: 'nothing' },
    refusals: ['not.found'],
  })
  one(
    @Param('slug') slug: string,
    @CallerLanguage() language: Language,
    @MaybeStaff() staff: StaffMember | null,
  ): Promise<Municipality> {
    return this.municipalities.one(slug, language, staff);
  }

  @Get(':slug/places')
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: {
      en: 'Localities, roads, schools and stations by name',
      sv: 'Orter, vägar, skolor och stationer vid namn',
    },
    tags: ['Municipalities'],
    access: { who: 'anyone', may: ['session'] },
    query: NamedPlaceQuery,
    answers: { 200: NamedPlacePage, 304: 'nothing' },
    refusals: ['not.found'],
  })
  places(
    @Param('slug') slug: string,
    @Query() query: NamedPlaceQuery,
    @MaybeStaff() staff: StaffMember | null,
  ): Promise<NamedPlacePage> {
    return this.municipalities.places(slug, query.q, staff);
  }
}
