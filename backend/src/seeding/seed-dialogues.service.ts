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
import { type HeldStage, SeedHeldDialogues } from './seed-held-dialogues.service.js';
import { SeedQuestions } from './seed-questions.service.js';
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

/** A dialogue that is planned, and what is told of it afterwards. */
export interface ToldDialogue extends HeldStage {
  readonly dialogue: DemoDialogue;
  /** When questions for it began to come. */
  readonly from: Date;
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
    private readonly questions: SeedQuestions,
    private readonly heldOnes: SeedHeldDialogues,
  ) {}

  /** Plans each; those that are published have sign-ups, those that were held were opened and closed. */
  async seed(dialogues: readonly DemoDialogue[], stage: DialogueStage): Promise<ToldDialogue[]> {
    const told: ToldDialogue[] = [];
    for (const dialogue of dialogues) told.push(await this.tell(dialogue, stage));
    return told;
  }

  /** Tells what people said and what came of it, once the rest of the example data is there: each act is a transaction of its own. */
  async goOn(told: readonly ToldDialogue[]): Promise<void> {
    for (const { dialogue, from, ...stage } of told) {
      await this.questions.tell(dialogue.questions ?? [], { from, ...stage });
      if (dialogue.held) await this.heldOnes.tell(dialogue.held, stage);
    }
  }

  private async tell(dialogue: DemoDialogue, stage: DialogueStage): Promise<ToldDialogue> {
    const now = this.clock.now();
    const day = startOfStockholmDay(addDays(stockholmDate(now), dialogue.inDays));
    const startsAt = new Date(day.getTime() + 18 * hourMs);
    const planned = new Date(Math.min(startsAt.getTime() - publishingMs, now.getTime() - hourMs));
    const reference = await atMoment(planned, () => this.plan(dialogue, startsAt, stage));
    const { manager, officer } = stage;
    const code = await this.repository.dialogueCode(manager, reference);
    const from = new Date(planned.getTime() + hourMs);
    const told = { dialogue, reference, code, from, startsAt, today: stockholmDate(now), officer };
    if (dialogue.state === 'draft') return told;
    await atMoment(planned, () => this.moving.within(manager, officer, reference, 'publish'));
    await atMoment(new Date(planned.getTime() + hourMs / 2), () => this.signUp(dialogue, reference, stage));
    if (dialogue.state !== 'closed') return told;
    await atMoment(startsAt, () => this.moving.within(manager, officer, reference, 'open'));
    await atMoment(new Date(startsAt.getTime() + 2 * hourMs), () =>
      this.moving.within(manager, officer, reference, 'close'),
    );
    return told;
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
      questions: _asked,
      held: _held,
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
