import type { DropPin } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { ProposalInput, ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { PinKind } from '@lofteskartan/shared/medborgardialog-live';
import { isTrapFilled } from '@lofteskartan/shared/trap';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import { SubmitProposalService } from '../../proposals/submit-proposal.service.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { whyNotLive } from '../medborgardialog.rules.js';
import { LiveChanges } from './live-changes.service.js';
import { whyNotPin } from './live.rules.js';
import { LiveRepository } from './live.repository.js';

/** What a pin says by itself. */
const detailsOf: Readonly<Record<PinKind, ProposalInput['details']>> = {
  'dark-place': { causes: [], when: [] },
  'speed-check': { weekdays: [], hourBands: [], problems: ['speeding'], near: [] },
};

/** Makes proposals of the pins that people drop on the map of a dialogue, by the way on which all proposals come. */
@Injectable()
export class DropPins {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly access: MedborgardialogAccess,
    private readonly live: LiveRepository,
    private readonly submitting: SubmitProposalService,
    private readonly changes: LiveChanges,
  ) {}

  /**
   * Takes a pin while pins are asked for, and for ten minutes after: what somebody began is not lost when others conduct on. No device stands behind it: it cannot be joined to anything else that its sender does here.
   * @throws Refused `not.found`, `dialogue.notOpen`, `dialogue.cancelled`, `live.noPins`, `position.outside`, `input.invalid`
   */
  drop(code: string, body: DropPin, key: string, language: Language): Promise<Reply<ProposalReceipt>> {
    return this.idempotency.run({
      key,
      route: `POST /live/${code}/pins`,
      caller: 'public',
      body,
      work: async (manager) => {
        const dialogue = await this.access.publicByCode(manager, code);
        const refusal = whyNotLive(dialogue.status);
        if (refusal) throw new Refused(refusal);
        const live = await this.live.ofDialogue(manager, dialogue.id);
        const noPin = whyNotPin(live, this.clock.now());
        if (noPin) throw new Refused(noPin);
        const { position, description } = body;
        const kind = body.kind ?? live.pinKind;
        const receipt = await this.submitting.take(
          manager,
          { kind, position, description, details: detailsOf[kind] },
          language,
          { source: 'dialogue', heldAs: isTrapFilled(body) ? 'suspected-automatic' : null },
        );
        if (receipt.municipality !== dialogue.municipality)
          throw invalidField('position', 'otherMunicipality');
        await this.live.addPin(manager, dialogue.id, receipt.reference);
        await this.changes.changed(manager, dialogue.id);
        return new Reply(201, receipt);
      },
    });
  }
}
