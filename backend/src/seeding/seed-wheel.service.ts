import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeepWheel } from '../inventory/wheel/keep-wheel.service.js';
import { ReportOccurrences } from '../inventory/wheel/report-occurrence.service.js';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { addDays, stockholmDate } from '../platform/dates.js';
import type { StaffMember } from '../platform/staff-member.js';
import type { DemoWheelItem } from './demo-file.js';

/** What the wheel of the example data turns in. */
interface WheelStage {
  readonly manager: EntityManager;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly officer: StaffMember;
  readonly bodies: ReadonlyMap<string, string>;
}

/** Tells the yearly wheel of the example data through the services that staff use. */
@Injectable()
export class SeedWheel {
  constructor(
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly keeping: KeepWheel,
    private readonly reporting: ReportOccurrences,
  ) {}

  /** Keeps what recurs since last year, and says that it was done so far: all but the last of what was missed. */
  async seed(items: readonly DemoWheelItem[], stage: WheelStage): Promise<void> {
    if (items.length === 0) return;
    const { manager, officer, municipality } = stage;
    const municipalityId = (await this.municipalities.bySlugForStaff(manager, municipality))?.id;
    if (!municipalityId) throw new Error(`There is no ${municipality}`);
    const today = stockholmDate(this.clock.now());
    const { choices } = await this.keeping.viewOf(manager, officer, municipalityId);
    const references = new Map(choices.map(({ name, reference }) => [name, reference]));
    for (const { missed = false, places = [], body, ...item } of items) {
      const id = await this.keeping.createIn(manager, officer, municipalityId, {
        ...item,
        due: [...item.due],
        everyYears: item.everyYears ?? 1,
        startsOn: `${String(Number(today.slice(0, 4)) - 1)}-01-01`,
        bodyId: (body && stage.bodies.get(body)) ?? null,
        places: places.flatMap((name) => references.get(name) ?? []),
      });
      const { late } = await this.keeping.viewOf(manager, officer, municipalityId);
      const own = late.filter(({ itemId }) => itemId === id);
      for (const { year, number, to } of missed ? own.slice(0, -1) : own) {
        const record = await this.keeping.changeable(manager, officer, id);
        const done = { year, number, doneOn: addDays(to, -4), note: null, asMeasures: false };
        await this.reporting.reportIn(manager, officer, record, done);
      }
    }
  }
}
