import { Injectable, Logger } from '@nestjs/common';
import * as openidClient from 'openid-client';
import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretPost,
  Configuration,
  discovery,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import { Config } from '../platform/config/config.js';
import type { OidcIssuer } from '../platform/config/oidc-issuers.js';
import { Refused } from '../platform/problem/refused.js';
import type { Claims } from './identity.rules.js';

/** What has to come back unchanged, and proves that it comes back to the browser that began. */
export interface FlowProofs {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who came back. */
export interface Arrived {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Claims;
  readonly idToken: string;
}

const patienceSeconds = 10;
/** The settings allow it for a service on this machine alone. The library marks it deprecated so that nobody uses it unawares. */
const withoutTls: (of: Configuration) => void = Reflect.get(openidClient, 'allowInsecureRequests');
/** A service's description is read anew after so long: keys and addresses change. */
const keepMs = 60 * 60_000;

/** Talks to sign-in services (OpenID Connect: authorization code with PKCE, state and nonce). */
@Injectable()
export class OidcClient {
  private readonly logger = new Logger('SignIn');
  private readonly known = new Map<string, { configuration: Configuration; readAt: number }>();

  constructor(private readonly config: Config) {}

  /** @throws Refused `not.found` when no service has the id */
  issuer(id: string): OidcIssuer {
    const issuer = this.config.oidcIssuers.find((each) => each.id === id);
    if (!issuer) throw new Refused('not.found');
    return issuer;
  }

  /** Where the browser begins. @throws Refused `signIn.serviceDown` */
  async begin(issuer: OidcIssuer): Promise<{ address: string; proofs: FlowProofs }> {
    const configuration = await this.configurationOf(issuer);
    const proofs = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: this.backAt,
      scope: issuer.scopes.join(' '),
      state: proofs.state,
      nonce: proofs.nonce,
      code_challenge: await calculatePKCECodeChallenge(proofs.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, proofs };
  }

  /**
   * Exchanges what the browser brought back for who it is.
   * @throws Refused `signIn.cancelled`, `signIn.failed`, `signIn.serviceDown`
   */
  async complete(issuer: OidcIssuer, query: string, proofs: FlowProofs): Promise<Arrived> {
    const configuration = await this.configurationOf(issuer);
    try {
      const tokens = await authorizationCodeGrant(configuration, new URL(`?${query}`, this.backAt), {
        expectedState: proofs.state,
        expectedNonce: proofs.nonce,
        pkceCodeVerifier: proofs.codeVerifier,
      });
      const told = tokens.claims();
      if (!told || !tokens.id_token) throw new Refused('signIn.failed');
      const claims = await this.withUserInfo(configuration, tokens.access_token, { ...told });
      return { issuer: issuer.issuer, subject: told.sub, claims, idToken: tokens.id_token };
    } catch (error) {
      throw this.refusalFor(issuer, error);
    }
  }

  /** Where the browser signs out of the service, or null when the service has no such place or cannot be reached. */
  async signOutAt(issuerId: string, idToken: string): Promise<string | null> {
    const issuer = this.config.oidcIssuers.find((each) => each.id === issuerId);
    if (!issuer) return null;
    try {
      const configuration = await this.configurationOf(issuer);
      if (!configuration.serverMetadata().end_session_endpoint) return null;
      return buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${this.config.publicUrl}/arbete/logga-in?utloggad`,
      }).href;
    } catch (error) {
      // Signing out here must not fail because of the service.
      if (error instanceof Refused) return null;
      throw error;
    }
  }

  private get backAt(): string {
    return `${this.config.publicUrl}/arbete/logga-in/svar`;
  }

  /** Groups and the like often stand in the user info alone. What the signed token says wins. */
  private async withUserInfo(
    configuration: Configuration,
    accessToken: string,
    claims: Claims & { readonly sub: string },
  ): Promise<Claims> {
    if (!configuration.serverMetadata().userinfo_endpoint) return claims;
    const info = await fetchUserInfo(configuration, accessToken, claims.sub);
    return { ...info, ...claims };
  }

  private async configurationOf(issuer: OidcIssuer): Promise<Configuration> {
    const found = this.known.get(issuer.id);
    if (found && Date.now() - found.readAt < keepMs) return found.configuration;
    const { clientId, clientSecret } = issuer;
    const isHere = issuer.issuer.startsWith('http:');
    try {
      const configuration = await discovery(
        new URL(issuer.issuer),
        clientId,
        undefined,
        clientSecret === null ? None() : ClientSecretPost(clientSecret),
        { timeout: patienceSeconds, execute: isHere ? [withoutTls] : [] },
      );
      this.known.set(issuer.id, { configuration, readAt: Date.now() });
      return configuration;
    } catch (error) {
      throw this.serviceDown(issuer, error);
    }
  }

  /** What the service said is told in our words; its own are logged by their code alone. */
  private refusalFor(issuer: OidcIssuer, error: unknown): Refused {
    if (error instanceof Refused) return error;
    if (error instanceof AuthorizationResponseError) {
      this.logger.warn({ issuer: issuer.id, code: codeOf(error.error), message: 'The service said no' });
      return new Refused(error.error === 'access_denied' ? 'signIn.cancelled' : 'signIn.failed');
    }
    if (error instanceof ResponseBodyError || (error instanceof ClientError && !isUnreachable(error))) {
      const code = codeOf(error instanceof ResponseBodyError ? error.error : error.code);
      this.logger.warn({ issuer: issuer.id, code, message: 'A sign-in could not be completed' });
      return new Refused('signIn.failed');
    }
    return this.serviceDown(issuer, error);
  }

  private serviceDown(issuer: OidcIssuer, error: unknown): Refused {
    const code = error instanceof ClientError ? codeOf(error.code) : 'unreachable';
    this.logger.error({ issuer: issuer.id, code, message: 'A sign-in service cannot be used' });
    return new Refused('signIn.serviceDown');
  }
}

function isUnreachable({ code }: ClientError): boolean {
  return code === 'OAUTH_TIMEOUT';
}

/** A code as it may stand in a log. */
function codeOf(code: string | undefined): string {
  return code && /^[\w.-]{1,60}$/.test(code) ? code : 'unknown';
}
