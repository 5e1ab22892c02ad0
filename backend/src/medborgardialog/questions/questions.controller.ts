import {
  AskQuestion,
  PublicQuestions,
  QuestionReceipt,
  QuestionsQuery,
  QuestionStory,
  QuestionSupportReceipt,
  SimilarQuestions,
  SimilarQuestionsQuery,
  SupportQuestion,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import type { Reply } from '../../platform/reply.js';
import { Cookie, IdempotencyKey } from '../../platform/request-parameters.js';
import { deviceCookie } from '../../proposals/devices.js';
import { ReadQuestions } from './read-questions.service.js';
import { SupportQuestionService } from './support-question.service.js';
import { TakeQuestion } from './take-question.service.js';

const tags = ['Public dialogues'];
const access: Access = { who: 'anyone' };

/** Questions and subjects for a public dialogue, as everyone reads, asks and supports them. */
@Controller()
export class QuestionsController {
  constructor(
    private readonly reading: ReadQuestions,
    private readonly taking: TakeQuestion,
    private readonly supporting: SupportQuestionService,
  ) {}

  @Get('medborgardialoger/:reference/questions')
  @Endpoint({
    summary: { en: 'The questions of a public dialogue', sv: 'Frågorna till en medborgardialog' },
    description: {
      en: 'Those that staff have read and published; those that most people want answered first.',
    },
    tags,
    access,
    query: QuestionsQuery,
    answers: { 200: PublicQuestions },
    refusals: ['not.found'],
  })
  list(@Param('reference') reference: string, @Query() { q }: QuestionsQuery): Promise<PublicQuestions> {
    return this.reading.list(reference, q);
  }

  @Post('medborgardialoger/:reference/questions')
  @Endpoint({
    summary: {
      en: 'Ask a question ahead of a public dialogue',
      sv: 'Ställ en fråga till en medborgardialog',
    },
    description: {
      en: 'Nobody sees it before staff have read it. The follow token is answered once. A device cookie is set: the sender counts as the first supporter.',
    },
    tags,
    access,
    body: AskQuestion,
    answers: { 201: QuestionReceipt },
    refusals: ['not.found', 'dialogue.cancelled', 'dialogue.questionsClosed'],
    idempotent: true,
    rateLimit: 'public-write',
  })
  ask(
    @Param('reference') reference: string,
    @Body() body: AskQuestion,
    @IdempotencyKey() key: string,
    @Cookie(deviceCookie) device: string | null,
    @CallerLanguage() language: Language,
  ): Promise<Reply<QuestionReceipt>> {
    return this.taking.ask(reference, body, { key, device, language });
  }

  @Get('medborgardialoger/:reference/questions/similar')
  @Endpoint({
    summary: { en: 'Published questions like one', sv: 'Publicerade frågor som liknar en' },
    description: { en: 'Before somebody asks, they can support what others have asked.' },
    tags,
    access,
    query: SimilarQuestionsQuery,
    answers: { 200: SimilarQuestions },
    refusals: ['not.found'],
  })
  similar(
    @Param('reference') reference: string,
    @Query() { text }: SimilarQuestionsQuery,
  ): Promise<SimilarQuestions> {
    return this.reading.similar(reference, text);
  }

  @Get('medborgardialog-questions/:reference')
  @Endpoint({
    summary: { en: 'A published question', sv: 'En publicerad fråga' },
    description: { en: 'One that was gathered with another is answered as that one.' },
    tags,
    access,
    answers: { 200: QuestionStory },
    refusals: ['not.found'],
  })
  story(@Param('reference') reference: string): Promise<QuestionStory> {
    return this.reading.story(reference);
  }

  @Post('medborgardialog-questions/:reference/support')
  @Endpoint({
    summary: { en: 'Support a question', sv: 'Stöd en fråga' },
    description: {
      en: 'Each device counts once, the sender’s included, also over questions that were gathered. With a contact the supporter gets the same answer as the sender; once confirmed, all devices that gave the same address count as one.',
    },
    tags,
    access,
    body: SupportQuestion,
    answers: { 200: QuestionSupportReceipt },
    refusals: ['not.found', 'dialogue.cancelled', 'question.notNow'],
    idempotent: true,
    // Everybody in a hall may stand behind several.
    rateLimit: 'hall',
  })
  support(
    @Param('reference') reference: string,
    @Body() body: SupportQuestion,
    @IdempotencyKey() key: string,
    @Cookie(deviceCookie) device: string | null,
    @CallerLanguage() language: Language,
  ): Promise<Reply<QuestionSupportReceipt>> {
    return this.supporting.support(reference, body, { key, device, language });
  }
}
