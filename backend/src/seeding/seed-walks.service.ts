import { randomUUID } from 'node:crypto';
import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import { Injectable } from '@nestjs/common';
import { AnswerStops } from '../inventory/walks/answer-stops.service.js';
import { HoldWalks } from '../inventory/walks/hold-walks.service.js';
import { ObserveStops } from '../inventory/walks/observe-stops.service.js';
import { PlanWalks } from '../inventory/walks/plan-walks.service.js';
import { ReadWalks } from '../inventory/walks/read-walks.service.js';
import { WalkAccess } from '../inventory/walks/walk-access.service.js';
import { WalkStops } from '../inventory/walks/walk-stops.service.js';
import { atMoment, Clock } from '../platform/clock.js';
import { addDays, startOfStockholmDay, stockholmDate } from '../platform/dates.js';
import { positionOf } from './demo-position.js';
import type { DemoWalk } from './demo-walk.js';
import type { InventoryStage } from './seed-inventory.service.js';
import { SeedingRepository } from './seeding.repository.js';

const hourMs = 3_600_000;
/** Walks are planned two weeks ahead. */
const planningMs = 14 * 24 * hourMs;

/** Tells the safety walks of the example data through the services that staff use. */
@Injectable()
export class SeedWalks {
  constructor(
    private readonly clock: Clock,
    private readonly repository: SeedingRepository,
    private readonly planning: PlanWalks,
    private readonly access: WalkAccess,
    private readonly stops: WalkStops,
    private readonly observing: ObserveStops,
    private readonly holding: HoldWalks,
    private readonly answering: AnswerStops,
    private readonly reading: ReadWalks,
  ) {}

  /** Plans each walk; those that were held get what was seen, the answers and a protocol. */
  async seed(walks: readonly DemoWalk[], stage: InventoryStage): Promise<void> {
    for (const walk of walks) await this.tell(walk, stage);
  }

  private async tell(walk: DemoWalk, stage: InventoryStage): Promise<void> {
    const today = stockholmDate(this.clock.now());
    const startsAt = new Date(startOfStockholmDay(addDays(today, walk.inDays)).getTime() + 18 * hourMs);
    if (walk.participants === undefined) {
      await this.plan(walk, startsAt, stage);
      return;
    }
    const reference = await atMoment(new Date(startsAt.getTime() - planningMs), () =>
      this.plan(walk, startsAt, stage),
    );
    await atMoment(new Date(startsAt.getTime() + 3 * hourMs), () => this.hold(walk, reference, stage));
    const publishedOn = addDays(today, -(walk.publishedDaysAgo ?? 0));
    const published = new Date(startOfStockholmDay(publishedOn).getTime() + 10 * hourMs);
    const now = this.clock.now();
    await atMoment(published < now ? published : now, () => this.publish(walk, reference, stage));
  }

  private async plan(walk: DemoWalk, startsAt: Date, stage: InventoryStage): Promise<string> {
    const { manager, officer, municipality } = stage;
    const { title, purpose, meetingPoint, organisers, locality } = walk;
    const plan = { title, purpose, meetingPoint, organisers: [...organisers], locality, municipality };
    const given = { ...plan, startsAt: startsAt.toISOString() };
    const reference = await this.planning.createWithin(manager, officer, given);
    for (const { name, at, causes = [] } of walk.stops) {
      const open = await this.access.add(manager, officer, reference);
      if (!at) {
        const place = await this.repository.placeReference(manager, open.municipalityId, name);
        await this.stops.addTo(manager, officer, open, { place });
        continue;
      }
      const id = randomUUID();
      await this.stops.addTo(manager, officer, open, { id, name, position: positionOf(at, stage.places) });
      const stop = await this.access.stop(manager, open, id);
      const facts = { causes: [...causes], when: [], seasons: [], isPublic: true };
      await this.stops.placeOf(manager, officer, open, stop, facts);
    }
    return reference;
  }

  private async hold(walk: DemoWalk, reference: string, { manager, officer }: InventoryStage): Promise<void> {
    const { stops } = await this.view(reference, { manager, officer });
    const open = await this.access.add(manager, officer, reference);
    for (const [index, { checklist, impression, note }] of walk.stops.entries()) {
      if (!checklist) continue;
      const seenAt = new Date(open.startsAt.getTime() + (index + 1) * (hourMs / 4)).toISOString();
      const seen = { checklist, impression, note, seenAt };
      await this.observing.observeWithin(manager, officer, open, stops[index]?.id ?? '', seen);
    }
    await this.holding.completeWithin(manager, officer, open, { participants: walk.participants ?? 1 });
  }

  private async publish(walk: DemoWalk, reference: string, stage: InventoryStage): Promise<void> {
    const { manager, officer, bodies } = stage;
    const { stops } = await this.view(reference, stage);
    const open = await this.access.add(manager, officer, reference);
    for (const [index, { answer, text, seen, measure, body }] of walk.stops.entries()) {
      if (!answer || !text) throw new Error(`A stop of ${walk.title} has no answer`);
      const shown = stops[index];
      const planned = shown?.measures.find(({ kind, state }) => kind === measure && state !== 'done');
      const stop = await this.access.stop(manager, open, shown?.id ?? '');
      await this.answering.answerWithin(manager, officer, open, stop, {
        kind: answer,
        text,
        seen,
        measureId: planned?.id,
        bodyId: body ? bodies.get(body) : null,
      });
    }
    await this.holding.publishWithin(manager, officer, open, null);
  }

  private view(
    reference: string,
    { manager, officer }: Pick<InventoryStage, 'manager' | 'officer'>,
  ): Promise<StaffWalk> {
    return this.reading.view(manager, officer, reference);
  }
}
