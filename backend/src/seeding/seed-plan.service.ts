import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TellPlan } from '../planner/tell-plan.service.js';
import { Clock } from '../platform/clock.js';
import { addDays, stockholmDate } from '../platform/dates.js';
import type { StaffMember } from '../platform/staff-member.js';
import type { DemoPolicePlan } from './demo-file.js';

/** Tells what the police of the example data have found at stretches, and planned. */
@Injectable()
export class SeedPlan {
  constructor(
    private readonly clock: Clock,
    private readonly plan: TellPlan,
  ) {}

  /** In the caller's transaction, once the wishes have been told. */
  async tell(
    { by, stretches, checks }: DemoPolicePlan,
    {
      manager,
      municipality,
      people,
      proposals,
    }: {
      readonly manager: EntityManager;
      readonly municipality: { readonly id: string };
      readonly people: ReadonlyMap<string, StaffMember>;
      readonly proposals: ReadonlyMap<string, { readonly id: string }>;
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
  }
}
