import type { HeardQuery, WhoWasHeard } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { dialogueReaders } from '../medborgardialog.rules.js';
import { AttendanceRepository } from '../paper/attendance.repository.js';
import { wholeCame } from '../paper/paper.rules.js';
import { HeardRepository } from './heard.repository.js';
import { askedYear, heardIn, type HeardDialogue } from './heard.rules.js';
import { ReportRepository } from './report.repository.js';

const alphabet = new Intl.Collator('sv');

/** Who was heard at the dialogues of a year. */
@Injectable()
export class ReadHeard {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly heard: HeardRepository,
    private readonly attendance: AttendanceRepository,
    private readonly reports: ReportRepository,
  ) {}

  /** As everyone reads it: only what the published reports tell. @throws Refused `not.found` */
  async public(slug: string, query: HeardQuery): Promise<WhoWasHeard> {
    const { manager } = this.dataSource;
    const municipality = await this.municipalities.bySlug(manager, slug);
    if (!municipality) throw new Refused('not.found');
    const reports = await this.reports.ofMunicipality(manager, slug);
    const told = new Map(reports.map(({ reference, view }) => [reference, view]));
    const held = await this.heard.held(manager, municipality.id);
    return this.of(
      municipality.id,
      held.map(({ reference, heldOn }) => ({ heldOn, came: told.get(reference) ?? null })),
      query,
    );
  }

  /** Whole, for staff. @throws Refused `not.found`, also for a municipality in which the person does not work */
  async whole(staff: StaffMember, slug: string, query: HeardQuery): Promise<WhoWasHeard> {
    const { manager } = this.dataSource;
    const municipality = await this.municipalities.bySlugForStaff(manager, slug);
    if (!municipality || !mayActIn(staff, municipality.id, dialogueReaders)) throw new Refused('not.found');
    const dialogues: HeardDialogue[] = [];
    for (const { id, heldOn } of await this.heard.held(manager, municipality.id)) {
      const rows = await this.attendance.ofDialogue(manager, id);
      dialogues.push({ heldOn, came: rows.length === 0 ? null : wholeCame(rows) });
    }
    return this.of(municipality.id, dialogues, query);
  }

  private async of(
    municipalityId: string,
    dialogues: readonly HeardDialogue[],
    { year }: HeardQuery,
  ): Promise<WhoWasHeard> {
    const places = await this.heard.places(this.dataSource.manager, municipalityId);
    const populations = await this.heard.populations(this.dataSource.manager, municipalityId);
    places.sort((a, b) => alphabet.compare(a.name, b.name));
    const today = stockholmDate(this.clock.now());
    return heardIn(askedYear(year, today), { dialogues, places, populations }, today);
  }
}
