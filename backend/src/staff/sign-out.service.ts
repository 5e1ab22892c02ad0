import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Secrets } from '../platform/security/secrets.js';
import { hashToken } from '../platform/security/tokens.js';
import { OidcClient } from './oidc-client.js';
import { SessionRepository } from './session.repository.js';

/** Signs out. */
@Injectable()
export class SignOutService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionRepository,
    private readonly client: OidcClient,
    private readonly secrets: Secrets,
  ) {}

  /** Ends a session. @returns where the browser signs out of the service that opened it, or null */
  async signOut(token: string): Promise<string | null> {
    const ended = await this.sessions.end(this.dataSource.manager, hashToken(token));
    const idToken = ended?.idTokenSealed && this.secrets.open('id-token', ended.idTokenSealed);
    if (!ended?.issuerId || !idToken) return null;
    return this.client.signOutAt(ended.issuerId, idToken);
  }
}
