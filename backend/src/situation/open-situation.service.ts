import type { SituationQuery } from '@lofteskartan/shared/contracts/situation';
import type { Role } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import type { MunicipalityRecord } from '../municipalities/municipality-record.js';
import { Clock } from '../platform/clock.js';
import { endOfStockholmDay, type IsoDate, startOfStockholmDay, stockholmDate } from '../platform/dates.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { mayActIn, triageRoles } from '../staff/access.rules.js';
import type { Window } from './heard.repository.js';
import { type Days, faultOf } from './period.rules.js';

/** Who reads the picture: those who handle proposals, police and municipality alike. It is one picture for all of them. */
export const situationReaders: readonly Role[] = triageRoles;

/** A municipality and the days that a picture is of. */
export interface OpenedSituation {
  readonly municipality: MunicipalityRecord;
  readonly days: Days;
  readonly today: IsoDate;
}

/** Opens the picture of a municipality to its staff. */
@Injectable()
export class OpenSituation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
  ) {}

  /** @throws Refused `not.found`, also for a municipality in which the person does not work; `input.invalid` for days that cannot be */
  async open(staff: StaffMember, slug: string, query: SituationQuery): Promise<OpenedSituation> {
    const municipality = await this.municipalities.bySlugForStaff(this.dataSource.manager, slug);
    if (!municipality || !mayActIn(staff, municipality.id, situationReaders)) throw new Refused('not.found');
    const today = stockholmDate(this.clock.now());
    const fault = faultOf(query, today);
    if (fault) throw invalidField(fault.field, fault.code, fault.params);
    const { from, to } = query;
    return { municipality, days: { from, until: to < today ? to : today }, today };
  }
}

/** The moments that some days are made of. */
export const windowOf = ({ from, until }: Days): Window => ({
  from: startOfStockholmDay(from),
  before: endOfStockholmDay(until),
});
