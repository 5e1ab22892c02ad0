import { randomBytes, randomUUID } from 'node:crypto';
import { STATEMENT_VOTES } from '@lofteskartan/shared/medborgardialog-live';
import { isLinked } from '@lofteskartan/shared/medborgardialog-outcomes';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MoveDialogues } from '../medborgardialog/move-dialogues.service.js';
import { CompletePoints } from '../medborgardialog/outcomes/complete-point.service.js';
import { ReadPoints } from '../medborgardialog/outcomes/read-points.service.js';
import { WritePoints } from '../medborgardialog/outcomes/write-points.service.js';
import { KeepPaperVotes } from '../medborgardialog/paper/keep-paper-votes.service.js';
import { KeepPaper } from '../medborgardialog/paper/keep-paper.service.js';
import { PrepareReport } from '../medborgardialog/reports/prepare-report.service.js';
import { PublishReport } from '../medborgardialog/reports/publish-report.service.js';
import { WriteDialogueFollowUps } from '../medborgardialog/reports/write-follow-ups.service.js';
import { CastVotes } from '../medborgardialog/statements/cast-votes.service.js';
import { KeepStatements } from '../medborgardialog/statements/keep-statements.service.js';
import { atMoment, Clock } from '../platform/clock.js';
import { addDays, type IsoDate, startOfStockholmDay, stockholmDate } from '../platform/dates.js';
import type { StaffMember } from '../platform/staff-member.js';
import type { DemoHeld, DemoPoint, DemoStatement } from './demo-held-dialogue.js';

const hourMs = 3_600_000;
const language = 'sv';
/** The morning of so many days before a day. */
const daysBefore = (today: IsoDate, days: number): Date =>
  new Date(startOfStockholmDay(addDays(today, -days)).getTime() + 10 * hourMs);

/** A dialogue of the example data that was held. */
export interface HeldStage {
  readonly reference: string;
  /** The code of its live page. */
  readonly code: string;
  readonly startsAt: Date;
  /** The day on which the example data is told. */
  readonly today: IsoDate;
  readonly officer: StaffMember;
}

