import type { UploadMeasurement } from '@lofteskartan/shared/contracts/speed-measurements';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TellMeasurement } from '../planner/measurements/tell-measurement.service.js';
import { TellPlan } from '../planner/tell-plan.service.js';
import { Clock } from '../platform/clock.js';
import { addDays, type IsoDate, stockholmDate } from '../platform/dates.js';
import type { StaffMember } from '../platform/staff-member.js';
import { demoPassages } from './demo-measurement.rules.js';
import type { DemoMeasurement, DemoPolicePlan } from './demo-file.js';

/** Tells what the police of the example data have found at stretches, planned and measured. */
@Injectable()
export class SeedPlan {
  constructor(
    private readonly clock: Clock,
    private readonly plan: TellPlan,
    private readonly measured: TellMeasurement,
  ) {}

  /** In the caller's transaction, once the wishes have been told. */
  async tell(
    { by, stretches, checks, measurements = [] }: DemoPolicePlan,
    {
      manager,
      municipality,
      people,
      proposals,
      days,
    }: {
      readonly manager: EntityManager;
      readonly municipality: { readonly id: string; readonly slug: string };
      readonly people: ReadonlyMap<string, StaffMember>;
      readonly proposals: ReadonlyMap<string, { readonly id: string }>;
      /** When activities were, by their ids in the file. */
      readonly days: ReadonlyMap<string, IsoDate>;
    },
  ): Promise<void> {
    const teller = people.get(by);
    if (!teller) throw new Error(`Nobody of the example data is ${by}`);
    const idOf = (key: string): string => {
      const found = proposals.get(key);
      if (!found) throw new Error(`The example data has no proposal ${key}`);
      return found.id;
    };
    const today = stockholmDate(this.clock.now());
    await this.plan.tell(manager, municipality.id, teller.accountId, {
      stretches: stretches.map(({ of, ...found }) => ({ ...found, proposalId: idOf(of) })),
      checks: checks.map(({ of, inDays, ...check }) => ({
        ...check,
        proposalId: idOf(of),
        plannedOn: addDays(today, inDays),
      })),
    });
    for (const measurement of measurements) {
      const from = addDays(days.get(measurement.around) ?? today, measurement.inDays);
      // The promise may be so young that the days are still to come.
      if (addDays(from, measurement.days) > today) continue;
      const stretch = { slug: municipality.slug, proposalId: idOf(measurement.of) };
      await this.measured.tell(manager, teller, stretch, uploadOf(measurement, from));
    }
  }
}

const uploadOf = (
  { source, measuredBy, direction, postedLimit, ...drawn }: DemoMeasurement,
  from: IsoDate,
): UploadMeasurement => ({
  source,
  measuredBy,
  file: demoPassages(from, drawn),
  ...(direction ? { direction } : {}),
  ...(postedLimit ? { postedLimit } : {}),
});
