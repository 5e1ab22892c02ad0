import type { ImportPlaces, PlaceLine, PlaceReport } from '@lofteskartan/shared/contracts/place-list';
import { TOWN_LIMITS } from '@lofteskartan/shared/contracts/town-limits';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { demandAccess, TownChanges, townRoles } from '../administration/town-changes.service.js';
import { TownRepository } from '../administration/town.repository.js';
import { outlineToleranceMetres } from '../municipality-lookup.js';
import { lineFault, readPlaces } from './place-file.rules.js';
import { PlaceListRepository } from './place-list.repository.js';
import { planOf, type PlacePlan, type StoredPlace } from './place-plan.rules.js';

/** Brings a file of places into the list. Lines that are refused change nothing; the others are saved in one act. */
@Injectable()
export class ImportPlacesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly changes: TownChanges,
    private readonly towns: TownRepository,
    private readonly places: PlaceListRepository,
  ) {}

  /** What a file would do. Nothing is saved. */
  async preview(staff: StaffMember, slug: string, text: string): Promise<PlaceReport> {
    const { manager } = this.dataSource;
    const town = await this.towns.find(manager, slug);
    demandAccess(town, staff, townRoles);
    return (await this.examined(manager, town.id, text)).report;
  }

  /**
   * Adds and changes what the lines that are accepted say and, when that is asked for, removes what the file does not name.
   * @throws Refused `placeFile.invalid` when the file cannot be read or no line is accepted; `version.stale`; `input.invalid` when the list
   *   would be too long
   */
  async save(
    staff: StaffMember,
    slug: string,
    given: ImportPlaces,
    key: string,
  ): Promise<Reply<PlaceReport>> {
    const { text, version, removeOthers } = given;
    return this.idempotency.run({
      key,
      route: `POST /municipalities/${slug}/place-list/imports`,
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const saved: PlaceReport[] = [];
        await this.changes.makeWithin(manager, { staff, slug, version }, async (_, town) => {
          const { report, plan, stored } = await this.examined(manager, town.id, text);
          if (!plan || report.refused === report.lines.length) throw new Refused('placeFile.invalid');
          saved.push(report);
          // A line that is refused may be about a place of the list: while there is one, nothing is taken for left out.
          if (removeOthers && report.refused > 0) throw new Refused('placeFile.invalid');
          const removed = removeOthers ? plan.others : [];
          return this.put(manager, town.id, { plan, stored, removed });
        });
        const [report] = saved;
        if (!report) throw new Error('A file was saved without a report');
        return new Reply(201, report);
      },
    });
  }

  private async put(
    manager: EntityManager,
    municipalityId: string,
    {
      plan,
      stored,
      removed,
    }: { plan: PlacePlan; stored: readonly StoredPlace[]; removed: readonly StoredPlace[] },
  ) {
    const added = plan.lines.flatMap(({ state, place }) => (state === 'added' && place ? [place] : []));
    const changed = plan.lines.flatMap(({ state, place, storedId }) =>
      state === 'changed' && place && storedId ? [{ ...place, id: storedId }] : [],
    );
    const count = stored.length + added.length - removed.length;
    if (count > TOWN_LIMITS.places) throw invalidField('text', 'tooManyLines', { max: TOWN_LIMITS.places });
    if (added.length + changed.length + removed.length === 0) return null;
    const ids = removed.map(({ id }) => id);
    if (ids.length > 0) await this.places.remove(manager, municipalityId, ids);
    if (changed.length > 0) await this.places.change(manager, municipalityId, changed);
    if (added.length > 0) await this.places.add(manager, municipalityId, added);
    return {
      type: 'places.imported' as const,
      before: { places: stored.length },
      after: {
        places: count,
        added: added.length,
        changed: changed.length,
        removed: removed.map(({ type, name }) => ({ type, name })),
      },
    };
  }

  private async examined(
    manager: EntityManager,
    municipalityId: string,
    text: string,
  ): Promise<{ report: PlaceReport; plan: PlacePlan | null; stored: StoredPlace[] }> {
    const stored = await this.places.stored(manager, municipalityId);
    const read = readPlaces(text);
    if ('faults' in read)
      return { report: Object.assign({}, nothing, { faults: read.faults }), plan: null, stored };
    const localities = await this.places.localities(manager, municipalityId);
    const plan = planOf(read.places, stored, localities);
    const positions = plan.lines.flatMap(({ place, read: { line: number } }) =>
      place ? [{ number, position: place.position }] : [],
    );
    const outside = new Set(
      await this.places.outside(manager, municipalityId, positions, outlineToleranceMetres),
    );
    return { report: reportOf(plan, outside), plan, stored };
  }
}

const nothing: PlaceReport = { faults: [], added: 0, changed: 0, same: 0, refused: 0, lines: [], others: [] };

function reportOf({ lines, others }: PlacePlan, outside: ReadonlySet<number>): PlaceReport {
  const count = (wanted: string): number => lines.filter(({ state }) => state === wanted).length;
  return {
    faults: [],
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    refused: count('refused'),
    lines: lines.map(({ read, state, faults, changes }): PlaceLine => ({
      line: read.line,
      state,
      type: read.type,
      name: read.name,
      position: read.position,
      hasCourse: read.course !== null,
      changes: [...changes],
      faults: [...faults],
      remarks: outside.has(read.line)
        ? [lineFault('outside-municipality', '', read.position?.join(', '))]
        : [],
    })),
    others: others.map(({ type, name }) => ({ type, name })),
  };
}
