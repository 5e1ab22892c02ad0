import type { MoveProposals, OutcomeOfSeveral } from '@lofteskartan/shared/contracts/bulk';
import { Injectable } from '@nestjs/common';
import { ChangeTriageProposalService } from './change-triage-proposal.service.js';
import { SeveralProposals } from './several-proposals.service.js';
import type { TriageViewer } from './triage-item.view.js';

/** Moves several proposals with one text, or with words for each, by the rules that hold for one. */
@Injectable()
export class MoveProposalsService {
  constructor(
    private readonly several: SeveralProposals,
    private readonly changing: ChangeTriageProposalService,
  ) {}

  /** Refused one by one as a move of one is: `not.found`, `input.invalid`, `version.stale`, `move.notAllowed`. */
  move(viewer: TriageViewer, key: string, body: MoveProposals): Promise<OutcomeOfSeveral> {
    const { proposals: _each, publicText: forAll, ...move } = body;
    return this.several.each({
      viewer,
      key,
      route: 'POST /triage/moves',
      body,
      act: async (manager, { reference, version, publicText = forAll }) => {
        const moved = await this.changing.moveWithin(manager, viewer, reference, {
          ...move,
          version,
          publicText,
        });
        return moved.version;
      },
    });
  }
}
