import { EmptyBody } from '@lofteskartan/shared/contracts/proposals';
import {
  AccountSessions,
  ChangeOwnAccount,
  ChangeOwnPassword,
  OwnAccount,
  RecoveryCodes,
  SecondFactorCode,
  SecondFactorSecret,
} from '@lofteskartan/shared/contracts/own-account';
import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Endpoint, type Access } from '../platform/endpoint.js';
import type { Reply } from '../platform/reply.js';
import { Cookie } from '../platform/request-parameters.js';
import { sessionCookie } from '../platform/security/cookies.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { ChangeOwnPasswordService } from './change-own-password.service.js';
import { OwnAccountService } from './own-account.service.js';
import { OwnSecondFactor } from './own-second-factor.service.js';
import { sessionReply } from './session-reply.js';

const tags = ['Own account'];
const access: Access = { who: 'session', beforeSecondFactor: true };

/** One's own account, for everyone who is signed in. */
@Controller('account')
export class OwnAccountController {
  constructor(
    private readonly account: OwnAccountService,
    private readonly passwords: ChangeOwnPasswordService,
    private readonly factor: OwnSecondFactor,
    private readonly config: Config,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'One’s own account', sv: 'Det egna kontot' },
    tags,
    access,
    answers: { 200: OwnAccount },
    refusals: [],
  })
  read(@CurrentStaff() staff: StaffMember): Promise<OwnAccount> {
    return this.account.read(staff);
  }

  @Patch()
  @Endpoint({
    summary: { en: 'Change one’s own name', sv: 'Ändra sitt namn' },
    tags,
    access,
    body: ChangeOwnAccount,
    answers: { 200: OwnAccount },
    refusals: [],
  })
  rename(@CurrentStaff() staff: StaffMember, @Body() { name }: ChangeOwnAccount): Promise<OwnAccount> {
    return this.account.rename(staff, name);
  }

  @Post('password')
  @Endpoint({
    summary: { en: 'Change one’s own password', sv: 'Byt sitt lösenord' },
    description: {
      en: 'Ends all other sessions, and gives this one a new cookie.',
      sv: 'Avslutar alla andra sessioner och ger den här en ny kaka.',
    },
    tags,
    access,
    body: ChangeOwnPassword,
    answers: { 204: 'nothing' },
    refusals: ['password.none', 'passwords.off', 'rate.limited'],
  })
  async changePassword(
    @CurrentStaff() staff: StaffMember,
    @Cookie(sessionCookie) token: string | null,
    @Body() body: ChangeOwnPassword,
  ): Promise<Reply<undefined>> {
    const next = await this.passwords.change(staff, token ?? '', body);
    return sessionReply(204, undefined, next, this.config);
  }

  @Post('second-factor')
  @Endpoint({
    summary: { en: 'Begin to set up a second factor', sv: 'Börja ställa in tvåstegsinloggning' },
    description: {
      en: 'The secret for an authenticator app (TOTP, RFC 6238). It counts once a first code has confirmed it.',
    },
    tags,
    access,
    body: EmptyBody,
    answers: { 201: SecondFactorSecret },
    refusals: ['secondFactor.on'],
  })
  beginFactor(@CurrentStaff() staff: StaffMember, @Body() _body: EmptyBody): Promise<SecondFactorSecret> {
    return this.factor.begin(staff);
  }

  @Post('second-factor/confirmation')
  @Endpoint({
    summary: { en: 'Switch the second factor on', sv: 'Slå på tvåstegsinloggningen' },
    description: {
      en: 'Takes the first code, tells ten recovery codes this once, ends all other sessions and gives this one a new cookie.',
    },
    tags,
    access,
    body: SecondFactorCode,
    answers: { 200: RecoveryCodes },
    refusals: ['secondFactor.off', 'secondFactor.on', 'secondFactor.wrong', 'rate.limited'],
  })
  async confirmFactor(
    @CurrentStaff() staff: StaffMember,
    @Cookie(sessionCookie) token: string | null,
    @Body() { code }: SecondFactorCode,
  ): Promise<Reply<RecoveryCodes>> {
    const confirmed = await this.factor.confirm(staff, token ?? '', code);
    return sessionReply(200, confirmed.codes, confirmed.token, this.config);
  }

  @Post('second-factor/removal')
  @Endpoint({
    summary: { en: 'Switch the second factor off', sv: 'Stäng av tvåstegsinloggningen' },
    description: {
      en: 'Takes a code. Administrators cannot do it. Ends all other sessions and gives this one a new cookie.',
    },
    tags,
    access,
    body: SecondFactorCode,
    answers: { 204: 'nothing' },
    refusals: ['secondFactor.off', 'secondFactor.mandatory', 'secondFactor.wrong', 'rate.limited'],
  })
  async removeFactor(
    @CurrentStaff() staff: StaffMember,
    @Cookie(sessionCookie) token: string | null,
    @Body() { code }: SecondFactorCode,
  ): Promise<Reply<undefined>> {
    const next = await this.factor.switchOff(staff, token ?? '', code);
    return sessionReply(204, undefined, next, this.config);
  }

  @Post('recovery-codes')
  @Endpoint({
    summary: { en: 'Make new recovery codes', sv: 'Gör nya återställningskoder' },
    description: {
      en: 'Takes a code, and tells ten new recovery codes this once; older ones hold no longer.',
    },
    tags,
    access,
    body: SecondFactorCode,
    answers: { 200: RecoveryCodes },
    refusals: ['secondFactor.off', 'secondFactor.wrong', 'rate.limited'],
  })
  renewCodes(@CurrentStaff() staff: StaffMember, @Body() { code }: SecondFactorCode): Promise<RecoveryCodes> {
    return this.factor.renewCodes(staff, code);
  }

  @Get('sessions')
  @Endpoint({
    summary: { en: 'One’s own sessions', sv: 'De egna sessionerna' },
    tags,
    access,
    answers: { 200: AccountSessions },
    refusals: [],
  })
  sessions(
    @CurrentStaff() staff: StaffMember,
    @Cookie(sessionCookie) token: string | null,
  ): Promise<AccountSessions> {
    return this.account.sessionsOf(staff, token ?? '');
  }

  @Delete('sessions')
  @Endpoint({
    summary: { en: 'End all own sessions but this one', sv: 'Avsluta alla egna sessioner utom den här' },
    tags,
    access,
    answers: { 204: 'nothing' },
    refusals: [],
  })
  endOthers(@CurrentStaff() staff: StaffMember, @Cookie(sessionCookie) token: string | null): Promise<void> {
    return this.account.endOtherSessions(staff, token ?? '');
  }

  @Delete('sessions/:sessionId')
  @Endpoint({
    summary: { en: 'End one of one’s own sessions', sv: 'Avsluta en av de egna sessionerna' },
    tags,
    access,
    answers: { 204: 'nothing' },
    refusals: ['not.found'],
  })
  endOne(@CurrentStaff() staff: StaffMember, @Param('sessionId') sessionId: string): Promise<void> {
    return this.account.endSession(staff, sessionId);
  }
}
