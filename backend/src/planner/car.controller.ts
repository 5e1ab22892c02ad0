import { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Controller, Get, Param } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { police, plannerTags as tags } from './planner-endpoint.js';
import { ReadCarKit } from './read-car-kit.service.js';

/** What a patrol carries along. For the police alone. */
@Controller('planner/:municipality/car-kit')
export class CarController {
  constructor(private readonly kit: ReadCarKit) {}

  @Get()
  @Endpoint({
    summary: { en: 'What is needed to log checks without a network', sv: 'Det som tas med i bilen' },
    description: {
      en: 'Stretches with the wishes that wait there, and the commitment that checks are logged on. Tells nothing that is planned.',
    },
    tags,
    access: police,
    answers: { 200: CarKit },
    refusals: ['not.found'],
  })
  read(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @CallerLanguage() language: Language,
  ): Promise<CarKit> {
    return this.kit.read(staff, slug, language);
  }
}
