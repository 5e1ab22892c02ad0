import type {
  FollowedPoint,
  PublishDialogueFollowUp,
  SaveDialogueFollowUp,
  StaffDialogueFollowUps,
} from '@lofteskartan/shared/contracts/medborgardialog-follow-ups';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { MedborgardialogChanges } from '../medborgardialog-changes.service.js';
import { MedborgardialogRepository, type MedborgardialogRecord } from '../medborgardialog.repository.js';
import { cleanText, dialogueKeepers, dialogueMoves } from '../medborgardialog.rules.js';
import { countStandings } from '../outcomes/outcome.rules.js';
import type { PointWriter } from '../outcomes/point-access.service.js';
import { frozenFollowUp } from './follow-up.view.js';
import { FollowUpRepository, type FollowUpRecord } from './follow-up.repository.js';
import { PointsToday } from './points-today.service.js';
import { ReportRepository, type FrozenReport } from './report.repository.js';
import { whyNotFollowUp, whyNotWrite } from './report.rules.js';

/** The follow-ups of a dialogue: they prepare themselves from what has happened since, staff add words, and everyone reads them. */
@Injectable()
export class WriteDialogueFollowUps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: MedborgardialogAccess,
    private readonly dialogues: MedborgardialogRepository,
    private readonly reports: ReportRepository,
    private readonly followUps: FollowUpRepository,
    private readonly today: PointsToday,
    private readonly changes: MedborgardialogChanges,
  ) {}

  /** @throws Refused `not.found` */
  async list(staff: StaffMember, reference: string, language: Language): Promise<StaffDialogueFollowUps> {
    const { manager } = this.dataSource;
    return this.view(manager, staff, await this.access.read(manager, staff, reference), language);
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `followUp.published`, `input.invalid` */
  save(
    { staff, language }: PointWriter,
    reference: string,
    told: string,
    given: SaveDialogueFollowUp,
  ): Promise<StaffDialogueFollowUps> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.access.add(manager, staff, reference);
      const followUp = await this.unchanged(manager, dialogue, told, given.version);
      const { months } = followUp;
      const refusal = whyNotWrite(followUp.publishedAt !== null);
      if (refusal) throw new Refused(refusal);
      const report = await this.report(manager, dialogue);
      const strange = given.items.findIndex(
        ({ number }) => !report.points.some((each) => each.number === number),
      );
      if (strange >= 0) throw invalidField(`items[${String(strange)}].number`, 'notFound');
      const pointWords = Object.fromEntries(
        given.items.flatMap(({ number, words }) => {
          const cleaned = cleanText(words);
          return cleaned === null ? [] : [[String(number), cleaned]];
        }),
      );
      await this.followUps.save(manager, dialogue.id, {
        months,
        words: cleanText(given.words) ?? '',
        pointWords,
      });
      await this.changes.added(manager, dialogue, staff, { type: 'follow-up-saved', changes: { months } });
      return this.view(manager, staff, dialogue, language);
    });
  }

  /**
   * @throws Refused `not.found`, `role.insufficient`, `version.stale`, `followUp.published`, `dialogueFollowUp.notDue`,
   * `dialogue.notReported`, `dialogue.cancelled`, `dialogue.draft`, `input.invalid`
   */
  publish(
    { staff, language }: PointWriter,
    reference: string,
    told: string,
    { version }: PublishDialogueFollowUp,
  ): Promise<StaffDialogueFollowUps> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.access.add(manager, staff, reference);
      const followUp = await this.unchanged(manager, dialogue, told, version);
      const now = this.clock.now();
      const { months, dueOn, publishedAt } = followUp;
      const refusal = whyNotFollowUp(
        dialogue.status,
        { dueOn, isPublished: publishedAt !== null },
        stockholmDate(now),
      );
      if (refusal) throw new Refused(refusal);
      if (followUp.words === '') throw invalidField('words', 'required');
      const report = await this.report(manager, dialogue);
      const points = await this.pointsOf(manager, report, followUp, language);
      await this.followUps.publish(
        manager,
        dialogue.id,
        months,
        frozenFollowUp(report, followUp, points),
        now,
      );
      await this.dialogues.move(manager, dialogue.id, dialogueMoves['follow-up'].to, now);
      await this.changes.changed(manager, dialogue, staff, { type: 'followed-up', changes: { months } });
      return this.view(manager, staff, await this.access.read(manager, staff, reference), language);
    });
  }

  private async unchanged(
    manager: EntityManager,
    { id }: MedborgardialogRecord,
    told: string,
    version: number,
  ): Promise<FollowUpRecord> {
    const followUp = (await this.followUps.ofDialogue(manager, id)).find(
      (each) => String(each.months) === told,
    );
    if (!followUp) throw new Refused('not.found');
    if (followUp.version !== version) throw new Refused('version.stale');
    return followUp;
  }

  private async report(manager: EntityManager, { id }: MedborgardialogRecord): Promise<FrozenReport> {
    const view = await this.reports.latest(manager, id);
    if (!view) throw new Error('A follow-up without a report');
    return view;
  }

  private async pointsOf(
    manager: EntityManager,
    report: FrozenReport,
    { pointWords }: FollowUpRecord,
    language: Language,
  ): Promise<FollowedPoint[]> {
    const points = await this.today.of(manager, report, language);
    return points.map((point) =>
      Object.assign({}, point, { words: pointWords[String(point.number)] ?? null }),
    );
  }

  private async view(
    manager: EntityManager,
    staff: StaffMember,
    dialogue: MedborgardialogRecord,
    language: Language,
  ): Promise<StaffDialogueFollowUps> {
    const { id, reference, municipality, municipalityId, title, status } = dialogue;
    const rows = await this.followUps.ofDialogue(manager, id);
    const today = stockholmDate(this.clock.now());
    const items = [];
    for (const row of rows) {
      const { months, version, dueOn, words, publishedAt } = row;
      const points = await this.pointsOf(manager, await this.report(manager, dialogue), row, language);
      items.push({
        months,
        version,
        dueOn,
        isDue: publishedAt === null && dueOn <= today,
        publishedAt: publishedAt?.toISOString() ?? null,
        words,
        points,
        standings: countStandings(points),
      });
    }
    const mayChange = mayActIn(staff, municipalityId, dialogueKeepers);
    return { reference, municipality, title, status, mayChange, items };
  }
}
