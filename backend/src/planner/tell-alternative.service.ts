import type { ChosenProposal, OutcomeOfSeveral } from '@lofteskartan/shared/contracts/bulk';
import type { AlternativeOutcome } from '@lofteskartan/shared/contracts/stretch-alternatives';
import type { MoveProposal } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { ChangeTriageProposalService } from '../triage/change-triage-proposal.service.js';
import type { TriageViewer } from '../triage/triage-item.view.js';
import { AlternativeRepository, type AlternativeWish } from './alternative.repository.js';
import type { AlternativeStep } from './alternative.rules.js';
import { alternativeView } from './alternative.view.js';

/** Takes wishes through the moves that tell them of an alternative, and tells the police what became of it. */
@Injectable()
export class TellAlternative {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly alternatives: AlternativeRepository,
    private readonly moving: ChangeTriageProposalService,
  ) {}

  /** Takes a wish through moves; what everyone reads comes with the last. @returns its version then */
  async along(
    manager: EntityManager,
    viewer: TriageViewer,
    { reference, version }: ChosenProposal,
    steps: readonly AlternativeStep[],
    words: Pick<MoveProposal, 'publicText' | 'reason' | 'responsible' | 'bodyId' | 'asked'>,
  ): Promise<AlternativeWish['version']> {
    let now = version;
    for (const [index, to] of steps.entries()) {
      const last = index === steps.length - 1;
      const { publicText, reason } = words;
      const more = last ? (to === 'referred' ? words : { publicText }) : { reason };
      now = (await this.moving.moveWithin(manager, viewer, reference, { to, version: now, ...more })).version;
    }
    return now;
  }

  /** The alternative as it is now, and what became of each wish. */
  async outcome(municipalityId: string, id: string, outcome: OutcomeOfSeveral): Promise<AlternativeOutcome> {
    const row = await this.alternatives.find(this.dataSource.manager, municipalityId, id);
    return { alternative: row && alternativeView(row, stockholmDate(this.clock.now())), outcome };
  }
}
