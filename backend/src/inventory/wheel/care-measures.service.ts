import { measureOf } from '@lofteskartan/shared/yearly-wheel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../../municipalities/bodies/responsible-bodies.service.js';
import { Clock } from '../../platform/clock.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { CompleteByMeasure } from '../../proposals/complete-by-measure.service.js';
import { CompleteMeasures } from '../complete-measure.service.js';
import { MeasureRepository, type CareMeasure, type CareOccurrence } from '../measure.repository.js';
import { Measures } from '../measures.service.js';
import { TellMeasures } from '../tell-measures.service.js';
import type { OccurrenceReport } from './wheel.rules.js';
import type { CoveredPlace, WheelRecord } from './wheel.repository.js';

/** The measures that occurrences of the yearly wheel become at their places. */
@Injectable()
export class CareMeasures {
  constructor(
    private readonly clock: Clock,
    private readonly bodies: ResponsibleBodies,
    private readonly planning: Measures,
    private readonly completing: CompleteMeasures,
    private readonly measures: MeasureRepository,
    private readonly proposals: CompleteByMeasure,
    private readonly telling: TellMeasures,
  ) {}

  /**
   * A measure that is done at each place, where the occurrence changed something that lasts. It logs no activity: what counts towards a
   * commitment is said of a measure at a time.
   */
  async make(
    manager: EntityManager,
    staff: StaffMember,
    places: readonly CoveredPlace[],
    item: WheelRecord,
    { year, number, doneOn, note }: OccurrenceReport,
  ): Promise<void> {
    const kind = measureOf(item.kind);
    if (kind === null) return;
    const text = note ?? item.title;
    const ownerId = await this.activeBody(manager, item);
    for (const place of places) {
      const planned = { kind, text, plannedOn: doneOn, ownerId, isPublic: place.isPublic };
      const id = await this.planning.addTo(manager, staff, place, planned);
      await this.measures.becomeCare(manager, id, { itemId: item.id, year, number });
      await this.completing.noteDone(manager, staff, place, { id, kind }, { doneOn, text, activityId: null });
    }
  }

  /** What an occurrence became, with the places that show it now. */
  of(manager: EntityManager, occurrence: CareOccurrence): Promise<CareMeasure[]> {
    return this.measures.ofCare(manager, occurrence);
  }

  /** Withdraws what an occurrence became: nothing shows or counts it any more, the proposals that it ended are open again, and other care is told instead. */
  async withdraw(
    manager: EntityManager,
    occurrence: CareOccurrence,
    by: { readonly actor: StaffMember; readonly reason: string },
  ): Promise<void> {
    const made = await this.measures.ofCare(manager, occurrence);
    await this.measures.withdrawCare(manager, occurrence, this.clock.now());
    await this.proposals.undone(
      manager,
      made.map(({ id }) => id),
      by,
    );
    for (const { placeId: id, municipalityId } of made)
      await this.telling.tellCareAgain(manager, by.actor, { id, municipalityId });
  }

  /** Who does it, while that body is in use: an occurrence can be reported after it no longer is. */
  private async activeBody(
    manager: EntityManager,
    { municipalityId, bodyId }: WheelRecord,
  ): Promise<string | null> {
    const body = bodyId === null ? null : await this.bodies.find(manager, municipalityId, bodyId);
    return body?.active ? body.id : null;
  }
}
