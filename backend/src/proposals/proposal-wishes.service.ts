import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { stockholmDate } from '../platform/dates.js';
import { ProposalRepository } from './proposal.repository.js';

/** What makes a proposal a wish that an activity can answer. */
export interface ProposalWish {
  readonly id: string;
  readonly reference: string;
  readonly kind: ProposalKind;
  readonly status: ProposalStatus;
  /** The date it came in, Europe/Stockholm, `YYYY-MM-DD`. */
  readonly createdOn: string;
  /** Exact, [lng, lat]; null when it has none. */
  readonly position: Position | null;
}

/** Residents' wishes for those who log activities. */
@Injectable()
export class ProposalWishes {
  constructor(private readonly proposals: ProposalRepository) {}

  /** The proposals of a municipality that have these numbers, in the order asked for; unknown and foreign ones are left out, and secret ones of other organisations than `secretsOf`. */
  async byReferences(
    manager: EntityManager,
    municipalityId: string,
    references: readonly string[],
    secretsOf: readonly string[],
  ): Promise<ProposalWish[]> {
    const records = await this.proposals.byReferences(manager, municipalityId, references, secretsOf);
    const byReference = new Map(records.map((record) => [record.reference, record]));
    return [...new Set(references)].flatMap((reference) => {
      const record = byReference.get(reference);
      if (!record) return [];
      const { id, kind, status, position, createdAt } = record;
      return [{ id, reference, kind, status, position, createdOn: stockholmDate(createdAt) }];
    });
  }
}
