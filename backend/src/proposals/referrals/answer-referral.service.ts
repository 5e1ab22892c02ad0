import type { AnswerReferral, ReferredCase } from '@lofteskartan/shared/contracts/referrals';
import { findPersonalData } from '@lofteskartan/shared/personal-data';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import { Secrets } from '../../platform/security/secrets.js';
import { cleanText } from '../details.rules.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import { ProposalRepository } from '../proposal.repository.js';
import { ReferralMails } from './referral-mails.service.js';
import { ReferralRepository, type ReferralRecord } from './referral.repository.js';
import { answerFault } from './referral.rules.js';
import { ReferredCases } from './referred-cases.service.js';

/** What a body sees and answers by the link in its mail, without an account. Staff read the answer before anybody else. */
@Injectable()
export class AnswerReferralService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly proposals: ProposalRepository,
    private readonly referrals: ReferralRepository,
    private readonly cases: ReferredCases,
    private readonly events: ProposalEventRepository,
    private readonly mails: ReferralMails,
  ) {}

  /**
   * The case of a link.
   * @throws Refused `referralLink.wrong`
   */
  async open(token: string): Promise<ReferredCase> {
    const { manager } = this.dataSource;
    return this.page(manager, await this.referral(manager, this.idOf(token)));
  }

  /**
   * Keeps the body's answer, once; the case officer is told that there is one.
   * @throws Refused `referralLink.wrong`, `referral.answered`, `referral.ended`, `input.invalid`
   */
  answer(given: AnswerReferral, key: string): Promise<Reply<ReferredCase>> {
    const id = this.idOf(given.token);
    return this.idempotency.run({
      key,
      route: 'POST /referral-answers',
      caller: id,
      body: given,
      work: async (manager) => new Reply(201, await this.keep(manager, id, given.text)),
    });
  }

  private async keep(manager: EntityManager, id: string, given: string): Promise<ReferredCase> {
    const text = cleanText(given);
    if (text === null) throw invalidField('text', 'required');
    const { proposalId } = await this.referral(manager, id);
    await this.proposals.lock(manager, [proposalId]);
    const referral = await this.referral(manager, id);
    const page = await this.page(manager, referral);
    const fault = answerFault({ ended: page.state === 'ended', answered: page.state === 'answered' });
    if (fault) throw new Refused(fault);
    const at = this.clock.now();
    await this.referrals.answer(manager, id, { text, personalData: findPersonalData(text), at });
    await this.events.append(manager, {
      proposalId,
      at,
      type: 'referral-answered',
      audience: 'staff',
      reason: text,
      changes: { body: referral.body },
    });
    await this.mails.write(manager, 'referral-answered', id);
    return Object.assign({}, page, { state: 'answered' as const });
  }

  private idOf(token: string): string {
    const id = this.secrets.verify('referral-answer', token);
    if (!id) throw new Refused('referralLink.wrong');
    return id;
  }

  private async referral(manager: EntityManager, id: string): Promise<ReferralRecord> {
    const referral = await this.referrals.byId(manager, id);
    if (!referral) throw new Refused('referralLink.wrong');
    return referral;
  }

  private async page(manager: EntityManager, referral: ReferralRecord): Promise<ReferredCase> {
    const page = await this.cases.page(manager, referral);
    if (!page) throw new Refused('referralLink.wrong');
    return page;
  }
}
