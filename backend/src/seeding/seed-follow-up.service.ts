import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WriteFollowUpService } from '../medborgarlofte/follow-ups/write-follow-up.service.js';
import type { StaffMember } from '../platform/staff-member.js';
import type { DemoStep } from './demo-plan.js';
import type { SeededCommitment } from './seeding.repository.js';

/** Tells a follow-up of the example data through the service that coordinators use. */
@Injectable()
export class SeedFollowUp {
  constructor(private readonly followUps: WriteFollowUpService) {}

  /** Drafts, writes and publishes it at the step's moment. */
  async tell(
    { followUp, asOf }: Extract<DemoStep, { do: 'follow-up' }>,
    {
      manager,
      commitments,
      people,
    }: {
      readonly manager: EntityManager;
      readonly commitments: ReadonlyMap<string, SeededCommitment>;
      readonly people: ReadonlyMap<string, StaffMember>;
    },
  ): Promise<void> {
    const staff = people.get(followUp.by);
    const [promise] = commitments.values();
    if (!staff || !promise) throw new Error('A follow-up needs somebody who writes it, and a promise');
    const writer = { staff, language: 'sv' } as const;
    const { medborgarlofteId } = promise;
    const draft = await this.followUps.draft(manager, { medborgarlofteId, asOf }, writer);
    const items = draft.items.map(({ commitmentId, slug, behind }) => {
      const words = followUp.items.find(({ commitment }) => commitment === slug);
      if (!words) throw new Error(`The follow-up says nothing about ${slug}`);
      const { result, deviation, nextStep } = words;
      return { commitmentId, result, deviation: behind ? deviation : '', nextStep };
    });
    const saved = await this.followUps.saveIn(manager, draft.id, { version: draft.version, items }, writer);
    await this.followUps.publish(manager, draft.id, { version: saved.version }, writer);
  }
}
