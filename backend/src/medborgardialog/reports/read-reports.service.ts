import type {
  DialogueReport,
  OutcomeList,
  OutcomeQuery,
  OutcomeRow,
} from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import { countStandings } from '../outcomes/outcome.rules.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { PointsToday } from './points-today.service.js';
import { drawReport } from './paper/draw-report.js';
import { ReportRepository, type PublishedReport } from './report.repository.js';
import { matches } from './report.rules.js';
import { publicNotes } from './report.view.js';

/** How many points a page of the list holds. */
const PAGE = 50;

/** Published reports as everyone reads them: the words as they were published, and how each point stands today. */
@Injectable()
export class ReadReports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly reports: ReportRepository,
    private readonly followUps: FollowUpRepository,
    private readonly today: PointsToday,
  ) {}

  /** @throws Refused `not.found`, also for a dialogue whose report is not published */
  async one(reference: string, language: Language): Promise<DialogueReport> {
    const found = await this.reports.one(this.dataSource, reference.toUpperCase());
    if (!found) throw new Refused('not.found');
    return this.whole(found, language);
  }

  /** The same on paper, in Swedish. @throws Refused `not.found` */
  async print(reference: string): Promise<{ name: string; bytes: Buffer }> {
    const found = await this.reports.one(this.dataSource, reference.toUpperCase());
    if (!found) throw new Refused('not.found');
    const report = await this.whole(found, 'sv');
    return {
      name: `rapport-${found.municipality}-${found.reference.toLowerCase()}.pdf`,
      bytes: await drawReport(report, { municipality: found.municipalityName, now: this.clock.now() }),
    };
  }

  /** What became of the points of a municipality's dialogues. @throws Refused `not.found` */
  async outcomes(slug: string, query: OutcomeQuery, language: Language): Promise<OutcomeList> {
    if (!(await this.municipalities.bySlug(this.dataSource.manager, slug))) throw new Refused('not.found');
    const all: OutcomeRow[] = [];
    for (const { reference, view } of await this.reports.ofMunicipality(this.dataSource, slug)) {
      const { title, startsAt } = view;
      for (const point of await this.today.of(this.dataSource, view, language))
        all.push({ reference, title, startsAt, point });
    }
    const matching = all.filter(({ title, point }) => matches({ title, point }, query));
    const first = Number(query.after ?? 0);
    return {
      total: all.length,
      standings: countStandings(all.map(({ point }) => point)),
      matching: matching.length,
      items: matching.slice(first, first + PAGE),
    };
  }

  private async whole(
    { dialogueId, reference, municipality, view }: PublishedReport,
    language: Language,
  ): Promise<DialogueReport> {
    const points = await this.today.of(this.dataSource, view, language);
    return {
      ...view,
      attendance: [...view.attendance],
      bands: [...view.bands],
      tableNotes: publicNotes(view),
      statements: [...view.statements],
      reference,
      municipality,
      points,
      standings: countStandings(points),
      versions: await this.reports.versions(this.dataSource, dialogueId),
      followUps: await this.followUps.published(this.dataSource, dialogueId),
    };
  }
}
