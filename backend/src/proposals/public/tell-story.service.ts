import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { Refused } from '../../platform/problem/refused.js';
import { publicProposal } from './public-proposal.view.js';
import { StoryRepository } from './story.repository.js';

/** The public story of one proposal. */
@Injectable()
export class TellStoryService {
  constructor(private readonly repository: StoryRepository) {}

  /**
   * What happened to a proposal, as everyone may read it. A duplicate only points to the proposal that leads its case.
   * @param reference its number, in capitals or not
   * @throws Refused `proposal.notFound`, alike for a number that never was, is withdrawn, hidden or not yet reviewed
   */
  async story(reference: string, language: Language): Promise<ProposalStory> {
    const row = await this.repository.byReference(reference.toUpperCase());
    if (!row) throw new Refused('proposal.notFound');
    const proposal = publicProposal(row, language);
    const { events, activities, duplicate_of: duplicateOf } = row;
    if (row.status !== 'duplicate') return { ...proposal, events, activities, duplicateOf: null };
    // A duplicate of what is hidden or withdrawn would point to nothing, and tell that it exists.
    if (!row.leads_somewhere) throw new Refused('proposal.notFound');
    const silent = {
      locality: null,
      position: null,
      placeName: null,
      description: null,
      latestAnswer: null,
      responsible: null,
    };
    return {
      ...proposal,
      ...silent,
      commitment: null,
      photos: [],
      doneOn: null,
      events: [],
      activities: [],
      duplicateOf,
    };
  }
}
