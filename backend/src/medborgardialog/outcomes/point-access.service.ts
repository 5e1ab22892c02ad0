import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { MedborgardialogRepository, type MedborgardialogRecord } from '../medborgardialog.repository.js';
import { whyNotOutcome } from './outcome.rules.js';
import { PointRepository, type PointRecord } from './point.repository.js';

/** Who writes, and in which language they read the answer. */
export interface PointWriter {
  readonly staff: StaffMember;
  readonly language: Language;
}

/** Opens dialogues and their points for those who may do something with them, locked until the transaction ends. */
@Injectable()
export class PointAccess {
  constructor(
    private readonly access: MedborgardialogAccess,
    private readonly dialogues: MedborgardialogRepository,
    private readonly points: PointRepository,
  ) {}

  /** For who keeps the dialogue. @throws Refused `not.found`, `role.insufficient`, `dialogue.draft`, `dialogue.cancelled` */
  async opened(
    manager: EntityManager,
    staff: StaffMember,
    reference: string,
  ): Promise<MedborgardialogRecord> {
    return worked(await this.access.add(manager, staff, reference));
  }

  /** For whoever works in its municipality. @throws Refused `not.found`, `dialogue.draft`, `dialogue.cancelled` */
  async seen(manager: EntityManager, staff: StaffMember, reference: string): Promise<MedborgardialogRecord> {
    const { id } = await this.access.read(manager, staff, reference);
    await this.dialogues.lock(manager, id);
    return worked(await this.access.read(manager, staff, reference));
  }

  /** @throws Refused `not.found` */
  async point(
    manager: EntityManager,
    { id: dialogueId }: Pick<MedborgardialogRecord, 'id'>,
    id: string,
  ): Promise<PointRecord> {
    const point = (await this.points.ofDialogue(manager, dialogueId)).find((each) => each.id === id);
    if (!point) throw new Refused('not.found');
    return point;
  }

  /** @throws Refused `not.found`, `version.stale` */
  async unchanged(
    manager: EntityManager,
    dialogue: Pick<MedborgardialogRecord, 'id'>,
    id: string,
    version: number,
  ): Promise<PointRecord> {
    const point = await this.point(manager, dialogue, id);
    if (point.version !== version) throw new Refused('version.stale');
    return point;
  }
}

function worked(dialogue: MedborgardialogRecord): MedborgardialogRecord {
  const refusal = whyNotOutcome(dialogue.status);
  if (refusal) throw new Refused(refusal);
  return dialogue;
}
