import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Somebody at a sign-in service: the issuer's address and its name for the person, which never change. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** Any number that no other lock of the house takes. */
const identityLock = 1764;

/** The table `account_identities`. */
@Injectable()
export class IdentityRepository {
  /** The account that an identity is tied to, or null. */
  async accountOf(manager: EntityManager, { issuer, subject }: Identity): Promise<string | null> {
    const [row] = await manager.query<{ account_id: string }[]>(
      'SELECT account_id FROM account_identities WHERE issuer = $1 AND subject = $2',
      [issuer, subject],
    );
    return row?.account_id ?? null;
  }

  /** Lets only one transaction at a time decide what becomes of an identity. */
  async lock(manager: EntityManager, { issuer, subject }: Identity): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [
      identityLock,
      `${issuer} ${subject}`,
    ]);
  }

  /** Whether an account is tied to anybody at an issuer. */
  async isTied(manager: EntityManager, accountId: string, issuer: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM account_identities WHERE account_id = $1 AND issuer = $2',
      [accountId, issuer],
    );
    return rows.length > 0;
  }

  /** The services that an account is tied to. */
  ofAccount(
    manager: EntityManager,
    accountId: string,
  ): Promise<{ issuerId: string; issuer: string; linkedAt: Date }[]> {
    return manager.query(
      `SELECT issuer_id AS "issuerId", issuer, linked_at AS "linkedAt" FROM account_identities
       WHERE account_id = $1 ORDER BY linked_at, issuer_id`,
      [accountId],
    );
  }

  /** Ties an identity to an account. @returns false when it is tied already */
  async tie(
    manager: EntityManager,
    identity: Identity & { readonly issuerId: string; readonly accountId: string; readonly now: Date },
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO account_identities (issuer_id, issuer, subject, account_id, linked_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING account_id`,
      [identity.issuerId, identity.issuer, identity.subject, identity.accountId, identity.now],
    );
    return rows.length > 0;
  }
}
