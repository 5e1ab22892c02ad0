import {
  BeginSignIn,
  CompletedSignIn,
  CompleteSignIn,
  ContinueAt,
} from '@lofteskartan/shared/contracts/sign-in-ways';
import { Body, Controller, Headers, Post } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Endpoint } from '../platform/endpoint.js';
import { Reply } from '../platform/reply.js';
import { Cookie } from '../platform/request-parameters.js';
import { sessionCookie } from '../platform/security/cookies.js';
import { flowSeconds, ServiceSignIn } from './service-sign-in.service.js';
import { Sessions } from './sessions.service.js';

const tags = ['Sign-in'];

/** Holds the key of a sign-in that is under way. */
const flowCookie = 'sign-in';

/** Signing in with a service: OpenID Connect with PKCE. */
@Controller('service-sign-ins')
export class ServiceSignInsController {
  constructor(
    private readonly signingIn: ServiceSignIn,
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {}

  @Post()
  @Endpoint({
    summary: { en: 'Begin a sign-in with a service', sv: 'Börja logga in med en tjänst' },
    description: {
      en: 'The answer says where the browser goes. The service sends it back to `/arbete/logga-in/svar`; a cookie ties both ends to one browser.',
    },
    tags,
    access: { who: 'anyone' },
    body: BeginSignIn,
    answers: { 201: ContinueAt },
    refusals: ['not.found', 'signIn.serviceDown', 'mailLink.wrong', 'mailLink.used'],
    rateLimit: 'sign-in',
  })
  async begin(@Body() body: BeginSignIn): Promise<Reply<ContinueAt>> {
    const { address, key } = await this.signingIn.begin(body);
    return new Reply(
      201,
      { address },
      {
        cookies: [{ name: flowCookie, value: key, maxAgeSeconds: flowSeconds }],
        headers: { 'Cache-Control': 'no-store' },
      },
    );
  }

  @Post('completions')
  @Endpoint({
    summary: { en: 'Complete a sign-in with a service', sv: 'Slutför en inloggning med en tjänst' },
    description: { en: 'Takes what the service sent back, once, and starts a session with a new token.' },
    tags,
    access: { who: 'anyone' },
    body: CompleteSignIn,
    answers: { 201: CompletedSignIn },
    refusals: [
      'not.found',
      'mailLink.wrong',
      'mailLink.used',
      'signIn.accountClosed',
      'signIn.addressTaken',
      'signIn.cancelled',
      'signIn.expired',
      'signIn.failed',
      'signIn.noMembership',
      'signIn.notInvited',
      'signIn.serviceDown',
      'signIn.tied',
      'signIn.weak',
    ],
    rateLimit: 'sign-in',
  })
  async complete(
    @Body() { query }: CompleteSignIn,
    @Cookie(flowCookie) key: string | null,
    @Cookie(sessionCookie) earlierToken: string | null,
    @Headers('user-agent') userAgent: string | undefined,
  ): Promise<Reply<CompletedSignIn>> {
    const { token, to } = await this.signingIn.complete(query, key, { earlierToken, userAgent });
    const session = await this.sessions.current(token);
    return new Reply(
      201,
      { session, to },
      {
        cookies: [
          { name: sessionCookie, value: token, maxAgeSeconds: this.config.sessionHours * 3600 },
          { name: flowCookie, value: '', maxAgeSeconds: 0 },
        ],
        headers: { 'Cache-Control': 'no-store' },
      },
    );
  }
}
