import type { Account, Membership } from '@lofteskartan/shared/contracts/staff';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { countsInSession } from './session.repository.js';

/** What a sign-in is checked against. */
export interface Credentials {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Null for who has no password here. */
  readonly passwordHash: string | null;
  readonly active: boolean;
}

/** A session with the names of what its person is a member of. */
export interface SessionRow {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly installationAdmin: boolean;
  readonly memberships: Membership[];
  readonly expiresAt: Date;
  readonly seenAt: Date;
  readonly issuerId: string | null;
  readonly hasSecondFactor: boolean;
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
  invited_until: Date | null;
  can_sign_in: boolean;
  second_factor: boolean;
  version: number;
}

/** What is told of account `a` beside its own columns. */
const waysOf = `
  a.password_hash IS NOT NULL OR EXISTS (SELECT 1 FROM account_identities i WHERE i.account_id = a.id) AS can_sign_in,
  EXISTS (SELECT 1 FROM second_factors f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL) AS second_factor,
  (SELECT max(l.expires_at) FROM account_links l
    WHERE l.account_id = a.id AND l.purpose = 'invitation' AND l.ended_at IS NULL) AS invited_until`;

/** Memberships of account `a` as JSON, those alone that `condition` lets through. */
const membershipsOf = (condition: string) => `coalesce((
  SELECT json_agg(json_build_object('organisation', o.slug, 'organisationName', o.name, 'organisationType', o.type,
    'municipality', mu.slug, 'municipalityName', mu.name, 'role', m.role, 'issuer', m.issuer_id) ORDER BY mu.slug, o.slug, m.role)
  FROM memberships m JOIN organisations o ON o.id = m.organisation_id JOIN municipalities mu ON mu.id = m.municipality_id
  WHERE m.account_id = a.id AND ${condition}), '[]') AS memberships`;

/** Reads accounts. */
@Injectable()
export class AccountViewRepository {
  /** What a sign-in with this e-mail address is checked against, or null. */
  async credentials(manager: EntityManager, email: string): Promise<Credentials | null> {
    return this.credentialsWhere(manager, 'lower(email) = lower($1)', email);
  }

  /** The same of an account that is known. */
  async credentialsOf(manager: EntityManager, accountId: string): Promise<Credentials | null> {
    return this.credentialsWhere(manager, 'id = $1', accountId);
  }

  private async credentialsWhere(
    manager: EntityManager,
    condition: string,
    value: string,
  ): Promise<Credentials | null> {
    const [row] = await manager.query<Credentials[]>(
      `SELECT id, email, name, password_hash AS "passwordHash", active FROM accounts WHERE ${condition}`,
      [value],
    );
    return row ?? null;
  }

  /** Whose session this is, with the names of what they are a member of. */
  async session(manager: EntityManager, tokenHash: Buffer): Promise<SessionRow | null> {
    const [row] = await manager.query<SessionRow[]>(
      `SELECT a.id AS "accountId", a.name, a.email, a.installation_admin AS "installationAdmin", s.expires_at AS "expiresAt", s.seen_at AS "seenAt", s.issuer_id AS "issuerId",
         EXISTS (SELECT 1 FROM second_factors f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL) AS "hasSecondFactor",
         ${membershipsOf(countsInSession)}
       FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE s.token_hash = $1`,
      [tokenHash],
    );
    return row ?? null;
  }

  /** Accounts with a membership in one of the municipalities, by e-mail address, with their memberships there alone. */
  async page(
    manager: EntityManager,
    municipalityIds: readonly string[],
    after: readonly [email: string, id: string] | null,
    limit: number,
    now: Date,
  ): Promise<AccountRow[]> {
    const rows = await manager.query<RawAccount[]>(
      `SELECT a.id, a.email, lower(a.email) AS sort_email, a.name, a.active, a.version, a.installation_admin, a.created_at, a.last_sign_in_at, ${waysOf},
         ${membershipsOf('m.municipality_id = ANY ($1::uuid[])')}
       FROM accounts a
       WHERE EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = a.id AND m.municipality_id = ANY ($1::uuid[]))
         AND ($2::text IS NULL OR (lower(a.email) COLLATE "C", a.id) > ($2::text COLLATE "C", $3::uuid))
       ORDER BY lower(a.email) COLLATE "C", a.id LIMIT $4`,
      [municipalityIds, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
    return rows.map((row) => ({ account: toAccount(row, now), sortEmail: row.sort_email }));
  }

  /** One account with its memberships in these municipalities alone. Whether it may be seen is for the caller to decide. */
  async one(
    manager: EntityManager,
    accountId: string,
    municipalityIds: readonly string[],
    now: Date,
  ): Promise<Account | null> {
    const [row] = await manager.query<RawAccount[]>(
      `SELECT a.id, a.email, a.name, a.active, a.version, a.installation_admin, a.created_at, a.last_sign_in_at, ${waysOf},
         ${membershipsOf('m.municipality_id = ANY ($2::uuid[])')}
       FROM accounts a WHERE a.id = $1`,
      [accountId, municipalityIds],
    );
    return row ? toAccount(row, now) : null;
  }
}

function toAccount(row: RawAccount, now: Date): Account {
  const until = row.invited_until;
  return {
    ...shownOf(row),
    invitation: until && !row.can_sign_in ? { expiresAt: until.toISOString(), expired: until <= now } : null,
    canSignIn: row.can_sign_in,
    secondFactor: row.second_factor,
    version: row.version,
  };
}

function shownOf(row: RawAccount): Omit<Account, 'invitation' | 'canSignIn' | 'secondFactor' | 'version'> {
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
