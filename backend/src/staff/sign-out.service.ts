import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashToken } from '../platform/security/tokens.js';
import { SessionRepository } from './session.repository.js';

/** Signs out. */
@Injectable()
export class SignOutService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionRepository,
  ) {}

  /** Ends a session. @returns where the browser signs out of the service that opened it, or null */
  async signOut(token: string): Promise<string | null> {
    await this.sessions.end(this.dataSource.manager, hashToken(token));
    return null;
  }
}
