import type { ProposeStatement } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type {
  AddStatement,
  ChangeStatement,
  StaffLive,
} from '@lofteskartan/shared/contracts/medborgardialog-statements';
import type { StatementSource } from '@lofteskartan/shared/medborgardialog-live';
import { isTrapFilled } from '@lofteskartan/shared/trap';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { LiveChanges } from '../live/live-changes.service.js';
import { ReadLive } from '../live/read-live.service.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { MedborgardialogChanges } from '../medborgardialog-changes.service.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';
import { cleanText, whyNotChange, whyNotLive } from '../medborgardialog.rules.js';
import { StatementRepository } from './statement.repository.js';
import { whyNotAddStatement, whyNotMoveStatement, whyNotReword } from './statement.rules.js';

/** Keeps the statements that people vote on. */
@Injectable()
export class KeepStatements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly access: MedborgardialogAccess,
    private readonly statements: StatementRepository,
    private readonly history: MedborgardialogChanges,
    private readonly changes: LiveChanges,
    private readonly reading: ReadLive,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `dialogue.cancelled`, `dialogue.reported`, `statement.tooMany` */
  add(staff: StaffMember, reference: string, body: AddStatement, key: string): Promise<Reply<StaffLive>> {
    return this.idempotency.run({
      key,
      route: `POST /dialogues/${reference}/statements`,
      caller: staff.accountId,
      body,
      work: async (manager) => {
        const dialogue = await this.access.add(manager, staff, reference);
        const refusal = whyNotChange(dialogue.status);
        if (refusal) throw new Refused(refusal);
        const source = body.fromResident === true ? 'resident' : 'staff';
        await this.insert(manager, dialogue, body.text, source, staff);
        return new Reply(201, await this.reading.staffView(manager, staff, dialogue));
      },
    });
  }

  /**
   * One that somebody at the dialogue proposes waits until it is read. What filled in the field that no person sees is answered the same and
   * kept nowhere.
   * @throws Refused `not.found`, `dialogue.notOpen`, `dialogue.cancelled`, `statement.tooMany`
   */
  propose(code: string, body: ProposeStatement, key: string): Promise<Reply<undefined>> {
    return this.idempotency.run({
      key,
      route: `POST /live/${code}/statements`,
      caller: 'public',
      body,
      work: async (manager) => {
        const { reference } = await this.access.publicByCode(manager, code);
        const dialogue = await this.access.publicLocked(manager, reference);
        const refusal = whyNotLive(dialogue.status);
        if (refusal) throw new Refused(refusal);
        if (!isTrapFilled(body)) await this.insert(manager, dialogue, body.text, 'resident', null);
        return new Reply(204, undefined);
      },
    });
  }

  /** @throws Refused `not.found`, `role.insufficient`, `dialogue.cancelled`, `dialogue.reported`, `version.stale`, `statement.shown`, `statement.wrongState` */
  change(staff: StaffMember, reference: string, id: string, body: ChangeStatement): Promise<StaffLive> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.access.add(manager, staff, reference);
      const statement = await this.statements.locked(manager, dialogue.id, id);
      if (!statement) throw new Refused('not.found');
      if (statement.version !== body.version) throw new Refused('version.stale');
      const text = cleanText(body.text) ?? statement.text;
      const status = body.status ?? statement.status;
      const refusal =
        whyNotChange(dialogue.status) ??
        (text === statement.text ? null : whyNotReword(statement.status)) ??
        whyNotMoveStatement(statement.status, status);
      if (refusal) throw new Refused(refusal);
      await this.statements.update(manager, id, { text, status });
      const changes = {
        statement: id,
        ...(text === statement.text ? {} : { text: { from: statement.text, to: text } }),
        ...(status === statement.status ? {} : { status: { from: statement.status, to: status } }),
      };
      await this.history.added(manager, dialogue, staff, { type: 'statement-changed', changes });
      await this.changes.conducted(manager, dialogue.id);
      return this.reading.staffView(manager, staff, dialogue);
    });
  }

  private async insert(
    manager: EntityManager,
    dialogue: MedborgardialogRecord,
    given: string,
    source: StatementSource,
    staff: StaffMember | null,
  ): Promise<void> {
    const text = cleanText(given);
    if (text === null) throw invalidField('text', 'required');
    const others = await this.statements.ofDialogue(manager, dialogue.id);
    const refusal = whyNotAddStatement(source, {
      kept: others.filter(({ status }) => status !== 'refused').length,
      waiting: others.filter((other) => other.status === 'waiting' && other.source === 'resident').length,
    });
    if (refusal) throw new Refused(refusal);
    const statement = await this.statements.insert(manager, dialogue.id, { text, source });
    await this.history.added(manager, dialogue, staff, { type: 'statement-added', changes: { statement } });
    await this.changes.conducted(manager, dialogue.id);
  }
}
