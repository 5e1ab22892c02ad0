import type { PointThing } from '@lofteskartan/shared/contracts/medborgardialog-points';
import { isLinked, type PointOutcome } from '@lofteskartan/shared/medborgardialog-outcomes';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { measureState } from '../../inventory/place.rules.js';
import { Clock } from '../../platform/clock.js';
import { type IsoDate, stockholmDate } from '../../platform/dates.js';
import { stateOfMeasure, stateOfProposal } from './outcome.rules.js';
import { ThingRepository } from './thing.repository.js';

/** A point as far as what it became. */
export interface LinkedPoint {
  readonly outcome: PointOutcome | null;
  readonly thingId: string | null;
}

/** How what points became stands today, for everyone. */
@Injectable()
export class ReadThings {
  constructor(
    private readonly clock: Clock,
    private readonly things: ThingRepository,
  ) {}

  /**
   * The things of points by their ids. One that is not public is there without a name, so that it is known that there is one,
   * and that it was taken back where it was.
   * @param since the day from which what was done of commitments is counted: that of the dialogue
   */
  async of(
    source: DataSource | EntityManager,
    points: readonly LinkedPoint[],
    since: IsoDate,
    language: Language,
  ): Promise<ReadonlyMap<string, PointThing>> {
    const today = stockholmDate(this.clock.now());
    const idsOf = (kind: PointOutcome): string[] =>
      points.flatMap(({ outcome, thingId }) => (outcome === kind && thingId !== null ? [thingId] : []));
    const found = new Map<string, PointThing>();
    for (const { outcome: kind, thingId: id } of points)
      if (isLinked(kind) && id !== null) found.set(id, { kind, id, ...hidden });
    const show = (id: string, shown: Partial<PointThing>): void => {
      const thing = found.get(id);
      if (thing) found.set(id, Object.assign({}, thing, shown));
    };
    for (const { id, status, ...shown } of await this.things.proposals(source, idsOf('proposal')))
      show(id, { ...shown, state: stateOfProposal(status) });
    for (const { id, ...shown } of await this.things.commitments(
      source,
      idsOf('commitment'),
      since,
      language,
    ))
      show(id, { ...shown, state: 'under-way' });
    for (const { id, kind, plannedOn, doneOn, name, path } of await this.things.measures(
      source,
      idsOf('measure'),
    ))
      show(id, {
        name,
        path,
        state: stateOfMeasure(measureState({ kind, plannedOn, doneOn }, today), kind),
        day: doneOn ?? plannedOn,
      });
    for (const { id, ...shown } of await this.things.takenBack(source, idsOf('measure')))
      show(id, { ...shown, state: 'withdrawn' });
    for (const { id, ...shown } of await this.things.activities(source, idsOf('activity')))
      show(id, { ...shown, state: 'done' });
    return found;
  }
}

const hidden = { name: null, path: null, state: null, day: null, activities: null } as const;
