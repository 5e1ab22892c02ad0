import {
  CommitmentOpening,
  CommitmentOpeningPage,
  OpeningBalanceQuery,
  PutOpeningBalance,
} from '@lofteskartan/shared/contracts/opening-balances';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { OpeningBalancesService, openingRoles } from './opening-balances.service.js';

const tags = ['Administration'];
const access = { who: 'staff', roles: openingRoles } as const;

/** What was done before the platform began to count, for coordinators. */
@Controller()
export class OpeningBalancesController {
  constructor(private readonly balances: OpeningBalancesService) {}

  @Get('opening-balances')
  @Endpoint({
    summary: { en: 'Opening balances of a municipality', sv: 'En kommuns ingående balanser' },
    tags,
    access,
    query: OpeningBalanceQuery,
    answers: { 200: CommitmentOpeningPage },
    refusals: ['not.found'],
  })
  list(
    @Query() { municipality }: OpeningBalanceQuery,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ): Promise<CommitmentOpeningPage> {
    return this.balances.list(municipality, { staff, language });
  }

  @Put('commitments/:id/opening-balance')
  @Endpoint({
    summary: {
      en: 'Write an opening balance, or take it away',
      sv: 'Skriv en ingående balans, eller ta bort den',
    },
    description: {
      en: 'Progress follows at once; follow-ups that are published keep their figures. The log keeps what it was, and the reason.',
    },
    tags,
    access,
    body: PutOpeningBalance,
    answers: { 200: CommitmentOpening },
    refusals: ['not.found', 'version.stale'],
  })
  put(
    @Param('id') id: string,
    @Body() body: PutOpeningBalance,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ): Promise<CommitmentOpening> {
    return this.balances.put(id, body, { staff, language });
  }
}
