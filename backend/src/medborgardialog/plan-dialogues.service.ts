import { randomInt } from 'node:crypto';
import type {
  CopyDialogue,
  CreateDialogue,
  DialogueInput,
  SaveDialogue,
} from '@lofteskartan/shared/contracts/medborgardialog-planning';
import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import type { StaffMember } from '../platform/staff-member.js';
import { secretsOf } from '../proposals/secrecy.rules.js';
import { mayActIn } from '../staff/access.rules.js';
import { CheckedDialogue } from './checked-dialogue.service.js';
import { MedborgardialogAccess } from './medborgardialog-access.service.js';
import { MedborgardialogChanges } from './medborgardialog-changes.service.js';
import { type LinkRecord, MedborgardialogPartsRepository } from './medborgardialog-parts.repository.js';
import { MedborgardialogRepository, type DialogueFields } from './medborgardialog.repository.js';
import {
  copiedTo,
  dialogueKeepers,
  dialogueReaders,
  makeDialogueReference,
  makeShortCode,
  missingToPublish,
  whyNotChange,
} from './medborgardialog.rules.js';
import { ReadDialogues } from './read-dialogues.service.js';
import { Seats } from './sign-ups/seats.service.js';

/** So many taken references in a row mean that something else is wrong. */
const mostTries = 20;

/** Plans medborgardialoger: what they are about, when and where they are held, and who may decide what. */
@Injectable()
export class PlanDialogues {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly checks: CheckedDialogue,
    private readonly access: MedborgardialogAccess,
    private readonly dialogues: MedborgardialogRepository,
    private readonly parts: MedborgardialogPartsRepository,
    private readonly changes: MedborgardialogChanges,
    private readonly seats: Seats,
    private readonly reading: ReadDialogues,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `input.invalid` */
  create(staff: StaffMember, given: CreateDialogue, key: string): Promise<Reply<StaffDialogue>> {
    return this.idempotency.run({
      key,
      route: 'POST /dialogues',
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const reference = await this.createWithin(manager, staff, given);
        return new Reply(201, await this.reading.within(manager, staff, reference));
      },
    });
  }

  /** The same in the caller's transaction. @returns its reference */
  async createWithin(manager: EntityManager, staff: StaffMember, given: CreateDialogue): Promise<string> {
    const municipality = await this.municipalities.bySlugForStaff(manager, given.municipality);
    if (!municipality || !mayActIn(staff, municipality.id, dialogueReaders)) throw new Refused('not.found');
    if (!mayActIn(staff, municipality.id, dialogueKeepers)) throw new Refused('role.insufficient');
    const fields = this.checks.fields(given);
    const { id, reference } = await this.insert(manager, municipality.id, fields);
    await this.keepParts(manager, { id, municipalityId: municipality.id }, staff, given);
    await this.changes.added(manager, { id, municipalityId: municipality.id }, staff, { type: 'created' });
    return reference;
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `dialogue.cancelled`, `dialogue.reported`, `input.invalid`, and what a public one may not lack */
  save(staff: StaffMember, reference: string, given: SaveDialogue): Promise<StaffDialogue> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.access.change(manager, staff, reference, given.version);
      const fields = this.checks.fields(given);
      const refusal =
        whyNotChange(dialogue.status) ??
        (dialogue.publishedAt ? missingToPublish(fields, given.agenda.length) : null);
      if (refusal) throw new Refused(refusal);
      await this.dialogues.update(manager, dialogue.id, fields);
      await this.keepParts(manager, dialogue, staff, given);
      await this.seats.give(manager, { id: dialogue.id, capacity: fields.capacity });
      await this.changes.changed(manager, dialogue, staff, {
        type: 'changed',
        changes: this.checks.changed(dialogue, fields),
      });
      return this.reading.view(manager, staff, dialogue.id);
    });
  }

  /** A new draft of one that was held: the same words, agenda and localities on another day. @throws Refused `not.found`, `role.insufficient`, `input.invalid` */
  copy(
    staff: StaffMember,
    reference: string,
    given: CopyDialogue,
    key: string,
  ): Promise<Reply<StaffDialogue>> {
    return this.idempotency.run({
      key,
      route: 'POST /dialogues/{reference}/copies',
      caller: staff.accountId,
      body: { reference, startsAt: given.startsAt },
      work: async (manager) => {
        const source = await this.access.add(manager, staff, reference);
        const { municipalityId } = source;
        const { id } = await this.insert(manager, municipalityId, {
          ...source,
          ...copiedTo(source, new Date(given.startsAt)),
        });
        const agenda = await this.parts.agenda(manager, source.id);
        await this.parts.keepAgenda(
          manager,
          id,
          agenda.map((item) => ({ ...item, id: null })),
        );
        await this.parts.copyPlace(manager, source.id, id);
        const changes = { from: source.reference };
        await this.changes.added(manager, { id, municipalityId }, staff, { type: 'created', changes });
        return new Reply(201, await this.reading.view(manager, staff, id));
      },
    });
  }

  private async keepParts(
    manager: EntityManager,
    { id, municipalityId }: { readonly id: string; readonly municipalityId: string },
    staff: StaffMember,
    given: DialogueInput,
  ): Promise<void> {
    const known = await this.parts.agenda(manager, id);
    await this.parts.keepAgenda(manager, id, this.checks.agenda(given, known));
    await this.parts.keepLocalities(
      manager,
      id,
      await this.checks.localities(manager, municipalityId, given),
    );
    // Who may not open a proposal does not see that the dialogue is about it, and cannot mean to take it away.
    const closed = await this.parts.closedLinks(manager, id, secretsOf(staff.memberships));
    const links = await this.checks.links(manager, municipalityId, given);
    const isGiven = ({ subjectId }: LinkRecord) => links.some((link) => link.subjectId === subjectId);
    await this.parts.keepLinks(manager, id, [...links, ...closed.filter((link) => !isGiven(link))]);
  }

  private async insert(
    manager: EntityManager,
    municipalityId: string,
    fields: DialogueFields,
  ): Promise<{ id: string; reference: string }> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const reference = makeDialogueReference((below) => randomInt(below));
      const shortCode = makeShortCode((below) => randomInt(below));
      const dialogue = { ...fields, reference, shortCode, municipalityId };
      const id = await this.dialogues.insert(manager, dialogue, this.clock.now());
      if (id !== null) return { id, reference };
    }
    throw new Error(`No free reference of a medborgardialog in ${String(mostTries)} tries`);
  }
}
