import type { CloseSupporterOutcomes } from '@lofteskartan/shared/contracts/supporter-outcomes';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CloseSupporterOutcomesService } from '../proposals/outcomes/close-supporter-outcomes.service.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import type { TriageViewer } from './triage-item.view.js';

/** What staff do about the answers of those who support a proposal. */
@Injectable()
export class LookAfterSupporters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reading: ReadTriageProposalService,
    private readonly outcomes: CloseSupporterOutcomesService,
  ) {}

  /** @throws Refused `not.found`; `version.stale`, `outcome.changed`, `move.notAllowed` */
  close(viewer: TriageViewer, reference: string, given: CloseSupporterOutcomes): Promise<TriageProposal> {
    return this.dataSource.transaction(async (manager) => {
      const record = await this.reading.own(manager, viewer, reference);
      const after = await this.outcomes.close(manager, record, given, viewer.staff);
      return this.reading.view(manager, viewer, after);
    });
  }
}
