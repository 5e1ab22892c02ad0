import type {
  ReportOccurrence,
  UndoOccurrence,
  YearlyWheel,
} from '@lofteskartan/shared/contracts/yearly-wheel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { doneOnFault } from '../measure.rules.js';
import { PlaceChanges } from '../place-changes.service.js';
import { PlaceRepository } from '../place.repository.js';
import { CareMeasures } from './care-measures.service.js';
import { KeepWheel } from './keep-wheel.service.js';
import { whyNotReported } from './wheel.rules.js';
import { WheelRepository, type CoveredPlace, type WheelRecord } from './wheel.repository.js';

/** A place as far as its history asks. */
type Spot = Pick<CoveredPlace, 'id' | 'municipalityId'>;

/** Notes that occurrences are done, at the places too, and takes that back where it was not so. */
@Injectable()
export class ReportOccurrences {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly changes: PlaceChanges,
    private readonly care: CareMeasures,
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
    const places = await this.covered(manager, item);
    await this.lock(manager, places);
    if (given.asMeasures) await this.care.make(manager, staff, places, item, report);
    for (const place of places)
      await this.changes.note(manager, place, staff, {
        type: 'care-done',
        changes: { title: item.title, doneOn },
      });
  }

  /**
   * Takes a report back, and what became measures of it.
   * @throws Refused `not.found`, also for an occurrence that was not reported; `role.insufficient`
   */
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
        await this.undoAtPlaces(manager, staff, item, { year, number, doneOn, reason });
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

  /** Withdraws the measures, and tells the history of the places that are covered now and of those that were when it was reported. */
  private async undoAtPlaces(
    manager: EntityManager,
    staff: StaffMember,
    item: WheelRecord,
    { year, number, doneOn, reason }: { year: number; number: number; doneOn: string; reason: string },
  ): Promise<void> {
    const occurrence = { itemId: item.id, year, number };
    const made = await this.care.of(manager, occurrence);
    const places = new Map<string, Spot>();
    for (const { id, municipalityId } of await this.covered(manager, item))
      places.set(id, { id, municipalityId });
    for (const { placeId, municipalityId } of made) places.set(placeId, { id: placeId, municipalityId });
    await this.lock(manager, [...places.values()]);
    await this.care.withdraw(manager, occurrence, { actor: staff, reason });
    for (const place of places.values()) {
      const own = made.filter(({ placeId }) => placeId === place.id);
      await this.changes.note(
        manager,
        place,
        staff,
        ...own.map(({ kind }) => ({
          type: 'measure-withdrawn' as const,
          changes: { kind, doneOn },
          reason,
        })),
        { type: 'care-undone', changes: { title: item.title, doneOn }, reason },
      );
    }
  }

  private async covered(manager: EntityManager, { id }: WheelRecord): Promise<CoveredPlace[]> {
    return (await this.wheel.covered(manager, [id])).get(id) ?? [];
  }

  /** Locks places in one order, whoever else locks several. */
  private async lock(manager: EntityManager, places: readonly Spot[]): Promise<void> {
    for (const { id } of [...places].sort((a, b) => a.id.localeCompare(b.id)))
      await this.places.lock(manager, id);
  }
}
