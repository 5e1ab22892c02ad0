import type {
  ChangeLeader,
  GatherProposals,
  ReleaseProposals,
  TriageCase,
} from '@lofteskartan/shared/contracts/cases';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Reply } from '../../platform/reply.js';
import { ChangeCaseService } from '../../proposals/cases/change-case.service.js';
import { ChangeLeaderService } from '../../proposals/cases/change-leader.service.js';
import type { ProposalRecord } from '../../proposals/proposal-record.js';
import { ReadTriageProposalService } from '../read-triage-proposal.service.js';
import type { TriageViewer } from '../triage-item.view.js';
import { ReadCaseService } from './read-case.service.js';

/** Which case is changed, by whom, under which key. */
export interface CaseCall {
  readonly viewer: TriageViewer;
  /** The number of the proposal that leads. */
  readonly reference: string;
  /** So that a repeat changes nothing more. */
  readonly key: string;
}

/** What staff do with a case of their own municipality: one transaction each, answered with the case as it is afterwards. */
@Injectable()
export class ChangeTriageCaseService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly proposals: ReadTriageProposalService,
    private readonly reading: ReadCaseService,
    private readonly changing: ChangeCaseService,
    private readonly leading: ChangeLeaderService,
  ) {}

  /**
   * Gathers proposals under the one that leads.
   * @throws Refused `not.found`, and as `ChangeCaseService.gather`
   */
  gather(call: CaseCall, body: GatherProposals): Promise<Reply<TriageCase>> {
    return this.change(call, 'members', body, async (manager, leader) => {
      await this.changing.gather(manager, leader, body, call.viewer.staff);
      return leader;
    });
  }

  /**
   * Takes members out.
   * @throws Refused `not.found`, and as `ChangeCaseService.release`
   */
  release(call: CaseCall, body: ReleaseProposals): Promise<Reply<TriageCase>> {
    return this.change(call, 'releases', body, async (manager, leader) => {
      await this.changing.release(manager, leader, body, call.viewer.staff);
      return leader;
    });
  }

  /**
   * Lets another member lead.
   * @throws Refused `not.found`, and as `ChangeLeaderService.change`
   */
  lead(call: CaseCall, body: ChangeLeader): Promise<Reply<TriageCase>> {
    return this.change(call, 'leaders', body, (manager, leader) =>
      this.leading.change(manager, leader, body, call.viewer.staff),
    );
  }

  private change(
    { viewer, reference, key }: CaseCall,
    act: string,
    body: object,
    work: (manager: EntityManager, leader: ProposalRecord) => Promise<ProposalRecord>,
  ): Promise<Reply<TriageCase>> {
    return this.idempotency.run({
      key,
      route: `POST /triage/cases/${reference}/${act}`,
      caller: viewer.staff.accountId,
      body,
      work: async (manager) => {
        const leader = await this.proposals.own(manager, viewer, reference);
        return new Reply(200, await this.reading.view(manager, viewer, await work(manager, leader)));
      },
    });
  }
}
