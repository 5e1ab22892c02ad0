import type { BeginSignIn } from '@lofteskartan/shared/contracts/sign-in-ways';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { Refused } from '../platform/problem/refused.js';
import { Secrets } from '../platform/security/secrets.js';
import { hashToken, newToken } from '../platform/security/tokens.js';
import { AccountLinks } from './account-links.service.js';
import { AdmitArrival } from './admit-arrival.service.js';
import { OidcClient, type FlowProofs } from './oidc-client.js';
import { SignInFlowRepository } from './sign-in-flow.repository.js';
import type { SignInCaller } from './start-session.service.js';

/** How long somebody may take at the service. */
export const flowSeconds = 15 * 60;

/** A sign-in that is under way, as it is sealed. */
interface Flow extends FlowProofs {
  readonly issuerId: string;
  readonly to: string;
  readonly invitation: string | null;
}

/** Signs in with a service: there and back. */
@Injectable()
export class ServiceSignIn implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly flows: SignInFlowRepository,
    private readonly client: OidcClient,
    private readonly links: AccountLinks,
    private readonly arrivals: AdmitArrival,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('forget-sign-in-flows', '23 * * * *', () =>
      this.flows.forgetOld(this.dataSource.manager, this.clock.now()),
    );
  }

  /**
   * Begins. The key goes into a cookie, so that only the browser that began can end it.
   * @throws Refused `not.found`, `signIn.serviceDown`, or `mailLink.wrong` and `mailLink.used` for an invitation that holds no longer
   */
  async begin({ service, to, invitation }: BeginSignIn): Promise<{ address: string; key: string }> {
    const issuer = this.client.issuer(service);
    if (invitation !== undefined) await this.demandInvitation(invitation);
    const { address, proofs } = await this.client.begin(issuer);
    const key = newToken();
    const flow: Flow = {
      ...proofs,
      issuerId: issuer.id,
      to: insideTheWorkplace(to),
      invitation: invitation ?? null,
    };
    await this.flows.begin(this.dataSource.manager, {
      keyHash: hashToken(key),
      sealed: this.secrets.seal('sign-in-flow', JSON.stringify(flow), key),
      expiresAt: new Date(this.clock.now().getTime() + flowSeconds * 1000),
    });
    return { address, key };
  }

  /**
   * Ends what was begun, once, whatever comes of it.
   * @returns the token for the cookie, and where to go
   * @throws Refused `signIn.expired` for a browser that has begun nothing, and whatever the service and the rules say
   */
  async complete(
    query: string,
    key: string | null,
    caller: SignInCaller,
  ): Promise<{ token: string; to: string }> {
    const flow = key === null ? null : await this.take(key);
    if (!flow) throw new Refused('signIn.expired');
    const issuer = this.client.issuer(flow.issuerId);
    const arrived = await this.client.complete(issuer, query, flow);
    return { token: await this.arrivals.admit(issuer, arrived, flow.invitation, caller), to: flow.to };
  }

  private async take(key: string): Promise<Flow | null> {
    const sealed = await this.flows.take(this.dataSource.manager, hashToken(key), this.clock.now());
    const text = sealed && this.secrets.open('sign-in-flow', sealed, key);
    return text ? (JSON.parse(text) as Flow) : null;
  }

  private async demandInvitation(token: string): Promise<void> {
    const { purpose } = await this.links.holding(this.dataSource.manager, token);
    if (purpose !== 'invitation') throw new Refused('mailLink.wrong');
  }
}

/** Only ever inside the workplace: nobody is led elsewhere by a link to sign in. */
function insideTheWorkplace(to: string | undefined): string {
  return to && /^\/arbete(\/|\?|$)/.test(to) && !to.startsWith('/arbete/logga-in') ? to : '/arbete';
}
