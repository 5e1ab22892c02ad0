import type { SimilarProposals, SimilarQuery } from '@lofteskartan/shared/contracts/proposals';
import { parseNumbers, type Position } from '@lofteskartan/shared/position';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { publicProposal } from './public-proposal.view.js';
import { SimilarRepository } from './similar.repository.js';
import { doneSince } from './similar.rules.js';

/** What neighbours already asked for: before somebody writes, they can support instead. */
@Injectable()
export class FindSimilarService {
  constructor(
    private readonly repository: SimilarRepository,
    private readonly clock: Clock,
  ) {}

  /** Open proposals of the kind within 250 m of a position, and those done in the last 12 months; nearest first. */
  async similar(query: SimilarQuery, language: Language): Promise<SimilarProposals> {
    const rows = await this.repository.nearest({
      position: parseNumbers(query.position, 2) as Position,
      kind: query.kind,
      doneSince: doneSince(this.clock.now()),
    });
    return {
      items: rows.map((row) => ({
        ...publicProposal(row, language),
        distanceMetres: Math.round(row.metres * 10) / 10,
      })),
    };
  }
}
