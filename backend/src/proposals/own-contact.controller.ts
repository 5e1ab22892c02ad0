import { ContactInput, OwnContact } from '@lofteskartan/shared/contracts/contacts';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Delete, Header, Put } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { FollowToken } from '../platform/request-parameters.js';
import { KeepContact } from './keep-contact.service.js';
import { SenderPhones } from './on-behalf/sender-phones.service.js';

/** Where the sender wants the answers. */
@Controller('follow')
export class OwnContactController {
  constructor(
    private readonly contacts: KeepContact,
    private readonly phones: SenderPhones,
  ) {}

  @Put('contact')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Give or change one’s address', sv: 'Ange eller ändra sin adress' },
    description: { en: 'Another address is to be confirmed by the mail that is sent to it.' },
    tags: ['Contacts'],
    access: { who: 'sender' },
    body: ContactInput,
    answers: { 200: OwnContact },
    refusals: [],
    rateLimit: 'public-write',
  })
  change(
    @FollowToken() followToken: string | null,
    @Body() body: ContactInput,
    @CallerLanguage() language: Language,
  ): Promise<OwnContact> {
    return this.contacts.change(followToken, body, language);
  }

  @Delete('contact')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Remove one’s address', sv: 'Ta bort sin adress' },
    description: { en: 'Links in mails to that address stop working. Removing twice changes nothing more.' },
    tags: ['Contacts'],
    access: { who: 'sender' },
    answers: { 204: 'nothing' },
    refusals: [],
    rateLimit: 'public-write',
  })
  remove(@FollowToken() followToken: string | null): Promise<void> {
    return this.contacts.remove(followToken);
  }

  @Delete('phone')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Remove one’s telephone number', sv: 'Ta bort sitt telefonnummer' },
    description: {
      en: 'Staff who registered the proposal kept it, to call with the answer. Removing twice changes nothing more.',
    },
    tags: ['Contacts'],
    access: { who: 'sender' },
    answers: { 204: 'nothing' },
    refusals: [],
    rateLimit: 'public-write',
  })
  removePhone(@FollowToken() followToken: string | null): Promise<void> {
    return this.phones.remove(followToken);
  }
}
