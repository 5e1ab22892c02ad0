import { Session, SignIn } from '@lofteskartan/shared/contracts/staff';
import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { Reply } from '../platform/reply.js';
import { CallerAddress, Cookie } from '../platform/request-parameters.js';
import { sessionCookie } from '../platform/security/cookies.js';
import { sessionLifeMs } from './session-cookie.js';
import { SignInService } from './sign-in.service.js';

/** Signing in and out. */
@Controller('sessions')
export class SessionsController {
  constructor(private readonly sessions: SignInService) {}

  @Post()
  @Endpoint({
    summary: { en: 'Sign in', sv: 'Logga in' },
    description: {
      en: 'Starts a session in an httpOnly cookie and ends the one that the browser had. It ends 12 hours after the last use and 7 days after the sign-in. Every pair that fails gets the same answer.',
      sv: 'Startar en session i en httpOnly-kaka och avslutar den som webbläsaren hade. Den tar slut 12 timmar efter senaste användningen och 7 dagar efter inloggningen. Alla par som inte stämmer får samma svar.',
    },
    tags: ['Sessions'],
    access: { who: 'anyone' },
    body: SignIn,
    answers: { 201: Session },
    refusals: ['session.wrong', 'rate.limited'],
    rateLimit: 'sign-in',
  })
  async signIn(
    @Body() body: SignIn,
    @Cookie(sessionCookie) earlierToken: string | null,
    @CallerAddress() address: string,
  ): Promise<Reply<Session>> {
    const { token, session } = await this.sessions.signIn(body, { earlierToken, address });
    return new Reply(201, session, {
      cookies: [{ name: sessionCookie, value: token, maxAgeSeconds: sessionLifeMs / 1000 }],
      headers: { 'Cache-Control': 'no-store' },
    });
  }

  @Get('current')
  @Endpoint({
    summary: { en: 'Who is signed in', sv: 'Vem som är inloggad' },
    tags: ['Sessions'],
    access: { who: 'session' },
    answers: { 200: Session },
    refusals: [],
  })
  current(@Cookie(sessionCookie) token: string | null): Promise<Session> {
    return this.sessions.current(token ?? '');
  }

  @Delete('current')
  @Endpoint({
    summary: { en: 'Sign out', sv: 'Logga ut' },
    tags: ['Sessions'],
    access: { who: 'session' },
    answers: { 204: 'nothing' },
    refusals: [],
  })
  async signOut(@Cookie(sessionCookie) token: string | null): Promise<Reply<undefined>> {
    await this.sessions.signOut(token ?? '');
    return new Reply(204, undefined, { cookies: [{ name: sessionCookie, value: '', maxAgeSeconds: 0 }] });
  }
}
