import type { RedactionRegion } from '@lofteskartan/shared/contracts/redactions';
import type { HistoryEventType } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import type { NewPhoto } from '../photo.repository.js';
import { ProjectProposal } from '../project-proposal.service.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { ProposalRepository } from '../proposal.repository.js';
import { secretsOf } from '../secrecy.rules.js';
import { organisationIn } from '../viewer.rules.js';
import { RedactionFiles } from './redaction-files.service.js';
import { RedactionRepository, type PhotoFiles } from './redaction.repository.js';
import { originalDisposeAfter, regionFaults } from './redaction.rules.js';

/** Which photo, as whoever changes it read it. */
export interface PhotoCall {
  readonly proposalId: string;
  readonly photoId: string;
  readonly version: number;
  readonly actor: StaffMember;
}

/** Covers parts of photos. The caller checks that the person handles the proposal. */
@Injectable()
export class RedactPhotoService {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly redactions: RedactionRepository,
    private readonly files: RedactionFiles,
    private readonly events: ProposalEventRepository,
    private readonly projection: ProjectProposal,
  ) {}

  /**
   * The picture that covering a photo begins with: never one that is covered already. Asked before anything is locked, for the pictures
   * take seconds.
   * @throws Refused `input.invalid`, `not.found`, `photo.originalGone`
   */
  async originalOf(
    manager: EntityManager,
    { proposalId, photoId, actor }: Omit<PhotoCall, 'version'>,
    regions: readonly RedactionRegion[] = [],
  ): Promise<string> {
    const errors = regionFaults(regions);
    if (errors.length > 0) throw new Refused('input.invalid', { errors });
    const files = await this.redactions.files(manager, proposalId, photoId, secretsOf(actor.memberships));
    if (!files) throw new Refused('not.found');
    return original(files);
  }

  /**
   * Puts a picture that was made from the original in the place of what is shown, in public as well, at once.
   * @throws Refused `not.found`, `version.stale`, `photo.originalGone`
   */
  async cover(
    manager: EntityManager,
    call: PhotoCall,
    made: { readonly from: string; readonly photo: NewPhoto; readonly regions: readonly RedactionRegion[] },
  ): Promise<ProposalRecord> {
    const before = await this.lock(manager, call, made.from);
    const now = this.clock.now();
    await this.redactions.cover(manager, call.photoId, {
      ...made.photo,
      regions: made.regions,
      originalFileKey: made.from,
      originalDisposeAfter: originalDisposeAfter(stockholmDate(now)),
      at: now,
    });
    return this.changed(manager, call, before, 'photo-redacted', made.regions.length);
  }

  /**
   * Puts the original back. It is not shown until somebody decides so again.
   * @throws Refused `not.found`, `version.stale`, `photo.originalGone`
   */
  async uncover(
    manager: EntityManager,
    call: PhotoCall,
    made: { readonly from: string; readonly photo: NewPhoto },
  ): Promise<ProposalRecord> {
    const before = await this.lock(manager, call, made.from);
    if (!before.files.isCovered) throw new Refused('not.found');
    await this.redactions.uncover(manager, call.photoId, made.photo);
    return this.changed(manager, call, before, 'photo-redaction-removed', 0, [made.from]);
  }

  private async lock(
    manager: EntityManager,
    { proposalId, photoId, version, actor }: PhotoCall,
    from: string,
  ): Promise<{ readonly proposal: ProposalRecord; readonly files: PhotoFiles }> {
    await this.proposals.lock(manager, [proposalId]);
    const proposal = await this.proposals.byId(manager, proposalId);
    const files = await this.redactions.files(manager, proposalId, photoId, secretsOf(actor.memberships));
    if (!proposal || !files) throw new Refused('not.found');
    // Somebody else may have covered it, or taken that back, while the picture was made.
    if (version !== proposal.version || original(files) !== from) throw new Refused('version.stale');
    return { proposal, files };
  }

  private async changed(
    manager: EntityManager,
    { photoId, actor }: PhotoCall,
    {
      proposal: { id: proposalId, municipalityId, publication },
      files,
    }: Awaited<ReturnType<typeof this.lock>>,
    type: HistoryEventType,
    regions: number,
    gone: readonly string[] = [],
  ): Promise<ProposalRecord> {
    const now = this.clock.now();
    await this.proposals.savePublication(manager, proposalId, publication, now);
    await this.events.append(manager, {
      proposalId,
      at: now,
      type,
      audience: 'staff',
      actorAccountId: actor.accountId,
      organisationId: organisationIn(actor, municipalityId),
      changes: { photos: [photoId], regions },
    });
    // The first time, what was shown until now is the original and stays.
    const shown = files.isCovered ? [files.fileKey, files.thumbnailKey] : [files.thumbnailKey];
    await this.files.removeLater(manager, [...shown, ...gone]);
    await this.projection.project(manager, proposalId, now);
    const after = await this.proposals.byId(manager, proposalId);
    if (!after) throw new Error('A proposal vanished while its photo was covered');
    return after;
  }
}

function original({ fileKey, originalFileKey, isCovered }: PhotoFiles): string {
  if (!isCovered) return fileKey;
  if (originalFileKey === null) throw new Refused('photo.originalGone');
  return originalFileKey;
}
