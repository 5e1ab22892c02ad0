import type { EndReferral, ReferralPreview, StaffReferral } from '@lofteskartan/shared/contracts/referrals';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../../municipalities/bodies/responsible-bodies.service.js';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config/config.js';
import { stockholmDate } from '../../platform/dates.js';
import { plainText } from '../../platform/mail/mail-text.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { cleanText } from '../details.rules.js';
import type { ProposalMove } from '../move-proposal.service.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { organisationIn } from '../viewer.rules.js';
import { bodyLetter } from './referral-letter.js';
import { ReferralMails } from './referral-mails.service.js';
import { ReferralRepository } from './referral.repository.js';
import { endFault, referralMail, referralStep } from './referral.rules.js';
import { staffView } from './referral.view.js';
import { ReferredCases } from './referred-cases.service.js';

/** What comes along with a move to `referred`. */
export interface ReferralInput {
  /** A body of the register; null for a name that is not in it. */
  readonly bodyId: string | null;
  readonly asked: string | null;
  /** Whether the case is mailed to the body, if it has an address. */
  readonly mail: boolean;
}

/** Who else has a proposal: begins and ends with its moves. */
@Injectable()
export class Referrals {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly bodies: ResponsibleBodies,
    private readonly referrals: ReferralRepository,
    private readonly mails: ReferralMails,
    private readonly cases: ReferredCases,
    private readonly events: ProposalEventRepository,
  ) {}

  /**
   * The body that staff chose, by its name, with what goes to it.
   * @throws Refused `input.invalid` when the register of the municipality has no active body of that id
   */
  async chosen(
    manager: EntityManager,
    municipalityId: string,
    given: { bodyId?: string; asked?: string; mailBody?: boolean },
  ): Promise<ReferralInput & { readonly name: string | null }> {
    const body = given.bodyId ? await this.bodies.find(manager, municipalityId, given.bodyId) : null;
    if (given.bodyId && !body?.active) throw invalidField('bodyId', 'notFound');
    return {
      bodyId: body?.id ?? null,
      name: body?.name ?? null,
      asked: cleanText(given.asked),
      mail: given.mailBody ?? true,
    };
  }

  /** Gives the proposal to a body, or ends that it has it, as the move says; in the move's transaction. */
  async follow(manager: EntityManager, before: ProposalRecord, move: ProposalMove, at: Date): Promise<void> {
    const step = referralStep(before.status, move.to, move.unanswered ?? false);
    if (step !== 'open') {
      await this.referrals.end(manager, before.id, step, at);
      return;
    }
    const { actor, responsible, referral } = move;
    const { bodyId = null, asked = null, mail = false } = referral ?? {};
    const body = bodyId ? await this.bodies.find(manager, before.municipalityId, bodyId) : null;
    const mailed = mail && this.config.smtpUrl !== null && Boolean(body?.email);
    await this.referrals.end(manager, before.id, 'taken-back', at);
    const name = responsible?.trim() ?? '';
    const openedById = actor?.accountId ?? null;
    const id = await this.referrals.open(manager, {
      proposalId: before.id,
      bodyId,
      body: name,
      asked,
      mailed,
      openedById,
      at,
    });
    if (!mailed) return;
    await this.mails.write(manager, 'referral', id);
    await this.events.append(manager, {
      proposalId: before.id,
      at,
      type: 'referral-sent',
      audience: 'staff',
      actorAccountId: openedById,
      organisationId: organisationIn(actor, before.municipalityId),
      reason: asked,
      changes: { body: name },
    });
  }

  /** All referrals of a proposal as staff see them, the latest first. */
  async ofProposal(manager: EntityManager, proposal: ProposalRecord): Promise<StaffReferral[]> {
    const all = await this.referrals.ofProposal(manager, proposal.id);
    const times = await this.bodies.settings(manager, proposal.municipalityId);
    const today = stockholmDate(this.clock.now());
    return all.map((each) => staffView(each, today, times));
  }

  /** Whether the body that has the proposal has answered, and nobody has told it on. */
  async isAnswered(manager: EntityManager, { id, status }: ProposalRecord): Promise<boolean> {
    return status === 'referred' && Boolean((await this.referrals.openOn(manager, id))?.answeredAt);
  }

  /**
   * Looks whether the referral that is open may be ended so.
   * @returns its id
   * @throws Refused `referral.none`, `referral.answered`, `referral.tooEarly`, `referral.notSent`
   */
  async prepareEnd(
    manager: EntityManager,
    proposal: ProposalRecord,
    { outcome, sentOtherwise = false }: Pick<EndReferral, 'outcome' | 'sentOtherwise'>,
  ): Promise<string> {
    const open = await this.referrals.openOn(manager, proposal.id);
    const times = await this.bodies.settings(manager, proposal.municipalityId);
    const standing = open && {
      openedOn: stockholmDate(open.openedAt),
      answered: open.answeredAt !== null,
      reached: sentOtherwise || referralMail(open) === 'sent',
    };
    const fault = endFault(outcome, standing, stockholmDate(this.clock.now()), times);
    if (fault) throw new Refused(fault);
    if (!open) throw new Refused('referral.none');
    return open.id;
  }

  /** Keeps that staff sent it in another way. It comes after the move, which locks the proposal as whatever else writes of a referral does. */
  sentOtherwise(manager: EntityManager, referralId: string): Promise<void> {
    return this.referrals.sendOtherwise(manager, referralId);
  }

  /**
   * The mail that a referral would send.
   * @throws Refused `input.invalid`, `not.found`
   */
  async preview(
    manager: EntityManager,
    proposal: ProposalRecord,
    given: { bodyId: string; asked?: string },
  ): Promise<ReferralPreview> {
    const body = await this.bodies.find(manager, proposal.municipalityId, given.bodyId);
    if (!body?.active) throw invalidField('bodyId', 'notFound');
    const { replyTo } = await this.bodies.settings(manager, proposal.municipalityId);
    const facts = await this.cases.facts(manager, {
      proposalId: proposal.id,
      body: body.name,
      asked: cleanText(given.asked),
      answerLink: this.cases.linkWith(proposal.municipality, '…'),
      replyTo,
    });
    if (!facts) throw new Refused('not.found');
    const { subject, blocks } = bodyLetter(facts);
    const to = this.config.smtpUrl === null ? null : body.email;
    return { to, replyTo, subject, text: plainText(blocks) };
  }
}
