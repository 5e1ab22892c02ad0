import { SignedOut } from '@lofteskartan/shared/contracts/sign-in-ways';
import { Session, SignIn } from '@lofteskartan/shared/contracts/staff';
import { Body, Controller, Delete, Get, Headers, Post } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Endpoint } from '../platform/endpoint.js';
import { Reply } from '../platform/reply.js';
import { CallerAddress, Cookie } from '../platform/request-parameters.js';
import { sessionCookie } from '../platform/security/cookies.js';
import { sessionReply } from './session-reply.js';
import { Sessions } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { SignOutService } from './sign-out.service.js';

/** Signing in and out. */
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly signingIn: SignInService,
    private readonly signingOut: SignOutService,
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {}

  @Post()
  @Endpoint({
    summary: { en: 'Sign in', sv: 'Logga in' },
    description: {
      en: 'Starts a session in an httpOnly cookie and ends the one that the browser had. It ends when it is not used for a while, and some time after the sign-in, as the settings say. Every pair that fails gets the same answer; whoever knows the password of an account with a second factor is asked for the code.',
      sv: 'Startar en session i en httpOnly-kaka och avslutar den som webbläsaren hade. Den tar slut när den inte används på ett tag, och en tid efter inloggningen, enligt inställningarna. Alla par som inte stämmer får samma svar; den som kan lösenordet till ett konto med tvåstegsinloggning blir tillfrågad om koden.',
    },
    tags: ['Sessions'],
    access: { who: 'anyone' },
    body: SignIn,
    answers: { 201: Session },
    refusals: ['session.wrong', 'secondFactor.needed', 'secondFactor.wrong', 'passwords.off', 'rate.limited'],
    rateLimit: 'sign-in',
  })
  async signIn(
    @Body() body: SignIn,
    @Cookie(sessionCookie) earlierToken: string | null,
    @CallerAddress() address: string,
    @Headers('user-agent') userAgent: string | undefined,
  ): Promise<Reply<Session>> {
    const token = await this.signingIn.signIn(body, { earlierToken, address, userAgent });
    return sessionReply(201, await this.sessions.current(token), token, this.config);
  }

  @Get('current')
  @Endpoint({
    summary: { en: 'Who is signed in', sv: 'Vem som är inloggad' },
    description: {
      en: 'With the header `Session-Use: background` a call is no use of the session: it may end while the page only looks.',
    },
    tags: ['Sessions'],
    access: { who: 'session', beforeSecondFactor: true },
    answers: { 200: Session },
    refusals: [],
  })
  current(@Cookie(sessionCookie) token: string | null): Promise<Session> {
    return this.sessions.current(token ?? '');
  }

  @Delete('current')
  @Endpoint({
    summary: { en: 'Sign out', sv: 'Logga ut' },
    description: {
      en: 'Ends the session. When a sign-in service has opened it, the answer says where the browser signs out of that as well.',
      sv: 'Avslutar sessionen. Om en inloggningstjänst öppnade den står det i svaret var webbläsaren loggar ut också därifrån.',
    },
    tags: ['Sessions'],
    access: { who: 'session', beforeSecondFactor: true },
    answers: { 200: SignedOut },
    refusals: [],
  })
  async signOut(@Cookie(sessionCookie) token: string | null): Promise<Reply<SignedOut>> {
    const address = await this.signingOut.signOut(token ?? '');
    return new Reply(200, { address }, { cookies: [{ name: sessionCookie, value: '', maxAgeSeconds: 0 }] });
  }
}
