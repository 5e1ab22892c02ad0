import type { ReadHeldTexts } from '@lofteskartan/shared/contracts/block-list';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Reply } from '../platform/reply.js';
import { HoldTexts } from '../proposals/block-list/hold-texts.service.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import type { TriageViewer } from './triage-item.view.js';

/** Staff read what the block list held of a proposal of their own municipality. */
@Injectable()
export class ReadHeldTextsService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reading: ReadTriageProposalService,
    private readonly holding: HoldTexts,
  ) {}

  /** @throws Refused `not.found`, also when none of the texts waited to be read; `idempotency.reused` */
  read(
    viewer: TriageViewer,
    reference: string,
    body: ReadHeldTexts,
    key: string,
  ): Promise<Reply<TriageProposal>> {
    return this.idempotency.run({
      key,
      route: `POST /triage/proposals/${reference.toUpperCase()}/held-texts/readings`,
      caller: viewer.staff.accountId,
      body,
      work: async (manager) => {
        const proposal = await this.reading.own(manager, viewer, reference);
        await this.holding.read(manager, proposal, body.ids, viewer.staff);
        return new Reply(200, await this.reading.view(manager, viewer, proposal));
      },
    });
  }
}
