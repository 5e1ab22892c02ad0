import type { ImportFault } from '@lofteskartan/shared/contracts/activity-import';
import type {
  ImportLighting,
  LightingLine,
  LightingReport,
  LightPoint,
} from '@lofteskartan/shared/contracts/lighting';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Clock } from '../../platform/clock.js';
import type { FieldFault } from '../../platform/problem/field-fault.js';
import { Refused } from '../../platform/problem/refused.js';
import { fieldSentence } from '../../platform/problem/sentences.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { inventoryKeepers, inventoryReaders } from '../place.rules.js';
import { lightOf, readLighting, saysTheSame, type LightingRow } from './lighting-file.rules.js';
import { LightingRepository } from './lighting.repository.js';

/** As with proposals: coarse outlines miss places near their edge. */
const toleranceMetres = 300;

/** Who reads a file in, and in which language. */
export interface LightingReader {
  readonly staff: StaffMember;
  readonly language: Language;
}

/** What a file would do: the report, what to keep and what to take out. */
interface Plan {
  readonly municipalityId: string;
  readonly report: LightingReport;
  readonly kept: readonly LightPoint[];
  readonly gone: readonly string[];
}

/** Reads in what a municipality tells of its lighting, line by line; a line that is refused stops no other. */
@Injectable()
export class ImportLightingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly lighting: LightingRepository,
  ) {}

  /**
   * What would become of each line. Nothing is kept.
   * @throws Refused `not.found`, `role.insufficient`, `input.invalid` when the file itself cannot be read
   */
  async preview(reader: LightingReader, given: ImportLighting): Promise<LightingReport> {
    return (await this.plan(this.dataSource.manager, reader, given)).report;
  }

  /** Does it, in the caller's transaction. @throws Refused as `preview` */
  async save(manager: EntityManager, reader: LightingReader, given: ImportLighting): Promise<LightingReport> {
    const { municipalityId, report, kept, gone } = await this.plan(manager, reader, given);
    for (const point of kept) await this.lighting.keep(manager, municipalityId, point, this.clock.now());
    if (gone.length > 0) await this.lighting.remove(manager, municipalityId, gone);
    return report;
  }

  private async plan(
    manager: EntityManager,
    { staff, language }: LightingReader,
    { municipality: slug, file, whole = false }: ImportLighting,
  ): Promise<Plan> {
    const municipality = await this.municipalities.bySlugForStaff(manager, slug);
    if (!municipality || !mayActIn(staff, municipality.id, inventoryReaders)) throw new Refused('not.found');
    if (!mayActIn(staff, municipality.id, inventoryKeepers)) throw new Refused('role.insufficient');
    const { id: municipalityId } = municipality;
    const read = readLighting(file);
    if ('fault' in read) throw new Refused('input.invalid', { errors: [read.fault] });
    const before = new Map(
      (await this.lighting.ofMunicipality(manager, municipalityId)).map((point) => [point.number, point]),
    );
    const parsed = read.rows.map((row) => ({ row, result: lightOf(row) }));
    const lights = parsed.flatMap(({ result }) => ('light' in result ? [result.light] : []));
    const positions = lights.map(({ position }) => position);
    const inside = await this.lighting.lieIn(manager, municipalityId, positions, toleranceMetres);
    const outside = new Set(lights.filter((_, index) => inside[index] !== true));
    const kept = new Map<string, LightPoint>();
    const seen = new Set<string>();
    const lines = parsed.map(({ row, result }): LightingLine => {
      if ('faults' in result) return refusedLine(row, result.faults, language);
      const { light } = result;
      if (outside.has(light)) return refusedLine(row, [{ field: 'latitud', code: 'outside' }], language);
      if (seen.has(light.number)) return refusedLine(row, [{ field: 'nummer', code: 'notUnique' }], language);
      seen.add(light.number);
      const old = before.get(light.number);
      const state = !old ? 'new' : saysTheSame(old, light) ? 'same' : 'changed';
      if (state !== 'same') kept.set(light.number, light);
      return { line: row.line, state, number: light.number, name: light.name ?? '', faults: [] };
    });
    // A lamp whose line is wrong is in the file all the same: it stays as it was.
    const named = new Set(read.rows.map(({ cells }) => cells.nummer));
    const gone = whole ? [...before.keys()].filter((number) => !named.has(number)) : [];
    const refused = lines.filter(({ state }) => state === 'refused').length;
    const report = { accepted: kept.size, refused, removed: gone.length, lines };
    return { municipalityId, report, kept: [...kept.values()], gone };
  }
}

function refusedLine(
  { line, cells }: LightingRow,
  faults: readonly FieldFault[],
  language: Language,
): LightingLine {
  const told = faults.map(({ field, code, params }): ImportFault => {
    const value = (cells as Readonly<Record<string, string>>)[field] ?? '';
    return { column: field, value, message: fieldSentence(language, code, params) };
  });
  return { line, state: 'refused', number: cells.nummer, name: cells.namn, faults: told };
}
