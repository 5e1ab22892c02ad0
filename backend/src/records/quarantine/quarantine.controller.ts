import { EmptyBody } from '@lofteskartan/shared/contracts/proposals';
import {
  QuarantinePage,
  QuarantineQuery,
  QuarantineReceipt,
} from '@lofteskartan/shared/contracts/quarantine';
import { Body, Controller, Delete, Get, Header, Param, Post, Query } from '@nestjs/common';
import { Endpoint, type EndpointDeclaration } from '../../platform/endpoint.js';
import type { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { triageRoles } from '../../staff/access.rules.js';
import { QuarantineService } from './quarantine.service.js';

const handling = {
  tags: ['Triage'],
  access: { who: 'staff', roles: triageRoles },
} as const satisfies Partial<EndpointDeclaration>;

/** What was probably sent by a machine, for those who handle proposals. */
@Controller('triage/quarantine')
export class QuarantineController {
  constructor(private readonly quarantine: QuarantineService) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    ...handling,
    summary: { en: 'What lies in quarantine', sv: 'Det som ligger i karantän' },
    description: {
      en: 'It filled in a field that no person sees, was answered as ever, and is in no queue, count or public answer.',
    },
    query: QuarantineQuery,
    answers: { 200: QuarantinePage },
    refusals: [],
  })
  list(
    @CurrentStaff() staff: StaffMember,
    @Query() { municipality }: QuarantineQuery,
  ): Promise<QuarantinePage> {
    return this.quarantine.list(staff, municipality);
  }

  @Post(':id/restorations')
  @Endpoint({
    ...handling,
    summary: { en: 'A person sent this', sv: 'Det här var en riktig person' },
    description: {
      en: 'It goes the way that it would have gone: a proposal enters the queue at its own moment, and the address that came along is asked by mail.',
    },
    body: EmptyBody,
    answers: { 200: QuarantineReceipt },
    refusals: ['not.found', 'position.outside'],
    idempotent: true,
  })
  restore(
    @CurrentStaff() staff: StaffMember,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
    @IdempotencyKey() key: string,
  ): Promise<Reply<QuarantineReceipt>> {
    return this.quarantine.restore(staff, id, key);
  }

  @Delete(':id')
  @Endpoint({
    ...handling,
    summary: { en: 'Dispose of something in quarantine now', sv: 'Gallra något i karantänen nu' },
    answers: { 204: 'nothing' },
    refusals: ['not.found'],
  })
  remove(@CurrentStaff() staff: StaffMember, @Param('id') id: string): Promise<void> {
    return this.quarantine.remove(staff, id);
  }
}
