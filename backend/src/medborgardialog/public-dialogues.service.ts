import type { DialogueList, Medborgardialog } from '@lofteskartan/shared/contracts/medborgardialoger';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import { DialogueSubjectsRepository } from './dialogue-subjects.repository.js';
import { MedborgardialogAccess } from './medborgardialog-access.service.js';
import { MedborgardialogPartsRepository } from './medborgardialog-parts.repository.js';
import { MedborgardialogRepository, type MedborgardialogRecord } from './medborgardialog.repository.js';
import { inTurn } from './medborgardialog.rules.js';
import { dialogueItem, publicDialogue } from './medborgardialog.view.js';
import { Seats } from './sign-ups/seats.service.js';

/** A row of one that is public, for what other rooms make of it: never send it. */
export type PublicDialogueRow = MedborgardialogRecord;

/** Medborgardialoger as everyone reads them: never a draft. */
@Injectable()
export class PublicDialogues {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly access: MedborgardialogAccess,
    private readonly dialogues: MedborgardialogRepository,
    private readonly parts: MedborgardialogPartsRepository,
    private readonly subjects: DialogueSubjectsRepository,
    private readonly seats: Seats,
  ) {}

  /** @throws Refused `not.found` */
  async list(slug: string, locality: string | null, language: Language): Promise<DialogueList> {
    const { coming, held } = inTurn(await this.rows(slug, locality), this.clock.now());
    return {
      coming: coming.map((dialogue) => dialogueItem(dialogue, language)),
      held: held.map((dialogue) => dialogueItem(dialogue, language)),
    };
  }

  /** Those of an open municipality, or those that concern one of its localities. @throws Refused `not.found` */
  async rows(slug: string, locality: string | null = null): Promise<MedborgardialogRecord[]> {
    const { manager } = this.dataSource;
    const municipality = await this.municipalities.bySlug(manager, slug);
    if (!municipality) throw new Refused('not.found');
    const all = await this.dialogues.publicOfMunicipality(manager, municipality.id);
    return all.filter(
      ({ localities }) => locality === null || localities.length === 0 || localities.includes(locality),
    );
  }

  /** One row, for what is made of it. @throws Refused `not.found` */
  row(reference: string): Promise<MedborgardialogRecord> {
    return this.access.public(this.dataSource.manager, reference);
  }

  /** @throws Refused `not.found`, also for a draft */
  async one(reference: string, language: Language): Promise<Medborgardialog> {
    const { manager } = this.dataSource;
    const dialogue = await this.row(reference);
    const agenda = await this.parts.agenda(manager, dialogue.id);
    const subjects = await this.subjects.public(manager, dialogue.id);
    const isFull = dialogue.capacity !== null && (await this.seats.free(manager, dialogue)) <= 0;
    return publicDialogue(dialogue, { agenda, subjects }, { language, now: this.clock.now(), isFull });
  }
}
