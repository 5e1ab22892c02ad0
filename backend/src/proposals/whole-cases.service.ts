import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffMember } from '../platform/staff-member.js';
import { CaseRepository } from './case.repository.js';
import { type KeptPhoto, PhotoRepository } from './photo.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository } from './proposal.repository.js';
import { mayOpenSecret } from './secrecy.rules.js';

/** A case as a whole, with the files that belong to it. */
@Injectable()
export class WholeCases {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly photos: PhotoRepository,
  ) {}

  /**
   * Every proposal of the case to which one belongs, its leader first, the others as they came. What is secret and another
   * organisation's is left out. That the person works in the municipality is for the caller to know.
   */
  async members(
    manager: EntityManager,
    { id }: ProposalRecord,
    { memberships }: StaffMember,
  ): Promise<ProposalRecord[]> {
    const leaderId = (await this.cases.leaders(manager, id)).at(-1) ?? id;
    const followers = await this.cases.followers(manager, leaderId);
    const members: ProposalRecord[] = [];
    for (const each of [leaderId, ...followers.map((follower) => follower.id)]) {
      const member = await this.proposals.byId(manager, each);
      if (member && mayOpenSecret(member, memberships)) members.push(member);
    }
    return members;
  }

  /** The photos of a proposal with their files, oldest first. What is secret and another organisation's is left out. */
  async photosOf(
    manager: EntityManager,
    { id, municipalityId }: ProposalRecord,
    { memberships }: StaffMember,
  ): Promise<KeptPhoto[]> {
    const photos = await this.photos.files(manager, id);
    return photos.filter(({ secretFor }) => mayOpenSecret({ municipalityId, secretFor }, memberships));
  }
}
