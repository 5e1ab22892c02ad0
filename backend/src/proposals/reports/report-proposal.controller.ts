import { ReportProposal, ReportReceipt } from '@lofteskartan/shared/contracts/reports';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import type { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { ReportProposalService } from './report-proposal.service.js';

/** "Anmäl", on every public proposal. */
@Controller('proposals/:reference/reports')
export class ReportProposalController {
  constructor(private readonly reports: ReportProposalService) {}

  @Post()
  @Endpoint({
    summary: {
      en: 'Report a public proposal that should not be shown',
      sv: 'Anmäl ett offentligt förslag som inte borde visas',
    },
    description: {
      en: 'Staff read it; it is never public that or how often something was reported, and who reported is not kept.',
      sv: 'Handläggare läser anmälan. Att eller hur ofta något har anmälts är aldrig offentligt, och vem som anmälde sparas inte.',
    },
    tags: ['Proposals'],
    access: { who: 'anyone' },
    body: ReportProposal,
    answers: { 201: ReportReceipt },
    refusals: ['proposal.notFound'],
    idempotent: true,
    rateLimit: 'public-write',
  })
  report(
    @Param('reference') reference: string,
    @Body() body: ReportProposal,
    @IdempotencyKey() key: string,
  ): Promise<Reply<ReportReceipt>> {
    return this.reports.report(reference, key, body);
  }
}
