import { ChangeSupportAddress, ContactReceipt, MailToken } from '@lofteskartan/shared/contracts/contacts';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Header, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { OwnSupportService } from './own-support.service.js';

const access = { who: 'anyone' } as const;
const tags = ['Contacts'];
const refusals = ['mailLink.wrong'] as const;

/** What supporters do about their address. The token comes with the list of what is one's own. */
@Controller()
export class OwnSupportController {
  constructor(private readonly own: OwnSupportService) {}

  @Post('supporter-address-changes')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Change a supporter’s address', sv: 'Ändra adressen för ett stöd' },
    description: { en: 'The new address is to be confirmed by the mail that is sent to it.' },
    tags,
    access,
    body: ChangeSupportAddress,
    answers: { 200: ContactReceipt },
    refusals,
    rateLimit: 'public-write',
  })
  change(@Body() body: ChangeSupportAddress, @CallerLanguage() language: Language): Promise<ContactReceipt> {
    return this.own.change(body, language);
  }

  @Post('supporter-address-removals')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Remove a supporter’s address', sv: 'Ta bort adressen för ett stöd' },
    description: { en: 'The support stays counted. A repeat answers the same.' },
    tags,
    access,
    body: MailToken,
    answers: { 204: 'nothing' },
    refusals,
    rateLimit: 'public-write',
  })
  remove(@Body() { token }: MailToken): Promise<void> {
    return this.own.remove(token);
  }
}
