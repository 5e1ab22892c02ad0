import type { Account, Membership, Session } from '@lofteskartan/shared/contracts/staff';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What a sign-in is checked against. */
export interface Credentials {
  readonly id: string;
  readonly passwordHash: string;
  readonly active: boolean;
}

/** An account with the sort key of its list. */
export interface AccountRow {
  readonly account: Account;
  readonly sortEmail: string;
}

interface RawAccount {
  id: string;
  email: string;
  sort_email: string;
  name: string;
  active: boolean;
  installation_admin: boolean;
  memberships: Membership[];
  created_at: Date;
  last_sign_in_at: Date | null;
}

/** Memberships of account `a` as JSON, those alone that `condition` lets through. */
const membershipsOf = (condition: string) => `coalesce((
  SELECT json_agg(json_build_object('organisation', o.slug, 'organisationName', o.name, 'organisationType', o.type,
    'municipality', mu.slug, 'municipalityName', mu.name, 'role', m.role) ORDER BY mu.slug, o.slug, m.role)
  FROM memberships m JOIN organisations o ON o.id = m.organisation_id JOIN municipalities mu ON mu.id = m.municipality_id
  WHERE m.account_id = a.id AND ${condition}), '[]') AS memberships`;

/** Reads accounts. */
@Injectable()
export class AccountViewRepository {
  /** What a sign-in with this e-mail address is checked against, or null. */
  async credentials(manager: EntityManager, email: string): Promise<Credentials | null> {
    const [row] = await manager.query<{ id: string; password_hash: string; active: boolean }[]>(
      'SELECT id, password_hash, active FROM accounts WHERE lower(email) = lower($1)',
      [email],
    );
    return row ? { id: row.id, passwordHash: row.password_hash, active: row.active } : null;
  }

  /** Whose session this is, with the names of what they are a member of. */
  async session(manager: EntityManager, tokenHash: Buffer): Promise<Session | null> {
    const [row] = await manager.query<
      {
        id: string;
        name: string;
        email: string;
        installation_admin: boolean;
        memberships: Membership[];
        expires_at: Date;
      }[]
    >(
      `SELECT a.id, a.name, a.email, a.installation_admin, s.expires_at, ${membershipsOf('true')}
       FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE s.token_hash = $1`,
      [tokenHash],
    );
    if (!row) return null;
    return {
      accountId: row.id,
      name: row.name,
      email: row.email,
      installationAdmin: row.installation_admin,
      memberships: row.memberships,
      expiresAt: row.expires_at.toISOString(),
    };
  }

  /** Accounts with a membership in one of the municipalities, by e-mail address, with their memberships there alone. */
  async page(
    manager: EntityManager,
    municipalityIds: readonly string[],
    after: readonly [email: string, id: string] | null,
    limit: number,
  ): Promise<AccountRow[]> {
    const rows = await manager.query<RawAccount[]>(
      `SELECT a.id, a.email, lower(a.email) AS sort_email, a.name, a.active, a.installation_admin, a.created_at, a.last_sign_in_at,
         ${membershipsOf('m.municipality_id = ANY ($1::uuid[])')}
       FROM accounts a
       WHERE EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = a.id AND m.municipality_id = ANY ($1::uuid[]))
         AND ($2::text IS NULL OR (lower(a.email) COLLATE "C", a.id) > ($2::text COLLATE "C", $3::uuid))
       ORDER BY lower(a.email) COLLATE "C", a.id LIMIT $4`,
      [municipalityIds, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
    return rows.map((row) => ({ account: toAccount(row), sortEmail: row.sort_email }));
  }

  /** One account with its memberships in these municipalities alone. Whether it may be seen is for the caller to decide. */
  async one(
    manager: EntityManager,
    accountId: string,
    municipalityIds: readonly string[],
  ): Promise<Account | null> {
    const [row] = await manager.query<RawAccount[]>(
      `SELECT a.id, a.email, a.name, a.active, a.installation_admin, a.created_at, a.last_sign_in_at,
         ${membershipsOf('m.municipality_id = ANY ($2::uuid[])')}
       FROM accounts a WHERE a.id = $1`,
      [accountId, municipalityIds],
    );
    return row ? toAccount(row) : null;
  }
}

function toAccount(row: RawAccount): Account {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    active: row.active,
    installationAdmin: row.installation_admin,
    memberships: row.memberships,
    createdAt: row.created_at.toISOString(),
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
  };
}
