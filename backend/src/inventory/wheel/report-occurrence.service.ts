import type {
  ReportOccurrence,
  UndoOccurrence,
  YearlyWheel,
} from '@lofteskartan/shared/contracts/yearly-wheel';
import type { PlaceEventType } from '@lofteskartan/shared/contracts/inventory';
import { measureOf } from '@lofteskartan/shared/yearly-wheel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { CompleteMeasures } from '../complete-measure.service.js';
import { doneOnFault } from '../measure.rules.js';
import { Measures } from '../measures.service.js';
import { PlaceChanges } from '../place-changes.service.js';
import { PlaceRepository } from '../place.repository.js';
import { KeepWheel } from './keep-wheel.service.js';
import { whyNotReported, type OccurrenceReport } from './wheel.rules.js';
import { WheelRepository, type CoveredPlace, type WheelRecord } from './wheel.repository.js';

/** Notes that occurrences are done, at the places too, and takes that back where it was not so. */
@Injectable()
export class ReportOccurrences {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly changes: PlaceChanges,
    private readonly measures: Measures,
    private readonly completing: CompleteMeasures,
    private readonly wheel: WheelRepository,
    private readonly keeping: KeepWheel,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `occurrence.done`, `input.invalid` */
  report(staff: StaffMember, id: string, given: ReportOccurrence, key: string): Promise<Reply<YearlyWheel>> {
    return this.idempotency.run({
      key,
      route: `POST /inventory/wheel/items/${id}/occurrences`,
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const item = await this.keeping.changeable(manager, staff, id);
        await this.reportIn(manager, staff, item, given);
        return new Reply(201, await this.keeping.viewOf(manager, staff, item.municipalityId, given.year));
      },
    });
  }

  /** The same for one at hand, in the caller's transaction. */
  async reportIn(
    manager: EntityManager,
    staff: StaffMember,
    item: WheelRecord,
    given: ReportOccurrence,
  ): Promise<void> {
    const now = this.clock.now();
    const today = stockholmDate(now);
    const fault = doneOnFault(given, today);
    if (fault) throw new Refused('input.invalid', { errors: [fault] });
    const reports = (await this.wheel.reports(manager, [item.id])).get(item.id) ?? [];
    const refusal = whyNotReported(item, given, reports, today);
    if (refusal) throw new Refused(refusal);
    const { year, number, doneOn } = given;
    const report = { year, number, doneOn, note: given.note?.normalize('NFC').trim() || null };
    await this.wheel.report(manager, item.id, report, now);
    await this.note(manager, staff, item, 'done', report);
    for (const place of await this.lockedPlaces(manager, item)) {
      if (given.asMeasures) await this.measure(manager, staff, place, item, report);
      await this.tellPlace(manager, staff, place, 'care-done', { title: item.title, doneOn });
    }
  }

  /** @throws Refused `not.found`, also for an occurrence that was not reported; `role.insufficient` */
  undo(staff: StaffMember, id: string, given: UndoOccurrence, key: string): Promise<Reply<YearlyWheel>> {
    return this.idempotency.run({
      key,
      route: `POST /inventory/wheel/items/${id}/undoings`,
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const item = await this.keeping.changeable(manager, staff, id);
        const doneOn = await this.wheel.unreport(manager, id, given);
        if (doneOn === null) throw new Refused('not.found');
        const { year, number } = given;
        const reason = given.reason.normalize('NFC').trim();
        await this.note(manager, staff, item, 'undone', { year, number, doneOn, reason });
        for (const place of await this.lockedPlaces(manager, item))
          await this.tellPlace(manager, staff, place, 'care-undone', { title: item.title, doneOn }, reason);
        return new Reply(201, await this.keeping.viewOf(manager, staff, item.municipalityId, year));
      },
    });
  }

  private async note(
    manager: EntityManager,
    { accountId }: StaffMember,
    { id }: WheelRecord,
    type: 'done' | 'undone',
    changes: object,
  ): Promise<void> {
    const at = this.clock.now();
    await this.wheel.advance(manager, id, at);
    await this.wheel.append(manager, { itemId: id, at, type, actorAccountId: accountId, changes });
  }

  private async lockedPlaces(manager: EntityManager, { id }: WheelRecord): Promise<CoveredPlace[]> {
    const places = (await this.wheel.covered(manager, [id])).get(id) ?? [];
    // In one order, whoever else locks several.
    for (const place of [...places].sort((a, b) => a.id.localeCompare(b.id)))
      await this.places.lock(manager, place.id);
    return places;
  }

  /** Tells the place's history. */
  private tellPlace(
    manager: EntityManager,
    staff: StaffMember,
    place: CoveredPlace,
    type: PlaceEventType,
    changes: object,
    reason: string | null = null,
  ): Promise<void> {
    return this.changes.note(manager, place, staff, { type, changes, reason });
  }

  /** A measure that is done at the place. It logs no activity: what counts towards a commitment is said of a measure at a time. */
  private async measure(
    manager: EntityManager,
    staff: StaffMember,
    place: CoveredPlace,
    item: WheelRecord,
    { doneOn, note }: OccurrenceReport,
  ): Promise<void> {
    const kind = measureOf(item.kind);
    if (kind === null) return;
    const text = note ?? item.title;
    const planned = { kind, text, plannedOn: doneOn, ownerId: item.bodyId, isPublic: place.isPublic };
    const id = await this.measures.addTo(manager, staff, place, planned);
    await this.completing.noteDone(manager, staff, place, { id, kind }, { doneOn, text, activityId: null });
  }
}
