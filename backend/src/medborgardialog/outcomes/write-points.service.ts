import type {
  AddPoint,
  SavePoint,
  StaffPoints,
  WithdrawPoint,
} from '@lofteskartan/shared/contracts/medborgardialog-points';
import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import { MedborgardialogChanges } from '../medborgardialog-changes.service.js';
import { cleanText } from '../medborgardialog.rules.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';
import { NoteRepository } from '../paper/note.repository.js';
import { VoteRepository } from '../statements/vote.repository.js';
import { CheckPoint } from './check-point.service.js';
import {
  changesOf,
  faultsOfOutcome,
  historyOf,
  keepsDone,
  keptOutcome,
  saidOf,
  whyNotWithdraw,
} from './outcome.rules.js';
import { PointAccess, type PointWriter } from './point-access.service.js';
import { type NewPoint, type PointRecord, PointRepository } from './point.repository.js';
import { ReadPoints } from './read-points.service.js';

/** Writes down points, and what comes of them. */
@Injectable()
export class WritePoints {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly pointAccess: PointAccess,
    private readonly points: PointRepository,
    private readonly notes: NoteRepository,
    private readonly votes: VoteRepository,
    private readonly checking: CheckPoint,
    private readonly changes: MedborgardialogChanges,
    private readonly reading: ReadPoints,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `dialogue.draft`, `dialogue.cancelled`, `point.tooMany`, `input.invalid` */
  async add(
    writer: PointWriter,
    reference: string,
    given: AddPoint,
    key: string,
  ): Promise<Reply<StaffPoints>> {
    const { staff, language } = writer;
    const { status } = await this.idempotency.run({
      key,
      route: `POST /dialogues/${reference}/points`,
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const dialogue = await this.pointAccess.opened(manager, staff, reference);
        const known = await this.reading.current(manager, dialogue);
        const max = OUTCOME_LIMITS.points;
        if (known.length >= max) throw new Refused('point.tooMany', { params: { max } });
        const { source, ...point } = await this.given(manager, dialogue, given, known);
        const id = await this.points.insert(manager, dialogue, { source, ...point }, this.clock.now());
        const { number } = await this.pointAccess.point(manager, dialogue, id);
        await this.changes.added(manager, dialogue, staff, {
          type: 'point-added',
          changes: { point: number, source },
        });
        // The answer that is kept for a repeat holds nobody's words: a note can be removed for good.
        return new Reply(201, null);
      },
    });
    return new Reply(status, await this.reading.list(staff, reference, language));
  }

  /** What is written down, and where it comes from. @throws Refused `input.invalid` */
  private async given(
    manager: EntityManager,
    { id }: MedborgardialogRecord,
    { noteId = null, statementId = null, text: written }: AddPoint,
    known: readonly PointRecord[],
  ): Promise<NewPoint> {
    if (noteId !== null && !(await this.notes.one(manager, id, noteId)))
      throw invalidField('noteId', 'notFound');
    if (statementId !== null) {
      const statement = (await this.votes.counted(manager, id)).find((each) => each.id === statementId);
      if (!statement) throw invalidField('statementId', 'notFound');
      if (known.some((point) => point.statementId === statementId))
        throw invalidField('statementId', 'notUnique');
      return { source: 'statement', noteId, statementId, text: statement.text };
    }
    const text = cleanText(written);
    if (text === null) throw invalidField('text', 'required');
    return { source: noteId === null ? 'hand' : 'note', noteId, statementId, text };
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `dialogue.draft`, `dialogue.cancelled`, `input.invalid` */
  save(writer: PointWriter, reference: string, id: string, given: SavePoint): Promise<StaffPoints> {
    const { staff, language } = writer;
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.pointAccess.opened(manager, staff, reference);
      const point = await this.pointAccess.unchanged(manager, dialogue, id, given.version);
      const said = keptOutcome(saidOf(given, point));
      const errors = faultsOfOutcome(said);
      if (errors.length > 0) throw new Refused('input.invalid', { errors });
      await this.checking.check(manager, dialogue, point, said);
      const changed = changesOf(point, said);
      const losesDone = point.doneOn !== null && !keepsDone(point, said);
      const undone = losesDone ? { doneOn: { before: point.doneOn, after: null } } : {};
      if (changed !== null) {
        await this.points.update(manager, id, said, this.clock.now());
        await this.changes.added(manager, dialogue, staff, {
          type: 'point-changed',
          changes: { point: point.number, ...historyOf(changed, point.source), ...undone },
        });
      }
      return this.reading.view(manager, staff, dialogue, language);
    });
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `point.isQuestion`, `dialogue.draft`, `dialogue.cancelled`, `input.invalid` */
  withdraw(writer: PointWriter, reference: string, id: string, given: WithdrawPoint): Promise<StaffPoints> {
    const { staff, language } = writer;
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.pointAccess.opened(manager, staff, reference);
      const point = await this.pointAccess.unchanged(manager, dialogue, id, given.version);
      const refusal = whyNotWithdraw(point.source);
      if (refusal) throw new Refused(refusal);
      const reason = cleanText(given.reason);
      if (reason === null) throw invalidField('reason', 'required');
      await this.points.withdraw(manager, id, this.clock.now());
      const changes = { point: point.number };
      await this.changes.added(manager, dialogue, staff, { type: 'point-withdrawn', reason, changes });
      return this.reading.view(manager, staff, dialogue, language);
    });
  }
}
