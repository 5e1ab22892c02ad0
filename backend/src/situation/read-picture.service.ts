import type { SituationPicture, SituationQuery } from '@lofteskartan/shared/contracts/situation';
import { DARK_PLACE_TIMES, type Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { startOfStockholmDay } from '../platform/dates.js';
import type { StaffMember } from '../platform/staff-member.js';
import { DoneRepository } from './done.repository.js';
import { HeardRepository, type SliceRow } from './heard.repository.js';
import { OpenSituation, windowOf } from './open-situation.service.js';
import { comparisonOf, monthsOf, yearBefore } from './period.rules.js';
import { kindsOf, localitiesOf, monthsIn, type Slice, wholeOf } from './picture.rules.js';
import { weekOf } from './told-times.rules.js';

const firstMoment = (month: string): Date => startOfStockholmDay(`${month}-01`);

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
    const months = monthsOf(days);
    const windows = {
      now: windowOf(days),
      before: windowOf(yearBefore(days)),
      months: months.map(firstMoment),
      monthsBefore: monthsOf(yearBefore(days)).map(firstMoment),
    };
    const { now } = windows;
    const named = (rows: readonly SliceRow[]): Slice[] =>
      rows.map((row) => ({ ...row, month: row.month === null ? null : (months[row.month - 1] ?? null) }));
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await this.heard.begin(manager);
      const heardSince = await this.heard.heardSince(manager, id);
      const comparison = comparisonOf(days, heardSince);
      const heard = {
        days,
        comparison,
        proposals: named(await this.heard.proposals(manager, id, windows)),
        people: named(await this.heard.people(manager, id, windows)),
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
