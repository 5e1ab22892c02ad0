import type { LiveDialogue } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { StaffLive } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import { LIVE_LIMITS } from '@lofteskartan/shared/medborgardialog-live';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { MedborgardialogPartsRepository } from '../medborgardialog-parts.repository.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';
import { dialogueKeepers } from '../medborgardialog.rules.js';
import { resultOf, roundOf } from '../statements/result.rules.js';
import { StatementRepository } from '../statements/statement.repository.js';
import { VoteRepository } from '../statements/vote.repository.js';
import { LiveQuestionsRepository } from './live-questions.repository.js';
import { LiveRepository } from './live.repository.js';

/** Reads what a dialogue shows while it is held. */
@Injectable()
export class ReadLive {
  private readonly asking = new Map<string, Promise<LiveDialogue>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly access: MedborgardialogAccess,
    private readonly parts: MedborgardialogPartsRepository,
    private readonly live: LiveRepository,
    private readonly questions: LiveQuestionsRepository,
    private readonly statements: StatementRepository,
    private readonly votes: VoteRepository,
  ) {}

  /** The dialogue of a code. @throws Refused `not.found`, also for a draft */
  async find(code: string): Promise<MedborgardialogRecord> {
    return this.access.publicByCode(this.dataSource.manager, code);
  }

  /**
   * What everybody sees. Phones that ask at the same time, because they cannot hold a line, share one answer.
   * @throws Refused `not.found`
   */
  shown(code: string): Promise<LiveDialogue> {
    const asked = this.asking.get(code);
    if (asked) return asked;
    const answer = this.now(code).finally(() => this.asking.delete(code));
    this.asking.set(code, answer);
    return answer;
  }

  /** The same, read after this moment: for those who are told that something is new. @throws Refused `not.found` */
  async now(code: string): Promise<LiveDialogue> {
    return this.view(this.dataSource.manager, await this.find(code));
  }

  /** What those who conduct it see. @throws Refused `not.found` */
  async forStaff(staff: StaffMember, reference: string): Promise<StaffLive> {
    const { manager } = this.dataSource;
    return this.staffView(manager, staff, await this.access.read(manager, staff, reference));
  }

  /** The same of a dialogue at hand. */
  async staffView(
    manager: EntityManager,
    staff: StaffMember,
    dialogue: MedborgardialogRecord,
  ): Promise<StaffLive> {
    const { revision, answered } = await this.live.ofDialogue(manager, dialogue.id);
    return {
      live: await this.view(manager, dialogue),
      revision,
      answered: [...answered],
      mayConduct: mayActIn(staff, dialogue.municipalityId, dialogueKeepers),
      statements: await this.statements.ofDialogue(manager, dialogue.id),
    };
  }

  /** What everybody sees of a dialogue at hand. */
  async view(manager: EntityManager, dialogue: MedborgardialogRecord): Promise<LiveDialogue> {
    const { id } = dialogue;
    const live = await this.live.ofDialogue(manager, id);
    const agenda = await this.parts.agenda(manager, id);
    const isOpen = dialogue.status === 'open';
    const current = isOpen ? live.question : null;
    const { answered } = live;
    const questions = await this.questions.published(manager, id, {
      current,
      answered,
      limit: LIVE_LIMITS.questions,
    });
    // What is prepared before it is opened is for those who conduct it.
    const isBefore = dialogue.status === 'draft' || dialogue.status === 'published';
    const counted = isBefore ? [] : await this.votes.counted(manager, id);
    const pins = await this.live.countPins(manager, id);
    return {
      dialogue: {
        reference: dialogue.reference,
        code: dialogue.shortCode,
        municipality: dialogue.municipality,
        center: dialogue.venuePosition,
        title: dialogue.title,
        status: dialogue.status,
        startsAt: dialogue.startsAt.toISOString(),
      },
      agenda: {
        items: agenda.map((item) => ({ id: item.id, title: item.title, minutes: item.minutes })),
        current: isOpen ? live.agendaItemId : null,
      },
      questions: {
        direct: live.questionsDirect,
        // It may have been refused meanwhile.
        current: questions.items.some(({ reference }) => reference === current) ? current : null,
        ...questions,
      },
      statements: isOpen
        ? counted
            .filter((statement) => statement.isOpen)
            .map((statement) => ({ id: statement.id, text: statement.text, round: roundOf(statement) }))
        : [],
      results: counted.map((statement) => resultOf({ ...statement, isOpen: isOpen && statement.isOpen })),
      pins: {
        prompt: isOpen ? live.pinPrompt : null,
        kind: live.pinKind,
        count: pins < LIVE_LIMITS.peopleBehindAFigure ? null : pins,
      },
    };
  }
}
