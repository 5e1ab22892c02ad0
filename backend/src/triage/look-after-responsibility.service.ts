import type { CalledBack } from '@lofteskartan/shared/contracts/asked-on-behalf';
import type { LinkFaultReport } from '@lofteskartan/shared/contracts/fault-reports';
import type {
  EndReferral,
  PreviewReferral,
  ProposalResponsibility,
  ReferralPreview,
  SetBody,
} from '@lofteskartan/shared/contracts/referrals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MoveProposalService } from '../proposals/move-proposal.service.js';
import { CallBackService } from '../proposals/on-behalf/call-back.service.js';
import type { ProposalRecord } from '../proposals/proposal-record.js';
import { PlaceResponsibility } from '../proposals/referrals/place-responsibility.service.js';
import { Referrals } from '../proposals/referrals/referrals.service.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import type { TriageViewer } from './triage-item.view.js';

/**
 * Who answers for a proposal of one's own municipality, who has it, and who is called about it. A proposal of another municipality
 * is as if it were not there.
 */
@Injectable()
export class LookAfterResponsibility {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reading: ReadTriageProposalService,
    private readonly places: PlaceResponsibility,
    private readonly referrals: Referrals,
    private readonly moves: MoveProposalService,
    private readonly calls: CallBackService,
  ) {}

  /** @throws Refused `not.found` */
  async read(viewer: TriageViewer, reference: string): Promise<ProposalResponsibility> {
    const { manager } = this.dataSource;
    return this.places.of(manager, await this.reading.own(manager, viewer, reference));
  }

  /**
   * Sets who answers for the place.
   * @throws Refused `not.found`, `input.invalid`
   */
  setBody(viewer: TriageViewer, reference: string, { bodyId }: SetBody): Promise<ProposalResponsibility> {
    return this.change(viewer, reference, (manager, proposal) =>
      this.places.setBody(manager, proposal, bodyId, viewer.staff),
    );
  }

  /**
   * Links a fault report in somebody else's system.
   * @throws Refused `not.found`
   */
  linkFault(
    viewer: TriageViewer,
    reference: string,
    given: LinkFaultReport,
  ): Promise<ProposalResponsibility> {
    return this.change(viewer, reference, (manager, proposal) =>
      this.places.linkFault(manager, proposal, given, viewer.staff),
    );
  }

  /**
   * The mail that a referral would send.
   * @throws Refused `not.found`, `input.invalid`
   */
  async preview(viewer: TriageViewer, reference: string, given: PreviewReferral): Promise<ReferralPreview> {
    const { manager } = this.dataSource;
    return this.referrals.preview(manager, await this.reading.own(manager, viewer, reference), given);
  }

  /**
   * Ends a referral with what came of it: the proposal is answered in these words.
   * @throws Refused `not.found`; `referral.none`, `referral.answered`, `referral.tooEarly`, `referral.notSent`, then as a move
   */
  end(viewer: TriageViewer, reference: string, given: EndReferral): Promise<TriageProposal> {
    return this.dataSource.transaction(async (manager) => {
      const proposal = await this.reading.own(manager, viewer, reference);
      const referralId = await this.referrals.prepareEnd(manager, proposal, given);
      const ended = await this.moves.move(manager, {
        proposalId: proposal.id,
        to: 'answered',
        version: given.version,
        actor: viewer.staff,
        publicText: given.publicText,
        unanswered: given.outcome === 'no-answer',
      });
      if (given.sentOtherwise) await this.referrals.sentOtherwise(manager, referralId);
      return this.reading.view(manager, viewer, ended);
    });
  }

  /**
   * Ticks that the sender was called, and keeps what they said about how it is now.
   * @throws Refused `not.found`, `contact.otherOrganisation`, `call.notAwaited`, `outcome.tooEarly`, `input.invalid`
   */
  callBack(viewer: TriageViewer, reference: string, given: CalledBack): Promise<TriageProposal> {
    return this.dataSource.transaction(async (manager) => {
      const proposal = await this.reading.own(manager, viewer, reference);
      return this.reading.view(
        manager,
        viewer,
        await this.calls.tick(manager, proposal, given, viewer.staff),
      );
    });
  }

  private change(
    viewer: TriageViewer,
    reference: string,
    work: (manager: EntityManager, proposal: ProposalRecord) => Promise<void>,
  ): Promise<ProposalResponsibility> {
    return this.dataSource.transaction(async (manager) => {
      const proposal = await this.reading.own(manager, viewer, reference);
      await work(manager, proposal);
      return this.places.of(manager, proposal);
    });
  }
}
