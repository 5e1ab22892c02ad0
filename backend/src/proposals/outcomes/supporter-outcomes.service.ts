import type { OwnOutcome, TellOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type {
  SupporterOutcome,
  TellSupporterOutcome,
} from '@lofteskartan/shared/contracts/supporter-outcomes';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { HoldTexts } from '../block-list/hold-texts.service.js';
import { CaseRepository } from '../case.repository.js';
import { cleanText } from '../details.rules.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { publicShape } from '../publication.rules.js';
import {
  asksSupporters,
  changesOf,
  needsALook,
  saysTheSame,
  standsSince,
  type Told,
} from './outcome.rules.js';
import { writtenBy } from '../viewer.rules.js';
import { FindSupport, type SupportAtHand } from './find-support.service.js';
import { SupporterOutcomeRepository, type SupportRecord } from './supporter-outcome.repository.js';

/**
 * "How is it now?", by those who support an unsafe place: through a link of their own in the mail that told them, or on the device that
 * supported. An answer belongs to a support, so a person is counted once here as among those who stand behind the proposal.
 */
@Injectable()
export class SupporterOutcomes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly find: FindSupport,
    private readonly cases: CaseRepository,
    private readonly outcomes: SupporterOutcomeRepository,
    private readonly events: ProposalEventRepository,
    private readonly held: HoldTexts,
  ) {}

  /** What the link of a mail asks about. @throws Refused `mailLink.wrong` */
  openByMail(token: string): Promise<SupporterOutcome> {
    return this.dataSource.transaction(async (manager) =>
      this.view(manager, await this.find.byMail(manager, token, 'reading')),
    );
  }

  /** @throws Refused `mailLink.wrong`, `outcome.tooEarly` */
  tellByMail({ token, ...given }: TellSupporterOutcome): Promise<SupporterOutcome> {
    return this.dataSource.transaction(async (manager) =>
      this.tell(manager, await this.find.byMail(manager, token, 'writing'), given),
    );
  }

  /** Takes the answers back: they count no more, and stay until they are disposed of. A repeat changes nothing more. @throws Refused `mailLink.wrong` */
  removeByMail(token: string): Promise<SupporterOutcome> {
    return this.dataSource.transaction(async (manager) =>
      this.remove(manager, await this.find.byMail(manager, token, 'writing')),
    );
  }

  /** What a device is asked about a public proposal. @throws Refused `not.found` */
  openByDevice(reference: string, device: string | null): Promise<SupporterOutcome> {
    return this.dataSource.transaction(async (manager) => {
      const proposal = await this.find.shown(manager, reference);
      const atHand = await this.find.byDevice(manager, proposal, device, 'reading');
      if (atHand) return this.view(manager, atHand);
      const { municipality } = proposal;
      return { reference: proposal.reference, municipality, supports: false, asked: false, outcome: null };
    });
  }

  /** @throws Refused `not.found`, `support.none`, `outcome.tooEarly` */
  tellByDevice(reference: string, device: string | null, given: TellOutcome): Promise<SupporterOutcome> {
    return this.dataSource.transaction(async (manager) =>
      this.tell(manager, await this.ownDevice(manager, reference, device), given),
    );
  }

  /** Takes the answers back: they count no more, and stay until they are disposed of. A repeat changes nothing more. @throws Refused `not.found`, `support.none` */
  removeByDevice(reference: string, device: string | null): Promise<SupporterOutcome> {
    return this.dataSource.transaction(async (manager) =>
      this.remove(manager, await this.ownDevice(manager, reference, device)),
    );
  }

  /** The answer of a support, in the caller's transaction. @param writer who writes it down for them; null for themselves @throws Refused `outcome.tooEarly` */
  async tellWithin(
    manager: EntityManager,
    support: SupportRecord,
    proposal: ProposalRecord,
    given: TellOutcome,
    writer: StaffMember | null = null,
  ): Promise<void> {
    await this.tell(manager, { support, proposal, contactId: null }, given, writer);
  }

  /** The supports of a proposal that are not its sender's, oldest first. */
  supportsOf(manager: EntityManager, proposalId: string): Promise<SupportRecord[]> {
    return this.outcomes.supportsOf(manager, proposalId);
  }

  private async ownDevice(
    manager: EntityManager,
    reference: string,
    device: string | null,
  ): Promise<SupportAtHand> {
    const found = await this.find.byDevice(
      manager,
      await this.find.shown(manager, reference),
      device,
      'writing',
    );
    if (!found) throw new Refused('support.none');
    return found;
  }

  private async tell(
    manager: EntityManager,
    atHand: SupportAtHand,
    given: TellOutcome,
    writer: StaffMember | null = null,
  ): Promise<SupporterOutcome> {
    const told: Told = {
      helped: given.helped,
      text: cleanText(given.text),
      safetyNow: given.safetyNow ?? null,
    };
    if (!(await this.asks(manager, atHand.proposal))) throw new Refused('outcome.tooEarly');
    const before = await this.own(manager, atHand);
    if (before && saysTheSame(before, told)) return this.view(manager, atHand);
    const proposalId = atHand.proposal.id;
    const at = this.clock.now();
    const by = writer ? 'staff' : atHand.contactId === null ? 'device' : 'mail';
    await this.outcomes.keep(manager, atHand.support, told, { by, waits: needsALook(told), at });
    // The words stand with the answer alone, and go with it when it is disposed of.
    await this.events.append(manager, {
      proposalId,
      at,
      type: 'supporter-told',
      audience: 'staff',
      ...writtenBy(writer, atHand.proposal.municipalityId),
      changes: changesOf(told, writer),
    });
    await this.held.look(manager, proposalId, 'outcome', told.text);
    return this.view(manager, atHand);
  }

  private async remove(manager: EntityManager, atHand: SupportAtHand): Promise<SupporterOutcome> {
    const { support, contactId, proposal } = atHand;
    const at = this.clock.now();
    const removed = contactId
      ? await this.outcomes.withdrawOfContact(manager, contactId, at)
      : await this.outcomes.withdrawOfSupport(manager, support, at);
    if (removed > 0)
      await this.events.append(manager, {
        proposalId: proposal.id,
        at,
        type: 'supporter-outcome-removed',
        audience: 'staff',
      });
    return this.view(manager, atHand);
  }

  /** Whether those who support a proposal are asked how it is now: everyone reads of it, and that something was done. */
  async asks(manager: EntityManager, proposal: ProposalRecord): Promise<boolean> {
    if (publicShape(proposal) === 'none') return false;
    const lastDone = await this.cases.lastDone(manager, proposal.id);
    return asksSupporters(
      proposal.kind,
      await this.cases.publicStatus(manager, proposal.id),
      lastDone !== null,
    );
  }

  /** The answer about the latest end and what was done last. */
  private async own(
    manager: EntityManager,
    { support, contactId, proposal }: SupportAtHand,
  ): Promise<OwnOutcome | null> {
    const outcome = contactId
      ? await this.outcomes.ofContact(manager, contactId)
      : await this.outcomes.ofSupport(manager, support);
    if (!outcome || !standsSince(outcome.toldAt, await this.cases.lastDone(manager, proposal.id)))
      return null;
    return outcome;
  }

  private async view(manager: EntityManager, atHand: SupportAtHand): Promise<SupporterOutcome> {
    const { reference, municipality } = atHand.proposal;
    return {
      reference,
      municipality,
      supports: true,
      asked: await this.asks(manager, atHand.proposal),
      outcome: await this.own(manager, atHand),
    };
  }
}
