import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

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
  /** The proposals of a municipality that have these numbers, in the order asked for; unknown and foreign ones are left out. */
  byReferences(
    _manager: EntityManager,
    _municipalityId: string,
    _references: readonly string[],
  ): Promise<ProposalWish[]> {
    throw new Error('Being built');
  }
}
