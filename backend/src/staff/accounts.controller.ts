import { CreatedAccount } from '@lofteskartan/shared/contracts/account-links';
import { PageQuery } from '@lofteskartan/shared/contracts/paging';
import { Account, AccountPage, ChangeAccount, CreateAccount } from '@lofteskartan/shared/contracts/staff';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import type { Reply } from '../platform/reply.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { ChangeAccountService } from './change-account.service.js';
import { CreateAccountService } from './create-account.service.js';
import { ReadAccountsService } from './read-accounts.service.js';

/** Accounts, for administrators of the municipalities that the accounts work in. */
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly reading: ReadAccountsService,
    private readonly creating: CreateAccountService,
    private readonly changing: ChangeAccountService,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'Accounts of own municipalities', sv: 'Konton i egna kommuner' },
    description: {
      en: 'Accounts with a membership in a municipality that the administrator administers, with their memberships there.',
    },
    tags: ['Accounts'],
    access: { who: 'staff', roles: ['admin'] },
    query: PageQuery,
    answers: { 200: AccountPage },
    refusals: [],
  })
  list(@CurrentStaff() staff: StaffMember, @Query() query: PageQuery): Promise<AccountPage> {
    return this.reading.list(staff, query);
  }

  @Post()
  @Endpoint({
    summary: { en: 'Create an account', sv: 'Skapa ett konto' },
    description: {
      en: 'Creates an account and invites its person by mail; where no mail is sent the answer holds the link to hand over. It holds once, for 7 days.',
      sv: 'Skapar ett konto och bjuder in personen med ett mejl; där inga mejl skickas finns länken i svaret. Den fungerar en gång och gäller i 7 dagar.',
    },
    tags: ['Accounts'],
    access: { who: 'staff', roles: ['admin'] },
    body: CreateAccount,
    answers: { 201: CreatedAccount },
    refusals: ['role.insufficient', 'account.exists'],
    idempotent: true,
  })
  create(
    @CurrentStaff() staff: StaffMember,
    @Body() body: CreateAccount,
    @IdempotencyKey() key: string,
  ): Promise<Reply<CreatedAccount>> {
    return this.creating.create(staff, body, key);
  }

  @Patch(':id')
  @Endpoint({
    summary: { en: 'Change an account', sv: 'Ändra ett konto' },
    description: {
      en: 'A deactivation ends the account’s sessions, and so does becoming an administrator. Memberships replace those given here in own municipalities.',
      sv: 'En avstängning avslutar kontots sessioner, och det gör också uppdraget som administratör. Medlemskapen ersätter dem som har getts här i egna kommuner.',
    },
    tags: ['Accounts'],
    access: { who: 'staff', roles: ['admin'] },
    body: ChangeAccount,
    answers: { 200: Account },
    refusals: [
      'not.found',
      'role.insufficient',
      'version.stale',
      'account.installation',
      'account.own',
      'account.shared',
      'installation.last',
    ],
  })
  change(
    @CurrentStaff() staff: StaffMember,
    @Param('id') id: string,
    @Body() body: ChangeAccount,
  ): Promise<Account> {
    return this.changing.change(staff, id, body);
  }
}
