import {
  DialogueList,
  DialogueListQuery,
  Medborgardialog,
} from '@lofteskartan/shared/contracts/medborgardialoger';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { PublicDialogues } from './public-dialogues.service.js';

const tags = ['Public dialogues'];

/** Medborgardialoger as everyone reads them. */
@Controller()
export class MedborgardialogerController {
  constructor(private readonly dialogues: PublicDialogues) {}

  @Get('municipalities/:slug/medborgardialoger')
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'Public dialogues to come and held', sv: 'Kommande och hållna medborgardialoger' },
    tags,
    access: { who: 'anyone' },
    query: DialogueListQuery,
    answers: { 200: DialogueList, 304: 'nothing' },
    refusals: ['not.found'],
  })
  list(
    @Param('slug') slug: string,
    @Query() { locality }: DialogueListQuery,
    @CallerLanguage() language: Language,
  ): Promise<DialogueList> {
    return this.dialogues.list(slug, locality ?? null, language);
  }

  @Get('medborgardialoger/:reference')
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'A public dialogue', sv: 'En medborgardialog' },
    description: { en: 'One that was called off stays and says why. A draft is not found.' },
    tags,
    access: { who: 'anyone' },
    answers: { 200: Medborgardialog, 304: 'nothing' },
    refusals: ['not.found'],
  })
  one(@Param('reference') reference: string, @CallerLanguage() language: Language): Promise<Medborgardialog> {
    return this.dialogues.one(reference, language);
  }
}
