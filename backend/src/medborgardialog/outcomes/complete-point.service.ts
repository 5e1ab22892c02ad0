import type { CompletePoint, StaffPoints } from '@lofteskartan/shared/contracts/medborgardialog-points';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { mayActIn } from '../../staff/access.rules.js';
import { MedborgardialogChanges } from '../medborgardialog-changes.service.js';
import { cleanText, dialogueKeepers } from '../medborgardialog.rules.js';
import { faultOfDone, mayComplete, whyNotComplete } from './outcome.rules.js';
import { PointAccess, type PointWriter } from './point-access.service.js';
import { PointRepository } from './point.repository.js';
import { ReadPoints } from './read-points.service.js';

/** Says that what was promised about a point is done, or takes that back: everyone reads it at once, whatever the report said. */
@Injectable()
export class CompletePoints {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly pointAccess: PointAccess,
    private readonly points: PointRepository,
    private readonly changes: MedborgardialogChanges,
    private readonly reading: ReadPoints,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `point.open`, `point.notDone`, `dialogue.draft`, `dialogue.cancelled`, `input.invalid` */
  complete(writer: PointWriter, reference: string, id: string, given: CompletePoint): Promise<StaffPoints> {
    const { staff, language } = writer;
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.pointAccess.seen(manager, staff, reference);
      const point = await this.pointAccess.point(manager, dialogue, id);
      if (!mayComplete(staff, point, mayActIn(staff, dialogue.municipalityId, dialogueKeepers)))
        throw new Refused('role.insufficient');
      if (point.version !== given.version) throw new Refused('version.stale');
      const refusal = whyNotComplete(point, given.doneOn);
      if (refusal) throw new Refused(refusal);
      const now = this.clock.now();
      const fault = faultOfDone(given.doneOn, stockholmDate(now));
      if (fault) throw new Refused('input.invalid', { errors: [fault] });
      const text = cleanText(given.text);
      if (text === null) throw invalidField('text', 'required');
      const done = given.doneOn === null ? null : { doneOn: given.doneOn, text };
      await this.points.complete(manager, id, done, now);
      await this.changes.added(manager, dialogue, staff, {
        type: done ? 'point-done' : 'point-undone',
        reason: done ? null : text,
        changes: { point: point.number, ...done },
      });
      return this.reading.view(manager, staff, dialogue, language);
    });
  }
}
