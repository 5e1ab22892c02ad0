import type { TellOnBehalf } from '@lofteskartan/shared/contracts/asked-on-behalf';
import type { CloseSupporterOutcomes } from '@lofteskartan/shared/contracts/supporter-outcomes';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CloseSupporterOutcomesService } from '../proposals/outcomes/close-supporter-outcomes.service.js';
import { OutcomesOnBehalf } from '../proposals/outcomes/outcomes-on-behalf.service.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import type { TriageViewer } from './triage-item.view.js';

/** What staff do about the answers of those who support a proposal, and of those whom they ask themselves. */
@Injectable()
export class LookAfterSupporters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reading: ReadTriageProposalService,
    private readonly outcomes: CloseSupporterOutcomesService,
    private readonly onBehalf: OutcomesOnBehalf,
  ) {}

  /** What somebody whom staff registered says, as staff write it down. @throws Refused `not.found`; `outcome.notRegistered`, `input.invalid`, `outcome.tooEarly` */
  tell(viewer: TriageViewer, reference: string, given: TellOnBehalf): Promise<TriageProposal> {
    return this.dataSource.transaction(async (manager) => {
      const record = await this.reading.own(manager, viewer, reference);
      const after = await this.onBehalf.tell(manager, record, given, viewer.staff);
      return this.reading.view(manager, viewer, after);
    });
  }

  /** @throws Refused `not.found`; `version.stale`, `outcome.changed`, `move.notAllowed` */
  close(viewer: TriageViewer, reference: string, given: CloseSupporterOutcomes): Promise<TriageProposal> {
    return this.dataSource.transaction(async (manager) => {
      const record = await this.reading.own(manager, viewer, reference);
      const after = await this.outcomes.close(manager, record, given, viewer.staff);
      return this.reading.view(manager, viewer, after);
    });
  }
}
