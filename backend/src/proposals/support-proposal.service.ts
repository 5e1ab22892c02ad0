import type { SupportReceipt } from '@lofteskartan/shared/contracts/proposals';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import { CaseRepository } from './case.repository.js';
import { Devices } from './devices.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalRepository } from './proposal.repository.js';
import { publicShape } from './publication.rules.js';
import { SupportRepository } from './support.repository.js';

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
    private readonly projection: ProjectProposal,
  ) {}

  /**
   * Adds a device's support, once; supporting a duplicate supports the proposal that leads its case, which the receipt names.
   * @param device the signed device cookie, if there was one; the answer sets it
   * @throws Refused `not.found` when the proposal does not show in public
   */
  support(reference: string, key: string, device: string | null): Promise<Reply<SupportReceipt>> {
    const known = this.devices.known(device);
    const supporter = known ?? this.devices.unknown();
    return this.idempotency.run({
      key,
      route: `POST /proposals/${reference}/support`,
      caller: known ?? 'public',
      body: {},
      work: async (manager) => {
        const receipt = await this.add(manager, reference, supporter);
        return new Reply(200, receipt, { cookies: [this.devices.cookie(supporter)] });
      },
    });
  }

  private async add(manager: EntityManager, reference: string, supporter: string): Promise<SupportReceipt> {
    const asked = await this.proposals.byReference(manager, reference);
    if (!asked || publicShape(asked) === 'none') throw new Refused('not.found');
    const leaderId = (await this.cases.leaders(manager, asked.id)).at(-1) ?? asked.id;
    await this.proposals.lock(manager, [leaderId]);
    const leader = await this.proposals.byId(manager, leaderId);
    if (!leader || publicShape(leader) !== 'listed') throw new Refused('not.found');
    const deviceHash = this.devices.hash(supporter);
    await this.supports.add(manager, {
      proposalId: leaderId,
      deviceHash,
      isSender: false,
      createdAt: this.clock.now(),
    });
    const supportCount = await this.projection.recountSupport(manager, leaderId);
    if (supportCount === null) throw new Refused('not.found');
    return { reference: leader.reference, supportCount, supported: true };
  }
}
