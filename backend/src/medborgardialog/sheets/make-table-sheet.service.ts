import type { PosterVoice } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MapGrounds } from '../../municipalities/map-grounds.service.js';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config/config.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { LiveRepository } from '../live/live.repository.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { PublicDialogues } from '../public-dialogues.service.js';
import { StatementRepository } from '../statements/statement.repository.js';
import { drawTableSheet } from './draw-table-sheet.js';
import { sheetWords } from './table-sheet-words.rules.js';
import { statementsOnSheet } from './table-sheet.rules.js';

/** Makes the sheets of paper that lie on the tables of a medborgardialog. A draft has none, as it has no live page. */
@Injectable()
export class MakeTableSheet {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly grounds: MapGrounds,
    private readonly access: MedborgardialogAccess,
    private readonly dialogues: PublicDialogues,
    private readonly statements: StatementRepository,
    private readonly live: LiveRepository,
  ) {}

  /** @throws Refused `not.found`, also for one of a municipality in which the person does not work; `dialogue.draft`, `dialogue.cancelled` */
  async of(
    staff: StaffMember,
    named: string,
    voice: PosterVoice,
  ): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const { manager } = this.dataSource;
    const dialogue = await this.access.read(manager, staff, named);
    if (dialogue.status === 'cancelled') throw new Refused('dialogue.cancelled');
    const municipality = await this.municipalities.bySlug(manager, dialogue.municipality);
    const ground = await this.grounds.of(manager, dialogue.municipalityId);
    if (!dialogue.publishedAt || !municipality || !ground) throw new Refused('dialogue.draft');
    const { reference, shortCode, startsAt, venue, localities } = dialogue;
    const shown = await this.dialogues.one(reference, voice === 'en' ? 'en' : 'sv');
    const { title } = (voice === 'easy' && shown.easy) || shown;
    const { pinKind } = await this.live.ofDialogue(manager, dialogue.id);
    const words = sheetWords(voice, pinKind);
    const day = new Intl.DateTimeFormat(words.language === 'sv' ? 'sv-SE' : 'en-GB', {
      dateStyle: 'full',
      timeZone: 'Europe/Stockholm',
    }).format(startsAt);
    const sheet = {
      words,
      title,
      municipality: municipality.name,
      when: [`${day.charAt(0).toUpperCase()}${day.slice(1)}`, venue].filter(Boolean).join('. '),
      code: shortCode,
      link: `${this.config.publicUrl}/live/${shortCode}`,
      statements: statementsOnSheet(await this.statements.ofDialogue(manager, dialogue.id)),
      ground,
      localities,
    };
    return {
      name: `bordspapper-${reference.toLowerCase()}-${voice}.pdf`,
      bytes: await drawTableSheet(sheet, this.clock.now()),
    };
  }
}
