import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Readable } from 'node:stream';
import { Clock } from '../../platform/clock.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { secretsOf } from '../secrecy.rules.js';
import { organisationIn } from '../viewer.rules.js';
import { RedactionRepository } from './redaction.repository.js';

/** Opens the original of a photo that is covered in part, and writes down each time. */
@Injectable()
export class OpenOriginalService {
  constructor(
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly redactions: RedactionRepository,
    private readonly events: ProposalEventRepository,
  ) {}

  /**
   * The picture as it was sent, with an event for staff. The caller checks that the person handles the proposal.
   * @throws Refused `not.found`, also for a photo of which nothing is covered; `photo.originalGone`
   */
  async open(
    manager: EntityManager,
    { id: proposalId, municipalityId }: ProposalRecord,
    photoId: string,
    staff: StaffMember,
  ): Promise<Readable> {
    const photo = await this.redactions.files(manager, proposalId, photoId, secretsOf(staff.memberships));
    if (!photo?.isCovered) throw new Refused('not.found');
    if (photo.originalFileKey === null) throw new Refused('photo.originalGone');
    await this.events.append(manager, {
      proposalId,
      at: this.clock.now(),
      type: 'photo-original-opened',
      audience: 'staff',
      actorAccountId: staff.accountId,
      organisationId: organisationIn(staff, municipalityId),
      changes: { photos: [photoId] },
    });
    const picture = await this.files.get(photo.originalFileKey);
    if (!picture) throw new Refused('not.found');
    return picture;
  }
}
