import type { OwnOutcome, TellOutcome } from '@lofteskartan/shared/contracts/outcomes';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import { HoldTexts } from '../block-list/hold-texts.service.js';
import { CaseRepository } from '../case.repository.js';
import { cleanText } from '../details.rules.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import { ProposalRepository } from '../proposal.repository.js';
import { SenderAccess } from '../sender-access.js';
import { writtenBy } from '../viewer.rules.js';
import { OutcomeRepository } from './outcome.repository.js';
import {
  changesOf,
  mayTellOutcome,
  needsALook,
  outcomeFault,
  saysTheSame,
  standsSince,
  type Told,
} from './outcome.rules.js';

/** "Did it help?", by the one who sent the proposal. */
@Injectable()
export class TellOutcomeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly sender: SenderAccess,
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly events: ProposalEventRepository,
    private readonly outcomes: OutcomeRepository,
    private readonly held: HoldTexts,
  ) {}

  /** The answer about the latest end and what was done last, as its sender sees it; null when there is none. */
  async own(manager: EntityManager, proposalId: string): Promise<OwnOutcome | null> {
    const outcome = await this.outcomes.of(manager, proposalId);
    if (!outcome || outcome.closing?.decision === 'reopened') return null;
    const { helped, text, safetyNow, toldAt } = outcome;
    if (!standsSince(toldAt, await this.cases.lastDone(manager, proposalId))) return null;
    return { helped, text, safetyNow, toldAt };
  }

  /**
   * Keeps the answer in the place of the one before. What did not help goes to a human; nothing public changes.
   * @throws Refused `followToken.required`, `followToken.wrong`, `outcome.tooEarly`, `input.invalid`
   */
  tell(followToken: string | null, given: TellOutcome): Promise<OwnOutcome> {
    return this.dataSource.transaction(async (manager) => {
      const { id } = await this.sender.proposal(manager, followToken);
      return this.tellWithin(manager, id, given);
    });
  }

  /** The same about a proposal whose sender is known, in the caller's transaction. @param writer who writes it down for the sender; null for themselves */
  async tellWithin(
    manager: EntityManager,
    id: string,
    given: TellOutcome,
    writer: StaffMember | null = null,
  ): Promise<OwnOutcome> {
    const told: Told = {
      helped: given.helped,
      text: cleanText(given.text),
      safetyNow: given.safetyNow ?? null,
    };
    await this.proposals.lock(manager, [id]);
    const proposal = await this.proposals.byId(manager, id);
    // What was gathered is answered when its case is.
    if (!proposal || !mayTellOutcome(await this.cases.publicStatus(manager, id)))
      throw new Refused('outcome.tooEarly');
    const fault = outcomeFault(proposal.kind, told);
    if (fault) throw new Refused('input.invalid', { errors: [fault] });
    const before = await this.own(manager, id);
    if (before && saysTheSame(before, told)) return before;
    const at = this.clock.now();
    await this.outcomes.keep(manager, proposal, told, {
      waits: needsALook(told),
      onBehalf: writer !== null,
      at,
    });
    const { text } = told;
    await this.events.append(manager, {
      proposalId: id,
      at,
      type: 'outcome-told',
      audience: 'staff',
      ...writtenBy(writer, proposal.municipalityId),
      reason: text,
      changes: changesOf(told, writer),
    });
    await this.held.look(manager, id, 'outcome', text);
    return { ...told, toldAt: at.toISOString() };
  }
}
