import type { ProposalReceipt, SupportReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { RegisterProposal, RegisterSupport } from '@lofteskartan/shared/contracts/registrations';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reply } from '../platform/reply.js';
import { RegisterProposalService } from '../proposals/on-behalf/register-proposal.service.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import type { TriageViewer } from './triage-item.view.js';

/** What staff register for residents, in the municipalities where they work. */
@Injectable()
export class RegistrationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reading: ReadTriageProposalService,
    private readonly registering: RegisterProposalService,
  ) {}

  /** @throws Refused `input.invalid`, `position.outside`, `registration.otherMunicipality`, `idempotency.reused` */
  register(viewer: TriageViewer, body: RegisterProposal, key: string): Promise<Reply<ProposalReceipt>> {
    return this.registering.register(body, viewer.staff, key);
  }

  /** @throws Refused `not.found`, `input.invalid`, `idempotency.reused` */
  async support(
    viewer: TriageViewer,
    reference: string,
    body: RegisterSupport,
    key: string,
  ): Promise<Reply<SupportReceipt>> {
    const proposal = await this.reading.own(this.dataSource.manager, viewer, reference);
    return this.registering.support(proposal, body, viewer.staff, key);
  }
}
