import type { AskedOnBehalf, TellOnBehalf } from '@lofteskartan/shared/contracts/asked-on-behalf';
import { BEHALF_SOURCES, type ProposalSource } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { CaseRepository } from '../case.repository.js';
import { RegisteredSupportRepository } from '../on-behalf/registered-support.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { ProposalRepository } from '../proposal.repository.js';
import { mayTellOutcome, standsSince } from './outcome.rules.js';
import { SupporterOutcomes } from './supporter-outcomes.service.js';
import { TellOutcomeService } from './tell-outcome.service.js';

/**
 * "How is it now?", by those who reached staff by telephone, on paper or in person: staff ask them, and write down what they say as their
 * answer. The caller checks that the person works in the municipality and may know of the proposal.
 */
@Injectable()
export class OutcomesOnBehalf {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly registered: RegisteredSupportRepository,
    private readonly senders: TellOutcomeService,
    private readonly supporters: SupporterOutcomes,
  ) {}

  /** Those whom staff registered and may ask now, the sender first. */
  async asked(manager: EntityManager, proposal: ProposalRecord): Promise<AskedOnBehalf[]> {
    const { id, source, createdAt } = proposal;
    if (!mayTellOutcome(await this.cases.publicStatus(manager, id))) return [];
    const sender: AskedOnBehalf[] = isRegistered(source)
      ? [
          {
            supporter: null,
            source,
            at: createdAt.toISOString(),
            toldAt: (await this.senders.own(manager, id))?.toldAt ?? null,
          },
        ]
      : [];
    if (!(await this.supporters.asks(manager, proposal))) return sender;
    const lastDone = await this.cases.lastDone(manager, id);
    const supports = await this.registered.ofProposal(manager, id);
    return [
      ...sender,
      ...supports.map(({ id: supporter, source: how, registeredAt, toldAt }) => ({
        supporter,
        source: how,
        at: registeredAt.toISOString(),
        toldAt: toldAt && standsSince(toldAt.toISOString(), lastDone) ? toldAt.toISOString() : null,
      })),
    ];
  }

  /**
   * Keeps what somebody said as their answer; the same once more is one.
   * @returns the proposal as it is afterwards
   * @throws Refused `outcome.notRegistered` for a sender who has a page of their own; `input.invalid`; `outcome.tooEarly`
   */
  async tell(
    manager: EntityManager,
    { id }: ProposalRecord,
    { supporter, ...given }: TellOnBehalf,
    staff: StaffMember,
  ): Promise<ProposalRecord> {
    await this.proposals.lock(manager, [id]);
    const proposal = await this.proposals.byId(manager, id);
    if (!proposal) throw new Refused('not.found');
    if (!supporter) {
      if (!isRegistered(proposal.source)) throw new Refused('outcome.notRegistered');
      await this.senders.tellWithin(manager, id, given, staff);
    } else {
      const supports = await this.registered.ofProposal(manager, id);
      const support = supports.find((each) => each.id === supporter.toLowerCase());
      if (!support) throw invalidField('supporter', 'notFound');
      await this.supporters.tellWithin(manager, support, proposal, given, staff);
    }
    return proposal;
  }
}

const isRegistered = (source: ProposalSource): boolean => BEHALF_SOURCES.some((each) => each === source);
