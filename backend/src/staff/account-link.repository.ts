import type { AccountLinkPurpose } from '@lofteskartan/shared/contracts/account-links';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A link, and whose it is. */
export interface StoredLink {
  readonly id: string;
  readonly accountId: string;
  readonly purpose: AccountLinkPurpose;
  readonly language: Language;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

/** The table `account_links`. What a link carries is made of its id and a key, and stands nowhere. */
@Injectable()
export class AccountLinkRepository {
  async create(
    manager: EntityManager,
    link: { accountId: string; purpose: AccountLinkPurpose; language: Language; now: Date; expiresAt: Date },
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO account_links (account_id, purpose, language, created_at, expires_at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [link.accountId, link.purpose, link.language, link.now, link.expiresAt],
    );
    if (!row) throw new Error('The link was not stored');
    return row.id;
  }

  /** Ends the links of a purpose that nobody has used. @returns how many */
  async revoke(
    manager: EntityManager,
    accountId: string,
    purpose: AccountLinkPurpose,
    now: Date,
  ): Promise<number> {
    const [, count] = await manager.query<[unknown, number]>(
      'UPDATE account_links SET ended_at = $3 WHERE account_id = $1 AND purpose = $2 AND ended_at IS NULL',
      [accountId, purpose, now],
    );
    return count;
  }

  /** Uses a link up. @returns false when it was used, was taken back or is too old */
  async use(manager: EntityManager, id: string, now: Date): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      'UPDATE account_links SET ended_at = $2, used = true WHERE id = $1 AND ended_at IS NULL AND expires_at > $2',
      [id, now],
    );
    return count > 0;
  }

  async find(manager: EntityManager, id: string): Promise<StoredLink | null> {
    const [row] = await manager.query<StoredLink[]>(
      `SELECT l.id, l.account_id AS "accountId", l.purpose, l.language, a.name, a.email, a.active,
         l.expires_at AS "expiresAt", l.ended_at AS "endedAt"
       FROM account_links l JOIN accounts a ON a.id = l.account_id WHERE l.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** How many links of a purpose an account was given since a moment. */
  async countSince(
    manager: EntityManager,
    accountId: string,
    purpose: AccountLinkPurpose,
    since: Date,
  ): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM account_links WHERE account_id = $1 AND purpose = $2 AND created_at > $3`,
      [accountId, purpose, since],
    );
    return row?.count ?? 0;
  }

  /** Removes links that ended long ago; returns how many. */
  async forgetOld(manager: EntityManager, before: Date): Promise<number> {
    const [, count] = await manager.query<[unknown, number]>(
      'DELETE FROM account_links WHERE expires_at < $1',
      [before],
    );
    return count;
  }
}
