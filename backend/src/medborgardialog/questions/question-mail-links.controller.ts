import { MailToken } from '@lofteskartan/shared/contracts/contacts';
import { QuestionContactReceipt } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { Body, Controller, Header, Param, Post } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { KeepQuestionContacts } from './keep-question-contacts.service.js';

const tags = ['Public dialogues'];
const access: Access = { who: 'anyone' };
const rateLimit = 'public-write';

/** What a person answers by a link in a mail about a question. */
@Controller()
export class QuestionMailLinksController {
  constructor(private readonly contacts: KeepQuestionContacts) {}

  @Post('question-contact-confirmations')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Confirm an address for the answer to a question', sv: 'Bekräfta en adress för svaret' },
    description: { en: 'A repeat answers the same. The link is good for 14 days.' },
    tags,
    access,
    body: MailToken,
    answers: { 200: QuestionContactReceipt },
    refusals: ['mailLink.wrong'],
    rateLimit,
  })
  confirm(@Body() { token }: MailToken): Promise<QuestionContactReceipt> {
    return this.contacts.confirm(token);
  }

  @Post('question-contact-stops')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Stop all mail about a question', sv: 'Avsluta alla mejl om en fråga' },
    description: { en: 'The token stands in each mail. A repeat answers the same.' },
    tags,
    access,
    body: MailToken,
    answers: { 200: QuestionContactReceipt },
    refusals: ['mailLink.wrong'],
    rateLimit,
  })
  stop(@Body() { token }: MailToken): Promise<QuestionContactReceipt> {
    return this.contacts.stop(token);
  }

  @Post('question-contact-stops/:token')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: {
      en: 'The same in one click of a mail program',
      sv: 'Samma sak med ett klick i mejlprogrammet',
    },
    description: {
      en: 'The address of `List-Unsubscribe` (RFC 8058). Any body and any `Origin` are taken: the token alone says who it is about.',
    },
    tags,
    access,
    answers: { 200: QuestionContactReceipt },
    refusals: ['mailLink.wrong'],
    rateLimit,
  })
  stopInOneClick(@Param('token') token: string): Promise<QuestionContactReceipt> {
    return this.contacts.stop(token);
  }
}
