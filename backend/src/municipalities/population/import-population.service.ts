import type { ImportFault } from '@lofteskartan/shared/contracts/activity-import';
import type {
  ImportPopulation,
  PopulationLine,
  PopulationReport,
  PopulationYear,
} from '@lofteskartan/shared/contracts/population';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import type { FieldFault } from '../../platform/problem/field-fault.js';
import { Refused } from '../../platform/problem/refused.js';
import { fieldSentence } from '../../platform/problem/sentences.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { demandAccess, TownChanges, townRoles } from '../administration/town-changes.service.js';
import { TownRepository } from '../administration/town.repository.js';
import {
  figureOf,
  type PopulationFigure,
  type PopulationRow,
  readPopulation,
} from './population-file.rules.js';
import { PopulationRepository } from './population.repository.js';
import { populationFaults } from './population.rules.js';

/** Who reads a file in, into which municipality, and in which language. */
export interface PopulationReader {
  readonly staff: StaffMember;
  readonly slug: string;
  readonly language: Language;
}

/** What a file would do. */
interface Plan {
  readonly report: PopulationReport;
  readonly before: readonly PopulationYear[];
  readonly after: readonly PopulationYear[];
}

/** Reads populations from a file, told line by line. A year whose figures do not go together is refused whole. */
@Injectable()
export class ImportPopulationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly changes: TownChanges,
    private readonly towns: TownRepository,
    private readonly populations: PopulationRepository,
  ) {}

  /** What would become of each line. Nothing is kept. @throws Refused `not.found`, `role.insufficient`, `input.invalid` */
  async preview({ staff, slug, language }: PopulationReader, file: string): Promise<PopulationReport> {
    const { manager } = this.dataSource;
    const town = await this.towns.find(manager, slug);
    demandAccess(town, staff, townRoles);
    return (await this.plan(manager, town.id, file, language)).report;
  }

  /** Keeps what the lines that are accepted say. @throws Refused as `preview`, and `version.stale` */
  save(
    { staff, slug, language }: PopulationReader,
    given: ImportPopulation,
    key: string,
  ): Promise<Reply<PopulationReport>> {
    return this.idempotency.run({
      key,
      route: `POST /municipalities/${slug}/population/imports`,
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const saved: PopulationReport[] = [];
        const visit = { staff, slug, version: given.version };
        await this.changes.makeWithin(manager, visit, async (_, town, now) => {
          const { report, before, after } = await this.plan(manager, town.id, given.file, language);
          saved.push(report);
          if (after.length === 0) return null;
          for (const year of after) await this.populations.keep(manager, town.id, year, now);
          return { type: 'population.changed', before, after };
        });
        const [report] = saved;
        if (!report) throw new Error('A file was saved without a report');
        return new Reply(201, report);
      },
    });
  }

  private async plan(
    manager: EntityManager,
    municipalityId: string,
    file: string,
    language: Language,
  ): Promise<Plan> {
    const read = readPopulation(file);
    if ('fault' in read) throw new Refused('input.invalid', { errors: [read.fault] });
    const stored = await this.populations.years(manager, municipalityId);
    const lines = read.rows.map((row) => ({ row, result: figureOf(row) }));
    const figures = lines.flatMap(({ result }) => ('figure' in result ? [result.figure] : []));
    const after = new Map(
      [...new Set(figures.map(({ year }) => year))].map((year) => [year, merged(year, stored, figures)]),
    );
    const seen = new Set<string>();
    const told = lines.map(({ row, result }): PopulationLine => {
      if ('faults' in result) return refused(row, null, result.faults, language);
      const { figure } = result;
      const of = `${String(figure.year)} ${figure.band}`;
      if (seen.has(of)) return refused(row, figure, [{ field: 'grupp', code: 'notUnique' }], language);
      seen.add(of);
      const [fault] = populationFaults(after.get(figure.year)?.bands ?? {});
      if (fault)
        return refused(
          row,
          figure,
          [fault.code === 'required' ? { field: '', code: 'groupIncomplete' } : { ...fault, field: '' }],
          language,
        );
      const old = stored.find(({ year }) => year === figure.year);
      const same = old?.bands[figure.band] === figure.people && old.source === figure.source;
      const state = same ? 'same' : old?.bands[figure.band] === undefined ? 'new' : 'changed';
      return { ...named(row, figure), state, faults: [] };
    });
    const accepted = told.filter(({ state }) => state === 'new' || state === 'changed');
    const years = new Set(accepted.map(({ year }) => year));
    return {
      report: {
        accepted: accepted.length,
        refused: told.filter(({ state }) => state === 'refused').length,
        lines: told,
      },
      before: stored.filter(({ year }) => years.has(year)),
      after: [...after.values()].filter(({ year }) => years.has(year)),
    };
  }
}

/** A year with what the file says of it; of two lines about one group the first counts. */
function merged(
  year: number,
  stored: readonly PopulationYear[],
  figures: readonly PopulationFigure[],
): PopulationYear {
  const old = stored.find((each) => each.year === year);
  const said = figures.filter((figure) => figure.year === year);
  const bands = Object.fromEntries([...said].reverse().map(({ band, people }) => [band, people]));
  return { year, source: said[0]?.source ?? old?.source ?? '', bands: Object.assign({}, old?.bands, bands) };
}

const named = ({ line }: PopulationRow, figure: PopulationFigure | null) => ({
  line,
  year: figure?.year ?? null,
  band: figure?.band ?? null,
  people: figure?.people ?? null,
});

function refused(
  row: PopulationRow,
  figure: PopulationFigure | null,
  faults: readonly FieldFault[],
  language: Language,
): PopulationLine {
  const told = faults.map(({ field, code, params }): ImportFault => {
    const value = (row.cells as Readonly<Record<string, string>>)[field] ?? '';
    return { column: field, value, message: fieldSentence(language, code, params) };
  });
  return { ...named(row, figure), state: 'refused', faults: told };
}
