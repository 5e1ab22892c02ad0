import type { PublicPoint } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { PointRepository } from '../outcomes/point.repository.js';
import { ReadThings } from '../outcomes/read-things.service.js';
import type { FrozenPoint, FrozenReport } from './report.repository.js';
import { publicPoint } from './report.view.js';

/** How the points of published reports stand today. */
@Injectable()
export class PointsToday {
  constructor(
    private readonly clock: Clock,
    private readonly points: PointRepository,
    private readonly things: ReadThings,
  ) {}

  /** Each point of a report as everyone reads it today, in the report's order. */
  async of(
    source: DataSource | EntityManager,
    { points, startsAt }: Pick<FrozenReport, 'startsAt'> & { readonly points: readonly FrozenPoint[] },
    language: Language,
  ): Promise<PublicPoint[]> {
    const today = stockholmDate(this.clock.now());
    const since = stockholmDate(new Date(startsAt));
    const things = await this.things.of(source, points, since, language);
    const told = await this.points.told(
      source,
      points.map(({ id }) => id),
    );
    const toldOf = new Map(told.map(({ id, ...rest }) => [id, rest]));
    const nothing = { doneOn: null, doneText: null, statement: null };
    return points.map((point) => {
      const thing = things.get(point.thingId ?? '') ?? null;
      return publicPoint(point, { thing, ...(toldOf.get(point.id) ?? nothing) }, today);
    });
  }
}
