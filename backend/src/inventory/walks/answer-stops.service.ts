import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import type { AnswerMeasure, AnswerStop } from '@lofteskartan/shared/contracts/walk-answers';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../../municipalities/bodies/responsible-bodies.service.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { MeasureRepository } from '../measure.repository.js';
import { Measures } from '../measures.service.js';
import { PlaceAccess } from '../place-access.service.js';
import { ReadWalks } from './read-walks.service.js';
import { StopRepository, type StopRecord } from './stop.repository.js';
import { WalkAccess } from './walk-access.service.js';
import { WalkChanges } from './walk-changes.service.js';
import type { WalkRecord } from './walk.repository.js';
import { cleanText, missingOfAnswer, whyNotAnswer } from './walk.rules.js';

/** Says what comes of each stop, in words that everyone will read. */
@Injectable()
export class AnswerStops {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bodies: ResponsibleBodies,
    private readonly access: WalkAccess,
    private readonly stops: StopRepository,
    private readonly places: PlaceAccess,
    private readonly measures: MeasureRepository,
    private readonly planning: Measures,
    private readonly changes: WalkChanges,
    private readonly reading: ReadWalks,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `walk.cancelled`, `walk.notWalked`, `walk.stopNoPlace`, `place.merged`, `input.invalid` */
  answer(staff: StaffMember, reference: string, id: string, given: AnswerStop): Promise<StaffWalk> {
    return this.dataSource.transaction(async (manager) => {
      const walk = await this.access.add(manager, staff, reference);
      const stop = await this.access.stop(manager, walk, id);
      if (stop.version !== given.version) throw new Refused('version.stale');
      await this.answerWithin(manager, staff, walk, stop, given);
      return this.reading.view(manager, staff, walk.reference);
    });
  }

  /** The same for a stop at hand, in the caller's transaction. */
  async answerWithin(
    manager: EntityManager,
    staff: StaffMember,
    walk: WalkRecord,
    stop: StopRecord,
    given: Omit<AnswerStop, 'version'>,
  ): Promise<void> {
    const refusal = whyNotAnswer(walk.status);
    if (refusal) throw new Refused(refusal);
    const missing = missingOfAnswer(given);
    if (missing) throw invalidField(missing, 'required');
    const { kind, seen } = given;
    const text = given.text.normalize('NFC').trim();
    const bodyId = kind === 'referred' ? (given.bodyId ?? null) : null;
    if (bodyId !== null && bodyId !== stop.bodyId) {
      const body = await this.bodies.find(manager, walk.municipalityId, bodyId);
      if (!body?.active) throw invalidField('bodyId', 'notFound');
    }
    const measureId = kind === 'measure' ? await this.measureOf(manager, staff, stop, given, text) : null;
    const fields = { seen: cleanText(seen), kind, text, measureId, bodyId };
    await this.stops.answer(manager, stop.id, fields);
    await this.changes.added(manager, walk, staff, { type: 'answered', changes: { stop: stop.id, kind } });
  }

  /** The measure that an answer points at: one of the stop's place, or a new one. */
  private async measureOf(
    manager: EntityManager,
    staff: StaffMember,
    stop: StopRecord,
    { measureId, measure }: Omit<AnswerStop, 'version'>,
    text: string,
  ): Promise<string> {
    const { placeReference, placeId } = stop;
    if (placeReference === null || placeId === null) throw new Refused('walk.stopNoPlace');
    if (measure) return this.makeMeasure(manager, staff, placeReference, measure, text);
    // What is named already may stay, also where it was taken back since.
    if (stop.measureId !== null && (measureId === stop.measureId || measureId === stop.measureNowId))
      return stop.measureId;
    const known = (await this.measures.ofPlace(manager, placeId)).find(({ id }) => id === measureId);
    if (!known) throw invalidField('measureId', 'notFound');
    return known.id;
  }

  private async makeMeasure(
    manager: EntityManager,
    staff: StaffMember,
    reference: string,
    { kind, plannedOn, ownerId }: AnswerMeasure,
    text: string,
  ): Promise<string> {
    const { version } = await this.places.read(manager, staff, reference);
    const place = await this.places.change(manager, staff, reference, version);
    try {
      const planned = { kind, text, plannedOn, ownerId, isPublic: true };
      return await this.planning.addTo(manager, staff, place, planned);
    } catch (error) {
      if (!(error instanceof Refused) || !error.details.errors) throw error;
      const errors = error.details.errors.map((each) => ({ ...each, field: `measure.${each.field}` }));
      throw new Refused(error.code, { ...error.details, errors });
    }
  }
}
