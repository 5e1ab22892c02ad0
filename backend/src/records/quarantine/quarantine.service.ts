import type { QuarantinePage, QuarantineReceipt } from '@lofteskartan/shared/contracts/quarantine';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config/config.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { Refused } from '../../platform/problem/refused.js';
import { Quarantine, type SealedMessage } from '../../platform/quarantine/quarantine.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import type { HeldProposal } from '../../proposals/quarantine/held-proposal.js';
import { HeldProposals } from '../../proposals/quarantine/held-proposals.service.js';
import { mayActIn, municipalitiesWith, triageRoles } from '../../staff/access.rules.js';
import { RecordRepository } from '../record.repository.js';
import { RetentionRepository } from '../retention.repository.js';
import { disposedFrom, QUARANTINE_DECISION } from './quarantine.rules.js';

const MOST_SHOWN = 200;

type Found =
  | { readonly kind: 'proposal'; readonly proposal: HeldProposal }
  | { readonly kind: 'message'; readonly message: SealedMessage };

/** What staff do with what was probably sent by a machine. */
@Injectable()
export class QuarantineService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly idempotency: Idempotency,
    private readonly jobs: JobRunner,
    private readonly municipalities: MunicipalityLookup,
    private readonly proposals: HeldProposals,
    private readonly messages: Quarantine,
    private readonly records: RecordRepository,
    private readonly retention: RetentionRepository,
  ) {}

  /** What lies in quarantine where a person handles proposals, or in one of those municipalities; of another one nothing. */
  async list(staff: StaffMember, slug: string | undefined): Promise<QuarantinePage> {
    const { manager } = this.dataSource;
    const asked = slug === undefined ? null : await this.municipalities.bySlugForStaff(manager, slug);
    const ids = municipalitiesWith(staff, triageRoles).filter((id) => slug === undefined || id === asked?.id);
    const proposals = await this.proposals.list(manager, ids, MOST_SHOWN);
    const messages = await this.messages.list(manager, ids, MOST_SHOWN);
    const names = new Map<string, string>();
    for (const id of ids) names.set(id, (await this.municipalities.byId(manager, id))?.slug ?? '');
    const items = [
      ...proposals.items.map((each) => ({ ...each, kind: 'proposal' as const })),
      ...messages.items.map((each) => ({ ...each, proposalKind: null, photos: 0 })),
    ].sort((one, other) => other.at.getTime() - one.at.getTime());
    return {
      items: items.slice(0, MOST_SHOWN).map(({ municipalityId, at, words, ...item }) => ({
        id: item.id,
        kind: item.kind,
        municipality: names.get(municipalityId) ?? '',
        reference: item.reference,
        proposalKind: item.proposalKind,
        words: [...words],
        photos: item.photos,
        hasAddress: item.hasAddress,
        at: at.toISOString(),
        disposedAt: disposedFrom(at, this.config.quarantineDays).toISOString(),
      })),
      total: proposals.total + messages.total,
      days: this.config.quarantineDays,
    };
  }

  /**
   * A person sent this: it goes the way that it would have gone.
   * @throws Refused `not.found`, also for another municipality's; what the way itself refuses; `idempotency.reused`
   */
  restore(staff: StaffMember, id: string, key: string): Promise<Reply<QuarantineReceipt>> {
    return this.idempotency.run<QuarantineReceipt>({
      key,
      route: `POST /triage/quarantine/${id}/restorations`,
      caller: staff.accountId,
      body: {},
      work: async (manager) => {
        const found = await this.find(manager, staff, id);
        if (found.kind === 'proposal') {
          await this.proposals.restore(manager, found.proposal, staff);
          await this.log(manager, staff, found, 'quarantine-restored');
          return new Reply(200, { kind: found.kind, reference: found.proposal.reference });
        }
        const reference: string | null = await this.messages.restore(manager, found.message);
        await this.log(manager, staff, found, 'quarantine-restored');
        return new Reply(200, { kind: found.message.kind, reference });
      },
    });
  }

  /**
   * Disposes of something before its time, and writes it down.
   * @throws Refused `not.found`, also for another municipality's
   */
  async remove(staff: StaffMember, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const found = await this.find(manager, staff, id);
      await this.log(manager, staff, found, 'quarantine-removed');
      await this.dispose(manager, found, 'remove-from-quarantine');
    });
  }

  /** Disposes of a proposal that has lain there long enough; false when it was restored meanwhile. */
  async disposeProposal(manager: EntityManager, id: string, job: string): Promise<boolean> {
    const proposal = await this.proposals.find(manager, id);
    if (proposal) await this.dispose(manager, { kind: 'proposal', proposal }, job);
    return proposal !== null;
  }

  private async find(manager: EntityManager, staff: StaffMember, id: string): Promise<Found> {
    const proposal = await this.proposals.find(manager, id);
    const message = proposal ? null : await this.messages.find(manager, id);
    const municipalityId = (proposal ?? message)?.municipalityId;
    if (municipalityId === undefined || !mayActIn(staff, municipalityId, triageRoles))
      throw new Refused('not.found');
    if (proposal) return { kind: 'proposal', proposal };
    if (message) return { kind: 'message', message };
    throw new Refused('not.found');
  }

  private async dispose(manager: EntityManager, found: Found, job: string): Promise<void> {
    const files =
      found.kind === 'proposal'
        ? await this.proposals.dispose(manager, found.proposal, QUARANTINE_DECISION)
        : [];
    if (found.kind === 'message') await this.messages.remove(manager, found.message.id);
    const { municipalityId } = found.kind === 'proposal' ? found.proposal : found.message;
    await this.retention.addDisposal(manager, {
      municipalityId,
      at: this.clock.now(),
      type: 'quarantine',
      decision: QUARANTINE_DECISION,
      count: 1,
      files: files.length,
      job,
    });
    if (files.length > 0) await this.jobs.enqueue(manager, 'remove-files', { keys: files.join(' ') });
  }

  private async log(
    manager: EntityManager,
    { accountId }: StaffMember,
    found: Found,
    type: 'quarantine-restored' | 'quarantine-removed',
  ): Promise<void> {
    const isProposal = found.kind === 'proposal';
    await this.records.append(manager, {
      municipalityId: isProposal ? found.proposal.municipalityId : found.message.municipalityId,
      at: this.clock.now(),
      actorAccountId: accountId,
      type,
      subject: isProposal ? { proposalId: found.proposal.id } : undefined,
      changes: { kind: isProposal ? found.kind : found.message.kind },
    });
  }
}
