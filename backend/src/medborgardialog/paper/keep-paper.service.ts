import type {
  AddNote,
  DialoguePaper,
  SaveAttendance,
  SaveNote,
} from '@lofteskartan/shared/contracts/medborgardialog-paper';
import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { MedborgardialogChanges } from '../medborgardialog-changes.service.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';
import { cleanText, dialogueKeepers } from '../medborgardialog.rules.js';
import { ReportRepository } from '../reports/report.repository.js';
import { AttendanceRepository } from './attendance.repository.js';
import { NoteRepository, type NoteRecord } from './note.repository.js';
import { PaperVoteRepository } from './paper-vote.repository.js';
import { attendanceFaults, looksPersonal, whyNotPaper, whyNotTypeIn } from './paper.rules.js';

/** Keeps what is gathered on paper: notes by table, and how many came. */
@Injectable()
export class KeepPaper {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly access: MedborgardialogAccess,
    private readonly notes: NoteRepository,
    private readonly attendance: AttendanceRepository,
    private readonly votes: PaperVoteRepository,
    private readonly reports: ReportRepository,
    private readonly changes: MedborgardialogChanges,
  ) {}

  /** @throws Refused `not.found` */
  async read(staff: StaffMember, reference: string): Promise<DialoguePaper> {
    const { manager } = this.dataSource;
    return this.view(manager, staff, await this.access.read(manager, staff, reference));
  }

  /** @throws Refused `not.found`, `role.insufficient`, `dialogue.notOpen`, `dialogue.cancelled`, `note.tooMany`, `input.invalid` */
  async addNote(
    staff: StaffMember,
    reference: string,
    given: AddNote,
    key: string,
  ): Promise<Reply<DialoguePaper>> {
    const { status } = await this.idempotency.run({
      key,
      route: `POST /dialogues/${reference}/notes`,
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const dialogue = await this.opened(manager, staff, reference);
        const max = OUTCOME_LIMITS.notes;
        if ((await this.notes.ofDialogue(manager, dialogue.id)).length >= max)
          throw new Refused('note.tooMany', { params: { max } });
        const written = wordsOf(given);
        const note = { id: given.id, writtenAt: new Date(given.writtenAt), ...written };
        if (!(await this.notes.insert(manager, dialogue.id, note, this.clock.now())))
          throw invalidField('id', 'notUnique');
        // What was said stands in the note alone: one that is removed leaves nothing behind.
        const changes = { note: note.id, table: written.table };
        await this.changes.added(manager, dialogue, staff, { type: 'note-added', changes });
        // Nor does the answer that is kept for a repeat: what it holds is read when it is given.
        return new Reply(201, null);
      },
    });
    return new Reply(status, await this.read(staff, reference));
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `dialogue.notOpen`, `dialogue.cancelled`, `input.invalid` */
  saveNote(staff: StaffMember, reference: string, id: string, given: SaveNote): Promise<DialoguePaper> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.opened(manager, staff, reference);
      const note = await this.note(manager, dialogue, id);
      if (note.version !== given.version) throw new Refused('version.stale');
      await this.notes.update(manager, note.id, { ...wordsOf(given), state: given.state });
      const changes = { note: note.id, state: given.state };
      await this.changes.added(manager, dialogue, staff, { type: 'note-changed', changes });
      return this.view(manager, staff, dialogue);
    });
  }

  /**
   * Removes a note for good: no report that was published tells it any more. The points that were made of it stay, and are named in the
   * history, so that somebody reads them too.
   * @throws Refused `not.found`, `role.insufficient`, `dialogue.notOpen`, `dialogue.cancelled`
   */
  removeNote(staff: StaffMember, reference: string, id: string): Promise<DialoguePaper> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.opened(manager, staff, reference);
      const note = await this.note(manager, dialogue, id);
      // Reports name it as its row does, however the caller writes the id.
      const reports = await this.reports.removeNote(manager, dialogue.id, note.id);
      await this.notes.remove(manager, note.id);
      const changes = { note: note.id, points: note.points, reports };
      await this.changes.added(manager, dialogue, staff, { type: 'note-removed', changes });
      return this.view(manager, staff, dialogue);
    });
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `dialogue.notOpen`, `dialogue.cancelled`, `input.invalid` */
  saveAttendance(staff: StaffMember, reference: string, given: SaveAttendance): Promise<DialoguePaper> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.opened(manager, staff, reference);
      if ((await this.attendance.version(manager, dialogue.id)) !== given.version)
        throw new Refused('version.stale');
      const errors = attendanceFaults(given.localities);
      if (errors.length > 0) throw new Refused('input.invalid', { errors });
      const rows = [];
      for (const [index, { locality, people, bands = null }] of given.localities.entries()) {
        const known =
          locality && (await this.municipalities.localityBySlug(manager, dialogue.municipalityId, locality));
        if (locality && !known) throw invalidField(`localities[${String(index)}].locality`, 'notFound');
        rows.push({ localityId: known ? known.id : null, people, bands });
      }
      await this.attendance.replace(manager, dialogue.id, rows);
      const people = rows.reduce((sum, each) => sum + each.people, 0);
      await this.changes.added(manager, dialogue, staff, { type: 'attendance-saved', changes: { people } });
      return this.view(manager, staff, dialogue);
    });
  }

  private async opened(
    manager: EntityManager,
    staff: StaffMember,
    reference: string,
  ): Promise<MedborgardialogRecord> {
    const dialogue = await this.access.add(manager, staff, reference);
    const refusal = whyNotPaper(dialogue.status);
    if (refusal) throw new Refused(refusal);
    return dialogue;
  }

  private async note(
    manager: EntityManager,
    { id: dialogueId }: MedborgardialogRecord,
    id: string,
  ): Promise<NoteRecord> {
    const note = await this.notes.one(manager, dialogueId, id);
    if (!note) throw new Refused('not.found');
    return note;
  }

  /** What was gathered, as the person works with it. */
  async view(
    manager: EntityManager,
    staff: StaffMember,
    { id, reference, municipality, municipalityId, title, status }: MedborgardialogRecord,
  ): Promise<DialoguePaper> {
    const keeps = mayActIn(staff, municipalityId, dialogueKeepers);
    const notes = await this.notes.ofDialogue(manager, id);
    const came = await this.attendance.ofDialogue(manager, id);
    return {
      reference,
      municipality,
      title,
      status,
      mayChange: keeps && whyNotPaper(status) === null,
      mayTypeIn: keeps && whyNotTypeIn(status) === null,
      notes: notes.map(({ writtenAt, ...note }) => ({
        ...note,
        writtenAt: writtenAt.toISOString(),
        looksPersonal: looksPersonal(note.text),
      })),
      attendance: came.map(({ locality, people, bands }) => ({ locality, people, bands })),
      statements: await this.votes.ofDialogue(manager, id),
      attendanceVersion: await this.attendance.version(manager, id),
    };
  }
}

function wordsOf(given: Pick<AddNote, 'table' | 'text'>): { readonly table: string; readonly text: string } {
  const [table, text] = [cleanText(given.table), cleanText(given.text)];
  if (table === null) throw invalidField('table', 'required');
  if (text === null) throw invalidField('text', 'required');
  return { table, text };
}
