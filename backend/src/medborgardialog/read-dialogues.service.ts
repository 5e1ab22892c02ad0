import type { StaffDialogue, StaffDialogueList } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { secretsOf } from '../proposals/secrecy.rules.js';
import { mayActIn } from '../staff/access.rules.js';
import { DialogueSubjectsRepository } from './dialogue-subjects.repository.js';
import { MedborgardialogAccess } from './medborgardialog-access.service.js';
import { MedborgardialogEventRepository } from './medborgardialog-event.repository.js';
import { MedborgardialogPartsRepository } from './medborgardialog-parts.repository.js';
import { MedborgardialogRepository } from './medborgardialog.repository.js';
import { dialogueKeepers, dialogueReaders } from './medborgardialog.rules.js';
import { dialogueItem, staffDialogue } from './medborgardialog.view.js';
import { Seats } from './sign-ups/seats.service.js';

/** Medborgardialoger as staff work with them. */
@Injectable()
export class ReadDialogues {
  constructor(
    private readonly dataSource: DataSource,
    private readonly municipalities: MunicipalityLookup,
    private readonly access: MedborgardialogAccess,
    private readonly dialogues: MedborgardialogRepository,
    private readonly parts: MedborgardialogPartsRepository,
    private readonly subjects: DialogueSubjectsRepository,
    private readonly events: MedborgardialogEventRepository,
    private readonly seats: Seats,
  ) {}

  /** @throws Refused `not.found` for a municipality in which the person does not work */
  async list(staff: StaffMember, slug: string): Promise<StaffDialogueList> {
    const { manager } = this.dataSource;
    const municipality = await this.municipalities.bySlugForStaff(manager, slug);
    if (!municipality || !mayActIn(staff, municipality.id, dialogueReaders)) throw new Refused('not.found');
    const seated = await this.seats.seatedIn(manager, municipality.id);
    const all = await this.dialogues.ofMunicipality(manager, municipality.id);
    return {
      items: all.map((dialogue) => ({
        ...dialogueItem(dialogue, 'sv'),
        seated: dialogue.capacity === null ? null : (seated.get(dialogue.id) ?? 0),
      })),
      mayChange: mayActIn(staff, municipality.id, dialogueKeepers),
    };
  }

  /** @throws Refused `not.found`, also for one of a municipality in which the person does not work */
  async one(staff: StaffMember, reference: string): Promise<StaffDialogue> {
    return this.within(this.dataSource.manager, staff, reference);
  }

  /** The same in the caller's transaction. @throws Refused `not.found` */
  async within(manager: EntityManager, staff: StaffMember, reference: string): Promise<StaffDialogue> {
    return this.view(manager, staff, (await this.access.read(manager, staff, reference)).id);
  }

  /** One of the person's own municipality as it is now. */
  async view(manager: EntityManager, staff: StaffMember, id: string): Promise<StaffDialogue> {
    const dialogue = await this.dialogues.byId(manager, id);
    if (!dialogue) throw new Error('A medborgardialog vanished while it was read');
    const agenda = await this.parts.agenda(manager, id);
    const subjects = await this.subjects.all(manager, id, secretsOf(staff.memberships));
    const events = await this.events.ofDialogue(manager, id);
    return {
      ...staffDialogue(dialogue, { agenda, subjects }),
      signUps: await this.seats.counts(manager, dialogue),
      events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
      mayChange: mayActIn(staff, dialogue.municipalityId, dialogueKeepers),
    };
  }
}
