import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MunicipalityRecord } from '../municipalities/municipality-record.js';
import { ProposalRepository, type NewProposal, type SnappedPosition } from './proposal.repository.js';
import { SNAP_SETTING } from './snap.rules.js';
import { makeReference } from './submission.rules.js';

/** So many taken numbers in a row mean that something else is wrong. */
const mostTries = 20;

/** Stores a proposal under a number that is free. */
@Injectable()
export class NumberProposal {
  constructor(private readonly proposals: ProposalRepository) {}

  /** @returns its id, its number, and the position that the public sees */
  async insert(
    manager: EntityManager,
    { referencePrefix, settings }: MunicipalityRecord,
    proposal: Omit<NewProposal, 'reference'>,
  ): Promise<{ id: string; reference: string; snapped: SnappedPosition | null }> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const reference = makeReference(referencePrefix, (below) => randomInt(below));
      const cell = settings[SNAP_SETTING[proposal.kind]];
      const stored = await this.proposals.insert(manager, { ...proposal, reference }, cell);
      if (stored) return { ...stored, reference };
    }
    throw new Error(`No free number with the prefix ${referencePrefix} in ${mostTries} tries`);
  }
}
