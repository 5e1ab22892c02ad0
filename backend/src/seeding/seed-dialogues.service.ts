import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MoveDialogues } from '../medborgardialog/move-dialogues.service.js';
import { PlanDialogues } from '../medborgardialog/plan-dialogues.service.js';
import { SignUps } from '../medborgardialog/sign-ups/sign-up.service.js';
import { atMoment, Clock } from '../platform/clock.js';
import { addDays, startOfStockholmDay, stockholmDate } from '../platform/dates.js';
import type { StaffMember } from '../platform/staff-member.js';
import type { DemoDialogue } from './demo-dialogue.js';
import { positionOf } from './demo-position.js';
import { type SeededPlace, SeedingRepository } from './seeding.repository.js';

const hourMs = 3_600_000;
/** Dialogues are published four weeks ahead. */
const publishingMs = 28 * 24 * hourMs;

/** Where the dialogues of the example data are told. */
export interface DialogueStage {
  readonly manager: EntityManager;
  readonly municipality: { readonly id: string; readonly slug: string };
  readonly places: readonly SeededPlace[];
  /** Who keeps them. */
  readonly officer: StaffMember;
  /** Ids of commitments by their slugs. */
  readonly commitments: ReadonlyMap<string, { readonly id: string }>;
}

/** Tells the medborgardialoger of the example data through the services that staff and residents use. */
@Injectable()
export class SeedDialogues {
  constructor(
    private readonly clock: Clock,
    private readonly repository: SeedingRepository,
    private readonly planning: PlanDialogues,
    private readonly moving: MoveDialogues,
    private readonly signUps: SignUps,
  ) {}

  /** Plans each; those that are published have sign-ups, those that were held were opened and closed. */
  async seed(dialogues: readonly DemoDialogue[], stage: DialogueStage): Promise<void> {
    for (const dialogue of dialogues) await this.tell(dialogue, stage);
  }

  private async tell(dialogue: DemoDialogue, stage: DialogueStage): Promise<void> {
    const now = this.clock.now();
    const day = startOfStockholmDay(addDays(stockholmDate(now), dialogue.inDays));
    const startsAt = new Date(day.getTime() + 18 * hourMs);
    const planned = new Date(Math.min(startsAt.getTime() - publishingMs, now.getTime() - hourMs));
    const reference = await atMoment(planned, () => this.plan(dialogue, startsAt, stage));
    if (dialogue.state === 'draft') return;
    const { manager, officer } = stage;
    await atMoment(planned, () => this.moving.within(manager, officer, reference, 'publish'));
    await atMoment(new Date(planned.getTime() + hourMs / 2), () => this.signUp(dialogue, reference, stage));
    if (dialogue.state !== 'closed') return;
    await atMoment(startsAt, () => this.moving.within(manager, officer, reference, 'open'));
    await atMoment(new Date(startsAt.getTime() + 2 * hourMs), () =>
      this.moving.within(manager, officer, reference, 'close'),
    );
  }

  private async plan(dialogue: DemoDialogue, startsAt: Date, stage: DialogueStage): Promise<string> {
    const {
      state: _state,
      at,
      inDays: _days,
      commitments = [],
      places = [],
      en,
      easy,
      signUps: _all,
      ...words
    } = dialogue;
    const { manager, municipality, officer } = stage;
    const links = commitments.map((slug) => {
      const commitment = stage.commitments.get(slug);
      if (!commitment) throw new Error(`No commitment ${slug}`);
      return { kind: 'commitment' as const, key: commitment.id };
    });
    const placeLinks = [];
    for (const name of places)
      placeLinks.push({
        kind: 'place' as const,
        key: await this.repository.placeReference(manager, municipality.id, name),
      });
    return this.planning.createWithin(manager, officer, {
      ...words,
      municipality: municipality.slug,
      venuePosition: positionOf(at, stage.places),
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 2 * hourMs).toISOString(),
      questionsUntil: new Date(startsAt.getTime() - 48 * hourMs).toISOString(),
      translations: { ...(en && { en }), ...(easy && { easy }) },
      links: [...links, ...placeLinks],
    });
  }

  private async signUp(
    { signUps = [] }: DemoDialogue,
    reference: string,
    { manager }: DialogueStage,
  ): Promise<void> {
    for (const { people, needs = [] } of signUps)
      await this.signUps.makeWithin(manager, reference, { people, needs: [...needs] });
  }
}
