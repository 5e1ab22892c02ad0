import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { WithdrawMeasure } from '@lofteskartan/shared/contracts/inventory-measures';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import { CompleteByMeasure } from '../proposals/complete-by-measure.service.js';
import { whyNotWithdrawn } from './measure.rules.js';
import { MeasureRepository } from './measure.repository.js';
import { Measures } from './measures.service.js';
import { PlaceAccess } from './place-access.service.js';
import { PlaceChanges } from './place-changes.service.js';
import { ReadPlacesService, type PlaceViewer } from './read-places.service.js';
import { TellMeasures } from './tell-measures.service.js';

/**
 * Takes a measure back that was marked as done by mistake: nothing shows or counts it any more, the proposals that it ended are open again, and whoever was told
 * reads that it was a mistake.
 */
@Injectable()
export class WithdrawMeasures {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly access: PlaceAccess,
    private readonly planning: Measures,
    private readonly measures: MeasureRepository,
    private readonly proposals: CompleteByMeasure,
    private readonly telling: TellMeasures,
    private readonly changes: PlaceChanges,
    private readonly reading: ReadPlacesService,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `place.merged`, `measure.notDone`, `measure.counted`, `measure.ofTheWheel` */
  withdraw(
    viewer: PlaceViewer,
    reference: string,
    id: string,
    given: WithdrawMeasure,
    key: string,
  ): Promise<Reply<StaffPlace>> {
    return this.idempotency.run({
      key,
      route: `POST /inventory/places/${reference}/measures/${id}/withdrawals`,
      caller: viewer.staff.accountId,
      body: given,
      work: async (manager) => {
        const { staff } = viewer;
        const place = await this.access.change(manager, staff, reference, given.version);
        const measure = await this.planning.own(manager, place, id);
        const refusal = whyNotWithdrawn(measure);
        if (refusal) throw new Refused(refusal);
        const { kind, plannedOn, cost, ownerId, isPublic, doneOn } = measure;
        const reason = given.reason.normalize('NFC').trim();
        await this.measures.withdraw(manager, id, this.clock.now());
        await this.proposals.undone(manager, [id], { actor: staff, reason });
        await this.telling.tellCareAgain(manager, staff, place);
        await this.changes.note(manager, place, staff, {
          type: 'measure-withdrawn',
          changes: { kind, doneOn },
          reason,
        });
        if (given.planAgain) {
          const owner = await this.planning.activeOwner(manager, place, ownerId);
          const again = { kind, text: null, plannedOn, cost, ownerId: owner, isPublic };
          await this.measures.plannedAgain(
            manager,
            id,
            await this.planning.addTo(manager, staff, place, again),
          );
        }
        return new Reply(201, await this.reading.view(manager, viewer, place));
      },
    });
  }
}
