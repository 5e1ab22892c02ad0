import { EmptyBody } from '@lofteskartan/shared/contracts/proposals';
import { IssuedLink } from '@lofteskartan/shared/contracts/account-links';
import { AccountSessions } from '@lofteskartan/shared/contracts/own-account';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { Endpoint, type Access } from '../platform/endpoint.js';
import type { Reply } from '../platform/reply.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { AccountSecurity } from './account-security.service.js';

const tags = ['Accounts'];
const access: Access = { who: 'staff', roles: ['admin'] };

/** How somebody gets in: for administrators of every municipality that the account works in. */
@Controller('accounts/:id')
export class AccountSecurityController {
  constructor(private readonly security: AccountSecurity) {}

  @Post('invitations')
  @Endpoint({
    summary: { en: 'Invite somebody again', sv: 'Bjud in någon igen' },
    tags,
    access,
    body: EmptyBody,
    answers: { 201: IssuedLink },
    refusals: ['account.installation', 'account.shared', 'account.canSignIn'],
    idempotent: true,
  })
  invite(
    @CurrentStaff() staff: StaffMember,
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() _body: EmptyBody,
  ): Promise<Reply<IssuedLink>> {
    return this.security.invite(staff, id, key);
  }

  @Delete('invitations')
  @Endpoint({
    summary: { en: 'Take an invitation back', sv: 'Ta tillbaka en inbjudan' },
    tags,
    access,
    answers: { 204: 'nothing' },
    refusals: ['account.installation', 'account.shared'],
  })
  revoke(@CurrentStaff() staff: StaffMember, @Param('id') id: string): Promise<void> {
    return this.security.revokeInvitation(staff, id);
  }

  @Post('password-resets')
  @Endpoint({
    summary: {
      en: 'Send somebody a link to choose a new password',
      sv: 'Skicka en länk för att välja nytt lösenord',
    },
    tags,
    access,
    body: EmptyBody,
    answers: { 201: IssuedLink },
    refusals: ['account.installation', 'account.shared', 'password.none', 'passwords.off'],
    idempotent: true,
  })
  resetPassword(
    @CurrentStaff() staff: StaffMember,
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() _body: EmptyBody,
  ): Promise<Reply<IssuedLink>> {
    return this.security.resetPassword(staff, id, key);
  }

  @Delete('second-factor')
  @Endpoint({
    summary: { en: 'Take somebody’s second factor away', sv: 'Ta bort någons tvåstegsinloggning' },
    description: {
      en: 'For whoever has lost the phone and the recovery codes. Ends every session, and the person is told by mail.',
    },
    tags,
    access,
    answers: { 204: 'nothing' },
    refusals: ['account.installation', 'account.shared', 'account.own', 'secondFactor.off'],
  })
  resetFactor(@CurrentStaff() staff: StaffMember, @Param('id') id: string): Promise<void> {
    return this.security.resetSecondFactor(staff, id);
  }

  @Get('sessions')
  @Endpoint({
    summary: { en: 'Somebody’s sessions', sv: 'Någons sessioner' },
    tags,
    access,
    answers: { 200: AccountSessions },
    refusals: ['account.installation', 'account.shared'],
  })
  sessions(@CurrentStaff() staff: StaffMember, @Param('id') id: string): Promise<AccountSessions> {
    return this.security.sessionsOf(staff, id);
  }

  @Delete('sessions')
  @Endpoint({
    summary: { en: 'End all of somebody’s sessions', sv: 'Avsluta alla någons sessioner' },
    tags,
    access,
    answers: { 204: 'nothing' },
    refusals: ['account.installation', 'account.shared'],
  })
  endAll(@CurrentStaff() staff: StaffMember, @Param('id') id: string): Promise<void> {
    return this.security.endSessions(staff, id);
  }

  @Delete('sessions/:sessionId')
  @Endpoint({
    summary: { en: 'End one of somebody’s sessions', sv: 'Avsluta en av någons sessioner' },
    tags,
    access,
    answers: { 204: 'nothing' },
    refusals: ['account.installation', 'account.shared'],
  })
  endOne(
    @CurrentStaff() staff: StaffMember,
    @Param('id') id: string,
    @Param('sessionId') sessionId: string,
  ): Promise<void> {
    return this.security.endSession(staff, id, sessionId);
  }
}
