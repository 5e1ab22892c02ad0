import { Readable } from 'node:stream';
import type { LogEntry, LogPage, LogPeople, LogQuery } from '@lofteskartan/shared/contracts/work-log';
import type { Role } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { addDays, isIsoDate, startOfStockholmDay } from '../platform/dates.js';
import { pageOf, pageSize, readCursor } from '../platform/paging.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { audiencesOf } from '../proposals/proposal-audience.js';
import { secretsOf } from '../proposals/secrecy.rules.js';
import { mayActIn } from '../staff/access.rules.js';
import { byteOrderMark, csvLine } from './csv.rules.js';
import { areaWords, doneInWords } from './log-words.js';
import { type LogRow, type LogSearch, WorkLogRepository } from './work-log.repository.js';

/** Who reads the log of their municipality. */
export const logRoles = ['coordinator'] as const satisfies readonly Role[];

/** Entries that a file holds at most, and how many of them are read at a time. */
const MOST_IN_A_FILE = 20_000;
const AT_A_TIME = 500;

/** The log of a municipality, for its coordinators. */
@Injectable()
export class WorkLogService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly municipalities: MunicipalityLookup,
    private readonly log: WorkLogRepository,
  ) {}

  /**
   * A page of the log, the latest first. What only the police may know of proposals is told to the police alone, what is
   * secret to the people of its controller.
   * @throws Refused `not.found` for a municipality that is not one's own, `input.invalid`
   */
  async page(query: LogQuery, staff: StaffMember): Promise<LogPage> {
    const search = await this.search(query, staff);
    const rows = await this.log.page({
      ...search,
      after: readCursor(query.cursor, ['moment', 'text', 'text']),
      limit: pageSize(query.limit) + 1,
    });
    const { rows: page, nextCursor } = pageOf(rows, query.limit, keyOf);
    return { items: page.map(entryOf), nextCursor };
  }

  /** The same as a file for spreadsheets, read while it is sent. */
  async file(query: LogQuery, staff: StaffMember): Promise<Readable> {
    return Readable.from(this.lines(await this.search(query, staff)));
  }

  /**
   * Whom the log can be asked for, by name.
   * @throws Refused `not.found` for a municipality that is not one's own
   */
  async people(municipality: string, staff: StaffMember): Promise<LogPeople> {
    const people = await this.log.people(await this.own(municipality, staff));
    const names = new Intl.Collator('sv');
    return { items: people.sort((one, other) => names.compare(one.name, other.name)), nextCursor: null };
  }

  private async *lines(search: Omit<LogSearch, 'after' | 'limit'>): AsyncGenerator<string> {
    yield (
      byteOrderMark + csvLine(['Tid', 'Person', 'Organisation', 'Område', 'Händelse', 'Nummer', 'Gäller'])
    );
    let after: LogSearch['after'] = null;
    for (let read = 0; read < MOST_IN_A_FILE; read += AT_A_TIME) {
      const rows: LogRow[] = await this.log.page({ ...search, after, limit: AT_A_TIME });
      for (const row of rows)
        yield csvLine([
          row.at.toISOString(),
          row.person ?? 'Systemet',
          row.organisation,
          areaWords[row.area],
          doneInWords(row.type),
          row.reference,
          row.subject,
        ]);
      const last = rows.at(-1);
      if (!last || rows.length < AT_A_TIME) return;
      after = keyOf(last);
    }
  }

  private async search(query: LogQuery, staff: StaffMember): Promise<Omit<LogSearch, 'after' | 'limit'>> {
    const municipalityId = await this.own(query.municipality, staff);
    for (const field of ['from', 'to'] as const)
      if (query[field] !== undefined && !isIsoDate(query[field])) throw invalidField(field, 'notADate');
    return {
      municipalityId,
      audiences: audiencesOf(staff, municipalityId),
      secretsOf: secretsOf(staff.memberships),
      area: query.area ?? null,
      type: query.type ?? null,
      person: query.person ?? null,
      reference: query.reference?.trim().toUpperCase() ?? null,
      from: query.from === undefined ? null : startOfStockholmDay(query.from),
      before: query.to === undefined ? null : startOfStockholmDay(addDays(query.to, 1)),
    };
  }

  private async own(slug: string, staff: StaffMember): Promise<string> {
    const municipality = await this.municipalities.bySlugForStaff(this.dataSource.manager, slug);
    if (!municipality || !mayActIn(staff, municipality.id, logRoles)) throw new Refused('not.found');
    return municipality.id;
  }
}

const keyOf = ({ moment, area, id }: LogRow): string[] => [moment, area, id];

const entryOf = ({ moment: _moment, ...row }: LogRow): LogEntry => ({
  ...row,
  id: `${row.area}:${row.id}`,
  at: row.at.toISOString(),
});