/** Tells how a medborgardialog was held and what came of it, through the services that staff and residents use. */
@Injectable()
export class SeedHeldDialogues {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly moving: MoveDialogues,
    private readonly statements: KeepStatements,
    private readonly voting: CastVotes,
    private readonly paper: KeepPaper,
    private readonly paperVotes: KeepPaperVotes,
    private readonly reading: ReadPoints,
    private readonly points: WritePoints,
    private readonly completing: CompletePoints,
    private readonly preparing: PrepareReport,
    private readonly publishing: PublishReport,
    private readonly followUps: WriteDialogueFollowUps,
  ) {}

  async tell(held: DemoHeld, stage: HeldStage): Promise<void> {
    const { startsAt } = stage;
    const after = (hours: number) => new Date(startsAt.getTime() + hours * hourMs);
    await atMoment(startsAt, () => this.move(stage, 'open'));
    await atMoment(after(1), () => this.hold(held, stage));
    await atMoment(after(2), () => this.move(stage, 'close'));
    const { afterDays, summary } = held.report;
    await atMoment(after(24 * afterDays), async () => {
      for (const point of held.points) await this.decide(point, stage);
      const { version } = await this.preparing.read(stage.officer, stage.reference, language);
      await this.publishing.publish(this.writer(stage), stage.reference, { version, summary });
    });
    for (const point of held.points) await this.complete(point, stage);
    await atMoment(daysBefore(stage.today, held.followUp.daysAgo), () => this.followUp(held, stage));
  }

  private writer = ({ officer }: HeldStage) => ({ staff: officer, language }) as const;

  private move({ officer, reference }: HeldStage, to: 'open' | 'close'): Promise<void> {
    return this.dataSource.transaction((manager) => this.moving.within(manager, officer, reference, to));
  }

  /** What people said that evening: on phones, on paper, and at the tables. */
  private async hold({ statements, notes, attendance }: DemoHeld, stage: HeldStage): Promise<void> {
    const { officer, reference } = stage;
    const voters = Array.from({ length: 40 }, () => randomBytes(16).toString('hex'));
    for (const statement of statements) await this.ask(statement, voters, stage);
    const writtenAt = this.clock.now().toISOString();
    for (const { table, text } of notes) {
      const id = randomUUID();
      await this.paper.addNote(officer, reference, { id, table, text, writtenAt }, randomUUID());
      await this.paper.saveNote(officer, reference, id, { version: 1, table, text, state: 'included' });
    }
    const localities = attendance.map((each) => ({ ...each }));
    await this.paper.saveAttendance(officer, reference, { version: 0, localities });
  }

  private async ask(
    { text, phones, tables }: DemoStatement,
    voters: readonly string[],
    { officer, reference, code }: HeldStage,
  ): Promise<void> {
    const added = await this.statements.add(officer, reference, { text }, randomUUID());
    const made = added.body.statements.find((each) => each.text === text);
    if (!made) throw new Error(`The statement “${text}” was not kept`);
    const { id, version } = made;
    await this.statements.change(officer, reference, id, { version, status: 'open' });
    const votes = STATEMENT_VOTES.flatMap((vote) => Array.from({ length: phones[vote] }, () => vote));
    for (const [index, vote] of votes.entries())
      await this.voting.cast(code, { statement: id, voter: voters[index] ?? '', vote }, 'example');
    for (const counts of tables)
      await this.paperVotes.save(officer, reference, { statementId: id, ...counts });
  }

  /** What comes of a point: one of a question is there already. */
  private async decide(point: DemoPoint, stage: HeldStage): Promise<void> {
    const { officer, reference, today } = stage;
    const { text, outcome, publicText, thing, outsideWho, owner, dueInDays } = point;
    let all = await this.reading.list(officer, reference, language);
    if (!all.points.some((each) => each.text === text)) {
      const notes = await this.paper.read(officer, reference);
      const noteId = notes.notes.find(({ table }) => table === point.table)?.id;
      all = (await this.points.add(this.writer(stage), reference, { text, noteId }, randomUUID())).body;
    }
    const { id, version } = found(all.points, (each) => each.text === text, text);
    const choices =
      isLinked(outcome) && (await this.reading.choices(officer, reference, { kind: outcome, q: thing }));
    await this.points.save(this.writer(stage), reference, id, {
      version,
      text,
      outcome,
      publicText,
      outsideWho,
      thingId: choices ? found(choices.items, () => true, thing ?? text).id : null,
      organisationId: owner ? found(all.organisations, ({ name }) => name === owner, owner).id : null,
      dueOn: dueInDays === undefined ? null : addDays(today, dueInDays),
    });
  }

  private async complete({ text, done }: DemoPoint, stage: HeldStage): Promise<void> {
    if (!done) return;
    const moment = daysBefore(stage.today, done.daysAgo);
    await atMoment(moment, async () => {
      const { points } = await this.reading.list(stage.officer, stage.reference, language);
      const { id, version } = found(points, (each) => each.text === text, text);
      const given = { version, doneOn: stockholmDate(moment), text: done.text };
      await this.completing.complete(this.writer(stage), stage.reference, id, given);
    });
  }

  private async followUp({ followUp }: DemoHeld, stage: HeldStage): Promise<void> {
    const { officer, reference } = stage;
    const { points } = await this.reading.list(officer, reference, language);
    const items = followUp.of.map(({ point, words }) => ({
      number: found(points, ({ text }) => text.startsWith(point), point).number,
      words,
    }));
    const saved = await this.followUps.save(this.writer(stage), reference, '6', {
      version: 1,
      words: followUp.words,
      items,
    });
    const { version } = found(saved.items, ({ months }) => months === 6, 'six months');
    await this.followUps.publish(this.writer(stage), reference, '6', { version });
  }
}

function found<Item>(items: readonly Item[], is: (item: Item) => boolean, name: string): Item {
  const item = items.find(is);
  if (!item) throw new Error(`The example data names “${name}”, which is not there`);
  return item;
}
