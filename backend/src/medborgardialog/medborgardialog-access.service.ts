import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { mayActIn } from '../staff/access.rules.js';
import { MedborgardialogRepository, type MedborgardialogRecord } from './medborgardialog.repository.js';
import { dialogueKeepers, dialogueReaders } from './medborgardialog.rules.js';

/** Opens medborgardialoger for those who may do something with them. What the state allows is asked by who does it. */
@Injectable()
export class MedborgardialogAccess {
  constructor(private readonly dialogues: MedborgardialogRepository) {}

  /**
   * One that everyone may read of.
   * @throws Refused `not.found`, also for a draft and in a municipality that is not open yet
   */
  async public(manager: EntityManager, reference: string): Promise<MedborgardialogRecord> {
    return publicOne(await this.dialogues.byReference(manager, reference));
  }

  /** The same by the code that people type. @throws Refused `not.found` */
  async publicByCode(manager: EntityManager, code: string): Promise<MedborgardialogRecord> {
    return publicOne(await this.dialogues.byShortCode(manager, code));
  }

  /** The same, locked until the transaction ends. @throws Refused `not.found` */
  async publicLocked(manager: EntityManager, reference: string): Promise<MedborgardialogRecord> {
    const { id } = await this.public(manager, reference);
    return publicOne(await this.locked(manager, id));
  }

  /**
   * One for somebody who works in its municipality.
   * @throws Refused `not.found`, also for one of a municipality in which the person does not work
   */
  async read(manager: EntityManager, staff: StaffMember, reference: string): Promise<MedborgardialogRecord> {
    const dialogue = await this.dialogues.byReference(manager, reference);
    if (!dialogue || !mayActIn(staff, dialogue.municipalityId, dialogueReaders))
      throw new Refused('not.found');
    return dialogue;
  }

  /**
   * One for somebody who adds to it, locked until the transaction ends. What is added changes nothing that another has read, so no version
   * is asked for.
   * @throws Refused `not.found`, `role.insufficient`
   */
  async add(manager: EntityManager, staff: StaffMember, reference: string): Promise<MedborgardialogRecord> {
    const { id, municipalityId } = await this.read(manager, staff, reference);
    if (!mayActIn(staff, municipalityId, dialogueKeepers)) throw new Refused('role.insufficient');
    return this.locked(manager, id);
  }

  /** The same for somebody who changes what another may have read. @throws Refused `not.found`, `role.insufficient`, `version.stale` */
  async change(
    manager: EntityManager,
    staff: StaffMember,
    reference: string,
    version: number,
  ): Promise<MedborgardialogRecord> {
    const dialogue = await this.add(manager, staff, reference);
    if (dialogue.version !== version) throw new Refused('version.stale');
    return dialogue;
  }

  private async locked(manager: EntityManager, id: string): Promise<MedborgardialogRecord> {
    await this.dialogues.lock(manager, id);
    const dialogue = await this.dialogues.byId(manager, id);
    if (!dialogue) throw new Error('A medborgardialog vanished while it was locked');
    return dialogue;
  }
}

function publicOne(dialogue: MedborgardialogRecord | null): MedborgardialogRecord {
  if (!dialogue?.publishedAt || !dialogue.isTownOpen) throw new Refused('not.found');
  return dialogue;
}
