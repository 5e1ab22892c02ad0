import type { WheelItem, YearlyWheel } from '@lofteskartan/shared/contracts/yearly-wheel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../../municipalities/bodies/responsible-bodies.service.js';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import type { MunicipalityRecord } from '../../municipalities/municipality-record.js';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { inventoryKeepers, inventoryReaders } from '../place.rules.js';
import { lateOf, occurrencesOf } from './wheel.rules.js';
import { WheelRepository } from './wheel.repository.js';

/** The yearly wheel as staff read it. */
@Injectable()
export class ReadWheel {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly bodies: ResponsibleBodies,
    private readonly wheel: WheelRepository,
  ) {}

  /** @throws Refused `not.found` for a municipality in which the person does not work */
  async year(staff: StaffMember, slug: string, year?: number): Promise<YearlyWheel> {
    const { manager } = this.dataSource;
    return this.view(manager, staff, await this.readable(manager, staff, slug), year);
  }

  /** A municipality for somebody who reads its inventory. @throws Refused `not.found` */
  async readable(manager: EntityManager, staff: StaffMember, slug: string): Promise<MunicipalityRecord> {
    const found = await this.municipalities.bySlugForStaff(manager, slug);
    if (!found || !mayActIn(staff, found.id, inventoryReaders)) throw new Refused('not.found');
    return found;
  }

  /** The wheel of a year as it is in the caller's transaction. */
  async view(
    manager: EntityManager,
    staff: StaffMember,
    { id, slug }: Pick<MunicipalityRecord, 'id' | 'slug'>,
    asked?: number,
  ): Promise<YearlyWheel> {
    const today = stockholmDate(this.clock.now());
    const year = asked ?? Number(today.slice(0, 4));
    const records = await this.wheel.ofMunicipality(manager, id);
    const ids = records.map((each) => each.id);
    const places = await this.wheel.covered(manager, ids);
    const reports = await this.wheel.reports(manager, ids);
    const events = await this.wheel.events(manager, ids);
    const items = records.map(({ municipalityId: _here, ...item }): WheelItem => ({
      ...item,
      due: [...item.due],
      places: (places.get(item.id) ?? []).map(({ reference, name }) => ({ reference, name })),
      occurrences: occurrencesOf(item, year, reports.get(item.id) ?? [], today),
      events: events.get(item.id) ?? [],
    }));
    const late = records.flatMap((item) =>
      lateOf(item, reports.get(item.id) ?? [], today).map((each) => ({
        ...each,
        itemId: item.id,
        title: item.title,
        unit: item.unit,
      })),
    );
    const bodies = await this.bodies.choices(manager, id, null, null);
    return {
      municipality: slug,
      year,
      today,
      items,
      late: late.sort((a, b) => a.to.localeCompare(b.to)),
      bodies: bodies.map((body) => ({ id: body.id, name: body.name })),
      choices: await this.wheel.choices(manager, id),
      mayChange: mayActIn(staff, id, inventoryKeepers),
    };
  }
}
