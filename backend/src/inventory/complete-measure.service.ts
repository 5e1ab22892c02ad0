import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { CompleteMeasure } from '@lofteskartan/shared/contracts/inventory-measures';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Commitments } from '../medborgarlofte/commitments.service.js';
import { ConfirmActivityService } from '../medborgarlofte/confirm-activity.service.js';
import { LogActivityService } from '../medborgarlofte/log-activity.service.js';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import type { StaffMember } from '../platform/staff-member.js';
import { secretsOf } from '../proposals/secrecy.rules.js';
import { whyNotLinked } from './link.rules.js';
import { completionFaults, doneOnFault, evidenceFault, whyNotComplete } from './measure.rules.js';
import { MeasureRepository, type MeasureRecord } from './measure.repository.js';
import { Measures } from './measures.service.js';
import { PlaceAccess } from './place-access.service.js';
import { PlaceChanges } from './place-changes.service.js';
import { PlaceFactsRepository } from './place-facts.repository.js';
import type { PlaceRecord } from './place.repository.js';
import { TellMeasures } from './tell-measures.service.js';
import { ReadPlacesService, type PlaceViewer } from './read-places.service.js';

/**
 * Says that a measure is done. Where it is evidence for a commitment, an activity is logged of it by the way that all activities go: once it is
 * confirmed it counts, the proposals of the place are done, and those behind them are told and asked how safe it feels now. Without a
 * commitment nothing counts, and they are told and asked all the same.
 */
@Injectable()
export class CompleteMeasures {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly commitments: Commitments,
    private readonly logging: LogActivityService,
    private readonly confirming: ConfirmActivityService,
    private readonly access: PlaceAccess,
    private readonly facts: PlaceFactsRepository,
    private readonly planning: Measures,
    private readonly measures: MeasureRepository,
    private readonly telling: TellMeasures,
    private readonly changes: PlaceChanges,
    private readonly reading: ReadPlacesService,
  ) {}

  /**
   * @throws Refused `not.found`, `role.insufficient`, `version.stale`, `place.merged`, `measure.notWork`, `measure.done`, `input.invalid`;
   *   as logging and confirming an activity do
   */
  complete(
    viewer: PlaceViewer,
    reference: string,
    id: string,
    given: CompleteMeasure,
    key: string,
  ): Promise<Reply<StaffPlace>> {
    return this.idempotency.run({
      key,
      route: `POST /inventory/places/${reference}/measures/${id}/completions`,
      caller: viewer.staff.accountId,
      body: given,
      work: async (manager) => {
        const place = await this.access.change(manager, viewer.staff, reference, given.version);
        const measure = await this.planning.own(manager, place, id);
        const refusal = whyNotComplete(measure);
        if (refusal) throw new Refused(refusal);
        const fault = doneOnFault(given, stockholmDate(this.clock.now())) ?? evidenceFault(measure, given);
        if (fault) throw new Refused('input.invalid', { errors: [fault] });
        const activityId = given.commitmentId ? await this.log(manager, viewer, place, given) : null;
        const { doneOn, text } = given;
        await this.noteDone(manager, viewer.staff, place, measure, { doneOn, text, activityId });
        return new Reply(201, await this.reading.view(manager, viewer, place));
      },
    });
  }

  /** Notes that a measure is done, in the caller's transaction, and has people told of it where no activity does. */
  async noteDone(
    manager: EntityManager,
    staff: StaffMember,
    place: Pick<PlaceRecord, 'id' | 'municipalityId'>,
    { id, kind }: Pick<MeasureRecord, 'id' | 'kind'>,
    { doneOn, text, activityId }: { doneOn: string; text: string; activityId: string | null },
  ): Promise<void> {
    const done = { doneOn, text: text.normalize('NFC').trim(), activityId };
    await this.measures.complete(manager, id, done, this.clock.now());
    // With an activity they are told once that is confirmed.
    if (activityId === null) await this.telling.tell(manager, staff, place, id);
    await this.changes.note(manager, place, staff, { type: 'measure-done', changes: { kind, doneOn } });
  }

  /** Logs the activity of a measure with the proposals that it serves. @returns its id */
  private async log(
    manager: EntityManager,
    viewer: PlaceViewer,
    place: PlaceRecord,
    { commitmentId, doneOn, text, confirm }: CompleteMeasure,
  ): Promise<string> {
    const choices = await this.commitments.accepting(manager, place.municipalityId, 'dark-place');
    const commitment = choices.find((each) => each.id === commitmentId);
    if (!commitment) throw invalidField('commitmentId', 'notFound');
    const linked = await this.facts.linked(manager, place.id, secretsOf(viewer.staff.memberships));
    // What was sent in later is about what came after it.
    const served = linked.filter(
      ({ status, createdAt }) =>
        whyNotLinked({ kind: 'dark-place', status }) === null && stockholmDate(createdAt) <= doneOn,
    );
    const input = {
      commitmentId: commitment.id,
      occurredOn: doneOn,
      publicText: text,
      position: place.position,
      proposalReferences: served.map((each) => each.reference),
    };
    try {
      const { id } = await this.logging.log(manager, input, viewer);
      if (confirm) await this.confirming.confirmIn(manager, id, viewer);
      return id;
    } catch (error) {
      if (!(error instanceof Refused) || !error.details.errors) throw error;
      throw new Refused(error.code, { ...error.details, errors: completionFaults(error.details.errors) });
    }
  }
}
