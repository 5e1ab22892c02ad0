import type { DialoguePaper, SavePaperVotes } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { LiveChanges } from '../live/live-changes.service.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { MedborgardialogChanges } from '../medborgardialog-changes.service.js';
import { cleanText } from '../medborgardialog.rules.js';
import { KeepPaper } from './keep-paper.service.js';
import { isNone, isSameCount, whyNotPaper } from './paper.rules.js';
import { PaperVoteRepository } from './paper-vote.repository.js';

/** Keeps votes that were ticked on paper, as counts of a table: they weigh as much as those of phones. */
@Injectable()
export class KeepPaperVotes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: MedborgardialogAccess,
    private readonly votes: PaperVoteRepository,
    private readonly changes: MedborgardialogChanges,
    private readonly paper: KeepPaper,
    private readonly live: LiveChanges,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `dialogue.notOpen`, `dialogue.cancelled`, `input.invalid` */
  save(staff: StaffMember, reference: string, given: SavePaperVotes): Promise<DialoguePaper> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.access.add(manager, staff, reference);
      const refusal = whyNotPaper(dialogue.status);
      if (refusal) throw new Refused(refusal);
      const { statementId, agree, disagree, pass, known = null } = given;
      const table = cleanText(given.table);
      if (table === null) throw invalidField('table', 'required');
      const statements = await this.votes.ofDialogue(manager, dialogue.id);
      const statement = statements.find(({ id }) => id === statementId);
      if (!statement) throw invalidField('statementId', 'notFound');
      const now = statement.votes.find((each) => each.table === table) ?? null;
      const counts = { agree, disagree, pass };
      // The same once more, from a device that heard no answer.
      if (isSameCount(now, isNone(counts) ? null : counts)) return this.paper.view(manager, staff, dialogue);
      if (!isSameCount(now, known)) throw new Refused('version.stale');
      const at = { statementId, table };
      if (isNone(counts)) await this.votes.remove(manager, at);
      else await this.votes.save(manager, at, counts);
      const changes = { statement: statementId, table, ...counts };
      await this.changes.added(manager, dialogue, staff, { type: 'paper-votes-saved', changes });
      await this.live.changed(manager, dialogue.id);
      return this.paper.view(manager, staff, dialogue);
    });
  }
}
