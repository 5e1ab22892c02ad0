import { Controller, Get, Param } from '@nestjs/common';
import { ComparedPromiseVersion, PromiseVersions } from '@lofteskartan/shared/contracts/promise-versions';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { MaybeStaff, type StaffMember } from '../../platform/staff-member.js';
import { PromiseVersionsService } from './promise-versions.service.js';

/** What a promise said before, for everyone. */
@Controller('medborgarloften')
export class PromiseVersionsController {
  constructor(private readonly versions: PromiseVersionsService) {}

  @Get(':id/versions')
  @Endpoint({
    summary: { en: 'The versions of a promise', sv: 'Löftets versioner' },
    tags: ['Medborgarlöften'],
    access: { who: 'anyone', may: ['session'] },
    answers: { 200: PromiseVersions },
    refusals: ['not.found'],
  })
  list(
    @Param('id') id: string,
    @MaybeStaff() staff: StaffMember | null,
    @CallerLanguage() language: Language,
  ) {
    return this.versions.list(id, { staff, language });
  }

  @Get(':id/versions/:number')
  @Endpoint({
    summary: { en: 'A version beside the one before it', sv: 'En version jämförd med den förra' },
    tags: ['Medborgarlöften'],
    access: { who: 'anyone', may: ['session'] },
    answers: { 200: ComparedPromiseVersion },
    refusals: ['not.found'],
  })
  one(
    @Param('id') id: string,
    @Param('number') number: string,
    @MaybeStaff() staff: StaffMember | null,
    @CallerLanguage() language: Language,
  ) {
    return this.versions.compared(id, Number(number), { staff, language });
  }
}
