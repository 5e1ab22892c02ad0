import type { SituationPicture, SituationQuery } from '@lofteskartan/shared/contracts/situation';
import { DARK_PLACE_TIMES, type Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffMember } from '../platform/staff-member.js';
import { DoneRepository } from './done.repository.js';
import { HeardRepository } from './heard.repository.js';
import { OpenSituation, windowOf } from './open-situation.service.js';
import { comparisonOf, yearBefore } from './period.rules.js';
import { kindsOf, localitiesOf, monthsIn, wholeOf } from './picture.rules.js';
import { weekOf } from './told-times.rules.js';

/** Tells the figures of a municipality and a period. */
@Injectable()
export class ReadPicture {
  constructor(
    private readonly dataSource: DataSource,
    private readonly opening: OpenSituation,
    private readonly heard: HeardRepository,
    private readonly done: DoneRepository,
  ) {}

  /**
   * All figures as of one moment.
   * @throws Refused `not.found`, `input.invalid`
   */
  async read(
    staff: StaffMember,
    slug: string,
    query: SituationQuery,
    language: Language,
  ): Promise<SituationPicture> {
    const { municipality, days } = await this.opening.open(staff, slug, query);
    const { id } = municipality;
    const [now, before] = [windowOf(days), windowOf(yearBefore(days))];
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const heardSince = await this.heard.heardSince(manager, id);
      const comparison = comparisonOf(days, heardSince);
      const heard = {
        days,
        comparison,
        proposals: await this.heard.proposals(manager, id, now, before),
        people: await this.heard.people(manager, id, now, before),
      };
      const told = await this.heard.toldTimes(manager, id, now);
      const dark = told.filter(({ kind }) => kind === 'dark-place');
      const commitments = await this.done.commitments(manager, id, days);
      return {
        municipality: municipality.slug,
        municipalityName: municipality.name,
        from: days.from,
        to: query.to,
        until: days.until,
        comparison,
        heardSince,
        all: wholeOf(heard),
        kinds: kindsOf(heard),
        months: monthsIn(heard),
        themes: await this.heard.themes(manager, id, now),
        wishTimes: weekOf(told.filter(({ kind }) => kind === 'speed-check')),
        darkTimes: DARK_PLACE_TIMES.map((time) => ({
          time,
          proposals: dark
            .filter(({ when }) => when.includes(time))
            .reduce((sum, { proposals }) => sum + proposals, 0),
        })),
        ...localitiesOf(heard, await this.done.localities(manager, id, days)),
        done: {
          commitments: commitments.map(({ title, ...each }) => ({
            ...each,
            title: title[language] ?? title.sv,
          })),
          measures: await this.done.measures(manager, id, days),
          alternatives: await this.done.alternatives(manager, id, now),
          answers: await this.done.answers(manager, id, now),
        },
      };
    });
  }
}
