import {
  ChangeLeader,
  GatherProposals,
  LikenessCounts,
  LikenessQuery,
  ReleaseProposals,
  TriageCase,
} from '@lofteskartan/shared/contracts/cases';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import type { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { triageRoles } from '../../staff/access.rules.js';
import { ChangeTriageCaseService } from './change-triage-case.service.js';
import { ReadCaseService } from './read-case.service.js';

const access: Access = { who: 'staff', roles: triageRoles };
const tags = ['Triage'];

/** Proposals about one spot, gathered under the one that leads. */
@Controller('triage')
export class CasesController {
  constructor(
    private readonly reading: ReadCaseService,
    private readonly changing: ChangeTriageCaseService,
  ) {}

  @Get('cases/:reference')
  @Endpoint({
    summary: { en: 'The case of a proposal', sv: 'Fallet som ett förslag hör till' },
    description: {
      en: 'The number may be of the leading proposal or of any member. With it come proposals that may be about the same spot, each with its reasons; a human decides.',
    },
    tags,
    access,
    answers: { 200: TriageCase },
    refusals: ['not.found'],
  })
  one(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
  ): Promise<TriageCase> {
    return this.reading.read({ staff, language }, reference);
  }

  @Get('likenesses')
  @Endpoint({
    summary: { en: 'How many look like each of some proposals', sv: 'Hur många som liknar vart och ett' },
    tags,
    access,
    query: LikenessQuery,
    answers: { 200: LikenessCounts },
    refusals: [],
  })
  likenesses(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Query() { reference }: LikenessQuery,
  ): Promise<LikenessCounts> {
    return this.reading.counts({ staff, language }, reference);
  }

  @Post('cases/:reference/members')
  @Endpoint({
    summary: { en: 'Gather proposals under one that leads', sv: 'Samla förslag under ett som leder' },
    description: {
      en: 'All or none. Each keeps its sender, supporters, words and history; the case’s answers reach them all.',
    },
    tags,
    access,
    body: GatherProposals,
    answers: { 200: TriageCase },
    refusals: ['not.found', 'version.stale', 'case.notLeading', 'move.notAllowed', 'case.secret'],
    idempotent: true,
  })
  gather(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() body: GatherProposals,
  ): Promise<Reply<TriageCase>> {
    return this.changing.gather({ viewer: { staff, language }, reference, key }, body);
  }

  @Post('cases/:reference/releases')
  @Endpoint({
    summary: { en: 'Take members out of a case', sv: 'Ta ut förslag ur ett fall' },
    description: { en: 'All or none. To take the case apart, name all its members.' },
    tags,
    access,
    body: ReleaseProposals,
    answers: { 200: TriageCase },
    refusals: ['not.found', 'version.stale', 'move.notAllowed'],
    idempotent: true,
  })
  release(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() body: ReleaseProposals,
  ): Promise<Reply<TriageCase>> {
    return this.changing.release({ viewer: { staff, language }, reference, key }, body);
  }

  @Post('cases/:reference/leaders')
  @Endpoint({
    summary: { en: 'Let another member lead the case', sv: 'Låt ett annat förslag leda fallet' },
    description: { en: 'It takes over the status, the commitment and the answer that was given.' },
    tags,
    access,
    body: ChangeLeader,
    answers: { 200: TriageCase },
    refusals: [
      'not.found',
      'version.stale',
      'case.notLeading',
      'case.ended',
      'case.otherKind',
      'case.secret',
    ],
    idempotent: true,
  })
  lead(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() body: ChangeLeader,
  ): Promise<Reply<TriageCase>> {
    return this.changing.lead({ viewer: { staff, language }, reference, key }, body);
  }
}
