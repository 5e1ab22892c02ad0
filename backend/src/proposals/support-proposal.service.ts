import type { ContactInput, SupportProposal } from '@lofteskartan/shared/contracts/contacts';
import type { SupportReceipt } from '@lofteskartan/shared/contracts/proposals';
import { Injectable } from '@nestjs/common';
import type { Language } from '@lofteskartan/shared/vocabulary';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import { CaseRepository } from './case.repository.js';
import { Devices } from './devices.js';
import { KeepContact } from './keep-contact.service.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalRepository } from './proposal.repository.js';
import { publicShape } from './publication.rules.js';
import { SupportRepository } from './support.repository.js';

/** What comes along with a support. */
export interface SupportCall {
  readonly key: string;
  /** The signed device cookie, if there was one; the answer sets it. */
  readonly device: string | null;
  readonly language: Language;
}

/** A supporter: a device, and where to write to if they said so. */
export interface Supporter {
  readonly device: string;
  readonly contact: ContactInput | undefined;
  readonly language: Language;
}

/** "Me too": a device stands behind what a neighbour asked for. */
@Injectable()
export class SupportProposalService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly devices: Devices,
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly supports: SupportRepository,
    private readonly contacts: KeepContact,
    private readonly projection: ProjectProposal,
  ) {}

  /**
   * Adds a device's support, once; supporting a duplicate supports the proposal that leads its case, which the receipt names.
   * @throws Refused `not.found` when the proposal does not show in public, `input.invalid` where no address can be taken
   */
  support(
    reference: string,
    body: SupportProposal,
    { key, device, language }: SupportCall,
  ): Promise<Reply<SupportReceipt>> {
    const { contact } = body;
    this.contacts.refuseWithoutMail(contact);
    const known = this.devices.known(device);
    const supporter = { device: known ?? this.devices.unknown(), contact, language };
    return this.idempotency.run({
      key,
      route: `POST /proposals/${reference}/support`,
      caller: known ?? 'public',
      body,
      work: async (manager) => {
        const receipt = await this.add(manager, reference, supporter);
        return new Reply(200, receipt, { cookies: [this.devices.cookie(supporter.device)] });
      },
    });
  }

  /**
   * Adds a support in the caller's transaction.
   * @throws Refused `not.found`
   */
  async add(
    manager: EntityManager,
    reference: string,
    { device, contact, language }: Supporter,
  ): Promise<SupportReceipt> {
    const asked = await this.proposals.byReference(manager, reference);
    if (!asked || publicShape(asked) === 'none') throw new Refused('not.found');
    const leaderId = (await this.cases.leaders(manager, asked.id)).at(-1) ?? asked.id;
    await this.proposals.lock(manager, [leaderId]);
    const leader = await this.proposals.byId(manager, leaderId);
    if (!leader || publicShape(leader) !== 'listed') throw new Refused('not.found');
    const deviceHash = this.devices.hash(device);
    const given = { proposalId: leaderId, role: 'supporter', language } as const;
    const contactId = contact ? await this.contacts.add(manager, { ...given, contact }) : null;
    await this.supports.add(manager, {
      proposalId: leaderId,
      deviceHash,
      isSender: false,
      contactId,
      createdAt: this.clock.now(),
    });
    const supportCount = await this.projection.recountSupport(manager, leaderId);
    if (supportCount === null) throw new Refused('not.found');
    return { reference: leader.reference, supportCount, supported: true };
  }
}
