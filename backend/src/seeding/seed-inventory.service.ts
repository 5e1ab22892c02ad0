import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CompleteMeasures } from '../inventory/complete-measure.service.js';
import { KeepInventory } from '../inventory/keep-inventory.service.js';
import { Measures } from '../inventory/measures.service.js';
import { ProjectPlace } from '../inventory/project-place.service.js';
import { atMoment, Clock } from '../platform/clock.js';
import { addDays, stockholmDate } from '../platform/dates.js';
import type { StaffMember } from '../platform/staff-member.js';
import { SupporterOutcomes } from '../proposals/outcomes/supporter-outcomes.service.js';
import { TellOutcomeService } from '../proposals/outcomes/tell-outcome.service.js';
import { ProposalsForStaff } from '../proposals/proposals-for-staff.service.js';
import type { DemoFile, DemoInventoryPlace } from './demo-file.js';
import { SeedLighting } from './seed-lighting.service.js';
import { SeedWalks } from './seed-walks.service.js';
import type { SeededPlace } from './seeding.repository.js';
import { SeedWheel } from './seed-wheel.service.js';

/** What the places of the example data are made of. */
export interface InventoryStage {
  readonly manager: EntityManager;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly officer: StaffMember;
  readonly places: readonly SeededPlace[];
  readonly bodies: ReadonlyMap<string, string>;
  readonly proposals: ReadonlyMap<string, { readonly id: string; readonly reference: string }>;
}

const dayMs = 86_400_000;

/** Tells the places of the example data through the services that staff and residents use. */
@Injectable()
export class SeedInventory {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalsForStaff,
    private readonly keeping: KeepInventory,
    private readonly measures: Measures,
    private readonly completing: CompleteMeasures,
    private readonly outcomes: TellOutcomeService,
    private readonly supporters: SupporterOutcomes,
    private readonly projection: ProjectPlace,
    private readonly lighting: SeedLighting,
    private readonly walks: SeedWalks,
    private readonly wheel: SeedWheel,
  ) {}

  /** Makes each place with what was planned, done and said about it, and tells of the lighting and of safety walks. */
  async seed(
    file: Pick<DemoFile, 'places' | 'lighting' | 'walks' | 'wheel'>,
    stage: InventoryStage,
  ): Promise<void> {
    for (const place of file.places ?? []) await this.tell(place, stage);
    await this.lighting.seed(file.lighting ?? [], stage);
    await this.walks.seed(file.walks ?? [], stage);
    await this.wheel.seed(file.wheel ?? [], stage);
  }

  private async tell(place: DemoInventoryPlace, stage: InventoryStage): Promise<void> {
    const { manager, officer } = stage;
    const made = await this.make(place, stage);
    const ownerId = (place.body && stage.bodies.get(place.body)) ?? null;
    const now = this.clock.now();
    const today = stockholmDate(now);
    for (const { kind, text, planned, cost, doneDaysAgo, isPublic = true } of place.measures ?? []) {
      const plannedOn = planned === undefined ? null : addDays(today, planned);
      const measure = { kind, text, plannedOn, cost, ownerId, isPublic };
      const id = await this.measures.addTo(manager, officer, made, measure);
      if (doneDaysAgo === undefined) continue;
      const done = { doneOn: addDays(today, -doneDaysAgo), text, activityId: null };
      await atMoment(new Date(now.getTime() - doneDaysAgo * dayMs), () =>
        this.completing.noteDone(manager, officer, made, { id, kind }, done),
      );
    }
    for (const [proposal, safetyNow] of Object.entries(place.safetySince ?? {})) {
      const sent = stage.proposals.get(proposal);
      if (sent) await this.outcomes.tellWithin(manager, sent.id, { helped: 'yes', safetyNow });
    }
    await this.askSupporters(place, stage);
    await this.projection.project(manager, made.id);
  }

  private async askSupporters(
    { proposals: [first], supportersSaid = [] }: DemoInventoryPlace,
    { manager, proposals }: InventoryStage,
  ): Promise<void> {
    const sent = first && proposals.get(first);
    const proposal = sent && (await this.proposals.byReference(manager, sent.reference));
    if (!proposal) return;
    const supports = await this.supporters.supportsOf(manager, proposal.id);
    for (const { daysAgo, safety } of supportersSaid)
      await atMoment(new Date(this.clock.now().getTime() - daysAgo * dayMs), async () => {
        for (const [index, safetyNow] of safety.entries()) {
          const support = supports[index];
          const helped = safetyNow > 3 ? 'yes' : 'partly';
          if (support) await this.supporters.tellWithin(manager, support, proposal, { helped, safetyNow });
        }
      });
  }

  private async make(
    { proposals, name, description, note, seasons, lampNumbers, isPublic, body }: DemoInventoryPlace,
    { manager, municipality, officer, bodies, proposals: all }: InventoryStage,
  ): Promise<{ id: string; municipalityId: string }> {
    const sent = proposals.flatMap((id) => all.get(id) ?? []);
    const first = sent[0] && (await this.proposals.byReference(manager, sent[0].reference));
    if (!first?.position || !('causes' in first.details)) throw new Error(`${name} has no dark place`);
    const place = {
      municipality,
      name,
      position: first.position,
      causes: first.details.causes,
      when: first.details.when,
      seasons: [...seasons],
      bodyId: (body && bodies.get(body)) ?? null,
      description,
      note,
      lampNumbers: [...(lampNumbers ?? [])],
      isPublic,
      proposals: sent.map(({ reference }) => reference),
    };
    const id = await this.keeping.createWithin(manager, { staff: officer, language: 'sv' }, place);
    return { id, municipalityId: first.municipalityId };
  }
}
