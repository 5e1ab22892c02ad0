import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import type { FieldCode } from '../platform/problem/codes.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import type { ProposalRecord } from '../proposals/proposal-record.js';
import { ProposalsForStaff } from '../proposals/proposals-for-staff.service.js';
import { mayOpenSecret } from '../proposals/secrecy.rules.js';
import { PlaceRepository } from './place.repository.js';
import { whyNotLinked } from './link.rules.js';

interface PlaceFact {
  readonly id: string;
  readonly municipalityId: string;
}

/** Which proposals belong to a place. Each belongs to one at most. */
@Injectable()
export class LinkPlaceProposals {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalsForStaff,
    private readonly places: PlaceRepository,
  ) {}

  /**
   * Links proposals; those that belong to this place already stay as they are.
   * @returns the numbers of those that are new
   * @throws Refused `input.invalid`, each fault at its place in the list
   */
  async link(
    manager: EntityManager,
    staff: StaffMember,
    place: PlaceFact,
    references: readonly string[],
  ): Promise<string[]> {
    const found = await this.find(manager, staff, place, references, whyNotLinked);
    const linked: string[] = [];
    for (const { id, reference } of found) {
      if (await this.places.link(manager, place.id, id, this.clock.now())) linked.push(reference);
      else if ((await this.places.ofProposal(manager, id))?.id !== place.id)
        throw faults([{ index: references.indexOf(reference), code: 'inAnotherPlace' }]);
    }
    return linked;
  }

  /**
   * Takes proposals out of a place.
   * @returns the numbers of those that were in it
   * @throws Refused `input.invalid`
   */
  async unlink(
    manager: EntityManager,
    staff: StaffMember,
    place: PlaceFact,
    references: readonly string[],
  ): Promise<string[]> {
    const found = await this.find(manager, staff, place, references, (proposal) =>
      proposal ? null : 'proposalUnknown',
    );
    const gone: string[] = [];
    for (const { id, reference } of found)
      if (await this.places.unlink(manager, place.id, id)) gone.push(reference);
    if (gone.length < references.length)
      throw faults([
        { index: references.findIndex((each) => !gone.includes(each.toUpperCase())), code: 'notFound' },
      ]);
    return gone;
  }

  private async find(
    manager: EntityManager,
    staff: StaffMember,
    { municipalityId }: PlaceFact,
    references: readonly string[],
    whyNot: (proposal: ProposalRecord | null) => FieldCode | null,
  ): Promise<ProposalRecord[]> {
    const found: ProposalRecord[] = [];
    const wrong: { index: number; code: FieldCode }[] = [];
    for (const [index, reference] of references.entries()) {
      const proposal = await this.proposals.byReference(manager, reference.toUpperCase());
      const own =
        proposal?.municipalityId === municipalityId && mayOpenSecret(proposal, staff.memberships)
          ? proposal
          : null;
      const code = whyNot(own);
      if (code) wrong.push({ index, code });
      else if (own) found.push(own);
    }
    if (wrong.length > 0) throw faults(wrong);
    return found;
  }
}

const faults = (wrong: readonly { index: number; code: FieldCode }[]): Refused =>
  new Refused('input.invalid', {
    errors: wrong.map(({ index, code }) => ({ field: `proposals[${String(index)}]`, code })),
  });
