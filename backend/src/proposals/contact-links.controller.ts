import { ContactReceipt, MailToken } from '@lofteskartan/shared/contracts/contacts';
import { Body, Controller, Header, Param, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { AnswerContact } from './answer-contact.service.js';

const tags = ['Contacts'];
const access = { who: 'anyone' } as const;
const refusals = ['mailLink.wrong'] as const;

/** Where the links in mails lead, after the press of a button. */
@Controller()
export class ContactLinksController {
  constructor(private readonly answers: AnswerContact) {}

  @Post('contact-confirmations')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Confirm an address', sv: 'Bekräfta en adress' },
    description: {
      en: 'The token stands in the fragment of the link in the mail. A repeat answers the same. The link is good for 14 days.',
    },
    tags,
    access,
    body: MailToken,
    answers: { 200: ContactReceipt },
    refusals,
    rateLimit: 'public-write',
  })
  confirm(@Body() { token }: MailToken): Promise<ContactReceipt> {
    return this.answers.confirm(token);
  }

  @Post('contact-stops')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Stop all mail about a proposal', sv: 'Avsluta alla mejl om ett förslag' },
    description: { en: 'The token stands in each mail. A repeat answers the same.' },
    tags,
    access,
    body: MailToken,
    answers: { 200: ContactReceipt },
    refusals,
    rateLimit: 'public-write',
  })
  stop(@Body() { token }: MailToken): Promise<ContactReceipt> {
    return this.answers.stop(token);
  }

  @Post('contact-stops/:token')
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
    answers: { 200: ContactReceipt },
    refusals,
    rateLimit: 'public-write',
  })
  stopInOneClick(@Param('token') token: string): Promise<ContactReceipt> {
    return this.answers.stop(token);
  }
}
