import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { PhotoRepository } from './photo.repository.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository } from './proposal.repository.js';
import { mayOpenSecret } from './secrecy.rules.js';
import { organisationIn } from './viewer.rules.js';

/** A mark to set on a photo, or to lift from it. */
export interface PhotoMark {
  readonly proposalId: string;
  readonly photoId: string;
  readonly version: number;
  readonly actor: StaffMember;
  /** Whose own people alone see it, and under which section of the law; null lifts the mark. */
  readonly secret: { readonly organisationId: string; readonly ground: string } | null;
}

/** Takes a single photo out of the public, and for a narrower circle. The caller checks that the person may mark it so. */
@Injectable()
export class MarkPhotoSecretService {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly photos: PhotoRepository,
    private readonly events: ProposalEventRepository,
    private readonly projection: ProjectProposal,
  ) {}

  /**
   * Stores the mark with an event, and brings the public view up to date. The photo gets another address, so that no cache answers
   * with it; when the mark is lifted it is shown to nobody until that is decided again.
   * @returns the proposal afterwards
   * @throws Refused `not.found`, also for a secret photo of another organisation, and when there is no mark to lift; `version.stale`
   */
  async mark(
    manager: EntityManager,
    { proposalId, photoId, version, actor, secret }: PhotoMark,
  ): Promise<ProposalRecord> {
    await this.proposals.lock(manager, [proposalId]);
    const proposal = await this.proposals.byId(manager, proposalId);
    const photo = (await this.photos.files(manager, proposalId)).find(({ id }) => id === photoId);
    if (!proposal || !photo || (secret === null && photo.secretFor === null)) throw new Refused('not.found');
    const { municipalityId, publication } = proposal;
    if (!mayOpenSecret({ municipalityId, secretFor: photo.secretFor }, actor.memberships))
      throw new Refused('not.found');
    if (version !== proposal.version) throw new Refused('version.stale');
    const now = this.clock.now();
    await this.photos.saveSecrecy(
      manager,
      photoId,
      secret && { ...secret, accountId: actor.accountId, at: now },
    );
    await this.proposals.savePublication(manager, proposalId, publication, now);
    await this.events.append(manager, {
      proposalId,
      at: now,
      type: secret ? 'photo-marked-secret' : 'photo-secrecy-lifted',
      audience: 'staff',
      actorAccountId: actor.accountId,
      organisationId: organisationIn(actor, municipalityId),
      reason: secret?.ground ?? photo.secrecy?.ground ?? null,
      changes: { photos: [photoId] },
    });
    await this.projection.project(manager, proposalId, now);
    const after = await this.proposals.byId(manager, proposalId);
    if (!after) throw new Error('A proposal vanished while its photo was marked');
    return after;
  }
}
