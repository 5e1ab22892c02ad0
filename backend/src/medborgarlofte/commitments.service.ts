import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { isClosed } from './closing.rules.js';
import { CommitmentsRepository } from './commitments.repository.js';
import type { Words } from './words.js';

/** What other rooms may know of a commitment. */
export interface CommitmentFacts {
  readonly id: string;
  /** Name in addresses. */
  readonly slug: string;
  readonly municipalityId: string;
  /** Whether the municipality is open to its residents. */
  readonly inOpenMunicipality: boolean;
  readonly title: Words;
  /** Kinds of proposals that may be linked to it; none once it is closed. */
  readonly acceptsKinds: readonly ProposalKind[];
}

/** Commitments for the rooms that link proposals to them. */
@Injectable()
export class Commitments {
  constructor(
    private readonly commitments: CommitmentsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The commitment of an id, or null when there is none.
   * @param source the caller's transaction, or the data source outside one
   */
  async find(source: DataSource | EntityManager, id: string): Promise<CommitmentFacts | null> {
    const row = await this.commitments.byId(source, id);
    if (!row) return null;
    return isClosed(row, stockholmDate(this.clock.now())) ? { ...row, acceptsKinds: [] } : row;
  }

  /** The commitments of a municipality that hold today and that proposals of a kind may be linked to, the kind’s own first. */
  async accepting(
    manager: EntityManager,
    municipalityId: string,
    kind: ProposalKind,
  ): Promise<CommitmentFacts[]> {
    const today = stockholmDate(this.clock.now());
    const found: CommitmentFacts[] = [];
    for (const id of await this.commitments.accepting(manager, municipalityId, kind, today)) {
      const commitment = await this.find(manager, id);
      if (commitment && commitment.acceptsKinds.length > 0) found.push(commitment);
    }
    return found;
  }
}
