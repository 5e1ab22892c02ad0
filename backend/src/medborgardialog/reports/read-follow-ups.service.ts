import type { DialogueFollowUp } from '@lofteskartan/shared/contracts/medborgardialog-follow-ups';
import { FOLLOW_UP_MONTHS } from '@lofteskartan/shared/medborgardialog-outcomes';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { stockholmDate } from '../../platform/dates.js';
import { Refused } from '../../platform/problem/refused.js';
import { ReadThings } from '../outcomes/read-things.service.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { followUpView } from './follow-up.view.js';

/** Published follow-ups of medborgardialoger, as they stood when they were published. */
@Injectable()
export class ReadDialogueFollowUps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly followUps: FollowUpRepository,
    private readonly things: ReadThings,
  ) {}

  /** @throws Refused `not.found`, also for one that is not published */
  async one(reference: string, told: string, language: Language): Promise<DialogueFollowUp> {
    const months = FOLLOW_UP_MONTHS.find((each) => String(each) === told);
    const found = months && (await this.followUps.one(this.dataSource, reference.toUpperCase(), months));
    if (!months || !found) throw new Refused('not.found');
    const { points, startsAt } = found.view;
    const linked = points.map(({ outcome, thing }) => ({ outcome, thingId: thing?.id ?? null }));
    const since = stockholmDate(new Date(startsAt));
    const things = await this.things.of(this.dataSource, linked, since, language);
    const published = await this.followUps.published(this.dataSource, found.dialogueId);
    return followUpView(found, months, things, published);
  }
}
