import {
  AccountLink,
  AccountToken,
  AskPasswordReset,
  ChoosePassword,
} from '@lofteskartan/shared/contracts/account-links';
import { SignInWays } from '@lofteskartan/shared/contracts/sign-in-ways';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Endpoint } from '../platform/endpoint.js';
import { AccountLinks } from './account-links.service.js';
import { AskPasswordResetService } from './ask-password-reset.service.js';
import { ChoosePasswordService } from './choose-password.service.js';

const tags = ['Sign-in'];

/** What is open to whoever is not signed in yet: the ways to sign in, and the links that lead to an account. */
@Controller()
export class AccountLinksController {
  constructor(
    private readonly links: AccountLinks,
    private readonly choosing: ChoosePasswordService,
    private readonly asking: AskPasswordResetService,
    private readonly config: Config,
  ) {}

  @Get('sign-in-ways')
  @Endpoint({
    summary: { en: 'How staff can sign in', sv: 'Hur personal kan logga in' },
    tags,
    access: { who: 'anyone' },
    answers: { 200: SignInWays },
    refusals: [],
  })
  ways(): SignInWays {
    const { localPasswords, smtpUrl, oidcIssuers } = this.config;
    return {
      passwords: localPasswords,
      resetByMail: localPasswords && smtpUrl !== null,
      services: oidcIssuers.map(({ id, name }) => ({ id, name })),
    };
  }

  @Post('account-links/openings')
  @Endpoint({
    summary: { en: 'What a link is for', sv: 'Vad en länk är till för' },
    tags,
    access: { who: 'anyone' },
    body: AccountToken,
    answers: { 200: AccountLink },
    refusals: ['mailLink.wrong', 'mailLink.used'],
    rateLimit: 'account-link',
  })
  look(@Body() { token }: AccountToken): Promise<AccountLink> {
    return this.links.look(token);
  }

  @Post('account-links/passwords')
  @Endpoint({
    summary: { en: 'Choose a password by a link', sv: 'Välj ett lösenord med en länk' },
    description: {
      en: 'Uses the link up and ends every session of the account. The person signs in afterwards.',
    },
    tags,
    access: { who: 'anyone' },
    body: ChoosePassword,
    answers: { 204: 'nothing' },
    refusals: ['mailLink.wrong', 'mailLink.used', 'passwords.off'],
    rateLimit: 'account-link',
  })
  choose(@Body() body: ChoosePassword): Promise<void> {
    return this.choosing.choose(body);
  }

  @Post('password-resets')
  @Endpoint({
    summary: {
      en: 'Ask for a link to choose a new password',
      sv: 'Be om en länk för att välja nytt lösenord',
    },
    description: {
      en: 'The answer is the same whether the address is known or not. The link holds once, for an hour.',
      sv: 'Svaret är detsamma vare sig adressen är känd eller inte. Länken fungerar en gång och gäller i en timme.',
    },
    tags,
    access: { who: 'anyone' },
    body: AskPasswordReset,
    answers: { 202: 'nothing' },
    refusals: ['passwords.off'],
    rateLimit: 'account-link',
  })
  ask(@Body() body: AskPasswordReset): Promise<void> {
    return this.asking.ask(body);
  }
}
