import { Controller, Get, Param, Query } from '@nestjs/common';
import { PublicActivityPage } from '@lofteskartan/shared/contracts/activities';
import {
  Commitment,
  Medborgarlofte,
  MedborgarloftePage,
  MedborgarlofteQuery,
} from '@lofteskartan/shared/contracts/medborgarlofte';
import { PageQuery } from '@lofteskartan/shared/contracts/paging';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { Reply } from '../platform/reply.js';
import { MaybeStaff, type StaffMember } from '../platform/staff-member.js';
import { ReadPromisesService } from './read-promises.service.js';
import { ReadPublicActivitiesService } from './read-public-activities.service.js';

const tags = ['Medborgarlöften'];

/** The promise as everyone reads it; signed-in staff of the municipality also see what waits. */
@Controller()
export class MedborgarlofteController {
  constructor(
    private readonly promises: ReadPromisesService,
    private readonly activities: ReadPublicActivitiesService,
  ) {}

  @Get('medborgarloften')
  @Endpoint({
    summary: {
      en: 'Promises with their commitments and progress',
      sv: 'Medborgarlöften med åtaganden och hur det går',
    },
    description: {
      en: 'The latest first. Progress counts what is released; signed-in staff of the municipality also read what waits.',
    },
    tags,
    access: { who: 'anyone', may: ['session'] },
    query: MedborgarlofteQuery,
    answers: { 200: MedborgarloftePage },
    refusals: [],
  })
  async list(
    @Query() query: MedborgarlofteQuery,
    @MaybeStaff() staff: StaffMember | null,
    @CallerLanguage() language: Language,
  ) {
    return inLanguage(language, await this.promises.page(query, { staff, language }));
  }

  @Get('medborgarloften/:id')
  @Endpoint({
    summary: { en: 'A promise with its commitments and progress', sv: 'Ett medborgarlöfte' },
    tags,
    access: { who: 'anyone', may: ['session'] },
    answers: { 200: Medborgarlofte },
    refusals: ['not.found'],
  })
  async one(
    @Param('id') id: string,
    @MaybeStaff() staff: StaffMember | null,
    @CallerLanguage() language: Language,
  ) {
    return inLanguage(language, await this.promises.promise(id, { staff, language }));
  }

  @Get('commitments/:id')
  @Endpoint({
    summary: { en: 'A commitment with its progress', sv: 'Ett åtagande och hur det går' },
    description: { en: 'How progress, pace and forecast are computed stands in docs/progress.md.' },
    tags,
    access: { who: 'anyone', may: ['session'] },
    answers: { 200: Commitment },
    refusals: ['not.found'],
  })
  async commitment(
    @Param('id') id: string,
    @MaybeStaff() staff: StaffMember | null,
    @CallerLanguage() language: Language,
  ) {
    return inLanguage(language, await this.promises.commitment(id, { staff, language }));
  }

  @Get('commitments/:id/activities')
  @Endpoint({
    summary: {
      en: 'The released activities of a commitment, latest first',
      sv: 'Vad som har gjorts för ett åtagande',
    },
    tags,
    access: { who: 'anyone' },
    query: PageQuery,
    answers: { 200: PublicActivityPage },
    refusals: ['not.found'],
  })
  activitiesOf(@Param('id') id: string, @Query() query: PageQuery) {
    return this.activities.page(id, query);
  }
}

/** The words of the promise differ by language, and what is told by who is signed in. */
function inLanguage<Body>(language: Language, body: Body): Reply<Body> {
  return new Reply(200, body, {
    headers: { 'Content-Language': language, Vary: 'Accept-Language, Cookie' },
  });
}
