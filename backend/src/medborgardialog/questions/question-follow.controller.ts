import { FollowedQuestion, QuestionContact } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { EmptyBody } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Delete, Get, Header, Post, Put } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { FollowToken } from '../../platform/request-parameters.js';
import { FollowQuestionService } from './follow-question.service.js';

const tags = ['Public dialogues'];
const access: Access = { who: 'sender' };

/** The sender's own page of a question. */
@Controller('question-follow')
export class QuestionFollowController {
  constructor(private readonly follow: FollowQuestionService) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'One’s own question', sv: 'Sin egen fråga' },
    description: { en: 'Everything that is kept about it, to read or to take along.' },
    tags,
    access,
    answers: { 200: FollowedQuestion },
    refusals: ['followToken.wrong'],
  })
  show(@FollowToken() followToken: string | null): Promise<FollowedQuestion> {
    return this.follow.show(followToken);
  }

  @Post('withdrawals')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Take one’s own question back', sv: 'Ta tillbaka sin egen fråga' },
    description: {
      en: 'It is not shown any more, but the document remains. Done twice it changes nothing more. One that others want answered stays for them: its sender is not counted or written to any more, and the token ends.',
    },
    tags,
    access,
    body: EmptyBody,
    answers: { 200: FollowedQuestion },
    refusals: ['followToken.wrong', 'question.notNow'],
    rateLimit: 'public-write',
  })
  withdraw(@FollowToken() followToken: string | null, @Body() _body: EmptyBody): Promise<FollowedQuestion> {
    return this.follow.withdraw(followToken);
  }

  @Put('contact')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Where one wants the answer', sv: 'Vart man vill ha svaret' },
    description: { en: 'The address is asked first whether it is theirs.' },
    tags,
    access,
    body: QuestionContact,
    answers: { 200: FollowedQuestion },
    refusals: ['followToken.wrong', 'question.notNow', 'dialogue.cancelled'],
    rateLimit: 'public-write',
  })
  changeContact(
    @FollowToken() followToken: string | null,
    @Body() body: QuestionContact,
    @CallerLanguage() language: Language,
  ): Promise<FollowedQuestion> {
    return this.follow.changeContact(followToken, body, language);
  }

  @Delete('contact')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Remove one’s own address', sv: 'Ta bort sin adress' },
    tags,
    access,
    answers: { 204: 'nothing' },
    refusals: ['followToken.wrong'],
    rateLimit: 'public-write',
  })
  removeContact(@FollowToken() followToken: string | null): Promise<void> {
    return this.follow.removeContact(followToken);
  }
}
