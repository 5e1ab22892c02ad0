import type { PosterVoice } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MedborgardialogAccess } from '../medborgardialog/medborgardialog-access.service.js';
import { PublicDialogues } from '../medborgardialog/public-dialogues.service.js';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { drawPoster } from './draw-poster.js';
import type { DrawnSign } from './make-signs.service.js';
import { posterWords } from './poster-words.rules.js';

/** Makes posters that invite to a medborgardialog: of the public answer alone, so that a draft has none. */
@Injectable()
export class MakePoster {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly access: MedborgardialogAccess,
    private readonly dialogues: PublicDialogues,
  ) {}

  /** @throws Refused `not.found`, also for one of a municipality in which the person does not work; `dialogue.draft`, `dialogue.cancelled` */
  async of(staff: StaffMember, named: string, voice: PosterVoice): Promise<DrawnSign> {
    const { manager } = this.dataSource;
    const {
      reference,
      municipality: slug,
      status,
      publishedAt,
    } = await this.access.read(manager, staff, named);
    if (status === 'cancelled') throw new Refused('dialogue.cancelled');
    const municipality = await this.municipalities.bySlug(manager, slug);
    if (!publishedAt || !municipality) throw new Refused('dialogue.draft');
    const dialogue = await this.dialogues.one(reference, voice === 'en' ? 'en' : 'sv');
    const link = `${this.config.publicUrl}/${slug}/dialoger/${reference}`;
    const words = posterWords(dialogue, voice, { municipality: municipality.name, link });
    return {
      name: `affisch-${reference.toLowerCase()}-${voice}.pdf`,
      bytes: await drawPoster(words, this.clock.now()),
    };
  }
}
