import type { OrganisationType, Role } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** An organisation in a municipality where it works, by the slugs that were asked for. */
export interface GrantPlace {
  readonly municipality: string;
  readonly municipalityId: string;
  readonly organisation: string;
  readonly organisationId: string;
  readonly organisationType: OrganisationType;
}

/** A membership to store. */
export interface MembershipToStore {
  readonly organisationId: string;
  readonly municipalityId: string;
  readonly role: Role;
}

/** What is changed of an account; what is undefined stays. */
export interface AccountChange {
  readonly name?: string;
  readonly passwordHash?: string;
  readonly active?: boolean;
}

/** An account that is locked until the transaction ends. */
export interface LockedAccount {
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly version: number;
  readonly hasPassword: boolean;
  readonly hasIdentity: boolean;
  readonly isInstallationAdmin: boolean;
  readonly municipalityIds: readonly string[];
  readonly roles: readonly Role[];
}

/** The tables `accounts` and `memberships`. */
@Injectable()
export class AccountRepository {
  /** Creates an account; null when one of this e-mail address exists. */
  async create(
    manager: EntityManager,
    account: { email: string; name: string; passwordHash: string | null; now: Date },
  ): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO accounts (email, name, password_hash, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)
       ON CONFLICT ((lower(email))) DO NOTHING RETURNING id`,
      [account.email, account.name, account.passwordHash, account.now],
    );
    return row?.id ?? null;
  }

  /** The municipalities of an account that is locked until the transaction ends, or null when there is no such account. */
  async lock(manager: EntityManager, accountId: string): Promise<LockedAccount | null> {
    const [account] = await manager.query<Omit<LockedAccount, 'municipalityIds' | 'roles'>[]>(
      `SELECT name, email, active, version, password_hash IS NOT NULL AS "hasPassword", installation_admin AS "isInstallationAdmin",
         EXISTS (SELECT 1 FROM account_identities i WHERE i.account_id = accounts.id) AS "hasIdentity"
       FROM accounts WHERE id = $1 FOR NO KEY UPDATE`,
      [accountId],
    );
    if (!account) return null;
    const rows = await manager.query<{ municipality_id: string; role: Role }[]>(
      'SELECT DISTINCT municipality_id, role FROM memberships WHERE account_id = $1',
      [accountId],
    );
    const municipalityIds = [...new Set(rows.map((row) => row.municipality_id))];
    return { ...account, municipalityIds, roles: rows.map(({ role }) => role) };
  }

  /** Changes an account; its version counts on, unless nothing but the password is new, which nobody else writes. */
  async change(manager: EntityManager, accountId: string, change: AccountChange, now: Date): Promise<void> {
    await manager.query(
      `UPDATE accounts SET name = coalesce($2, name), password_hash = coalesce($3, password_hash),
         active = coalesce($4, active), version = version + CASE WHEN $3::text IS NULL THEN 1 ELSE 0 END,
         updated_at = $5 WHERE id = $1`,
      [accountId, change.name ?? null, change.passwordHash ?? null, change.active ?? null, now],
    );
  }

  /** Replaces the memberships that were given here in some municipalities; those elsewhere and those of a sign-in service stay. */
  async replaceMemberships(
    manager: EntityManager,
    accountId: string,
    municipalityIds: readonly string[],
    memberships: readonly MembershipToStore[],
  ): Promise<void> {
    await manager.query(
      'DELETE FROM memberships WHERE account_id = $1 AND municipality_id = ANY ($2::uuid[]) AND issuer_id IS NULL',
      [accountId, municipalityIds],
    );
    await this.addMemberships(manager, accountId, memberships);
  }

  /** Gives memberships; one that is there already stays, and is no longer a service's to take away when it is given here. */
  async addMemberships(
    manager: EntityManager,
    accountId: string,
    memberships: readonly MembershipToStore[],
    issuerId: string | null = null,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO memberships (account_id, organisation_id, municipality_id, role, issuer_id)
       SELECT DISTINCT $1::uuid, "organisationId", "municipalityId", role, $3::text FROM jsonb_to_recordset($2::jsonb)
         AS given ("organisationId" uuid, "municipalityId" uuid, role text)
       ON CONFLICT ON CONSTRAINT memberships_unique DO UPDATE SET issuer_id = NULL
         WHERE memberships.issuer_id IS NOT NULL AND excluded.issuer_id IS NULL`,
      [accountId, JSON.stringify(memberships), issuerId],
    );
  }

  /** Replaces the memberships that a sign-in service has given. @returns whether that changes any */
  async replaceIssued(
    manager: EntityManager,
    accountId: string,
    issuerId: string,
    memberships: readonly MembershipToStore[],
  ): Promise<boolean> {
    const before = await this.issued(manager, accountId, issuerId);
    await manager.query('DELETE FROM memberships WHERE account_id = $1 AND issuer_id = $2', [
      accountId,
      issuerId,
    ]);
    await this.addMemberships(manager, accountId, memberships, issuerId);
    return before !== (await this.issued(manager, accountId, issuerId));
  }

  /** The memberships that a sign-in service has given, as one text to compare. */
  private async issued(manager: EntityManager, accountId: string, issuerId: string): Promise<string> {
    const [row] = await manager.query<{ all: string | null }[]>(
      `SELECT string_agg(concat_ws(' ', organisation_id, municipality_id, role), ',' ORDER BY organisation_id, municipality_id, role) AS "all"
       FROM memberships WHERE account_id = $1 AND issuer_id = $2`,
      [accountId, issuerId],
    );
    return row?.all ?? '';
  }

  /** A membership of a role in each municipality's own office. */
  async officeGrants(manager: EntityManager, role: Role): Promise<MembershipToStore[]> {
    return manager.query(
      `SELECT DISTINCT ON (mo.municipality_id) mo.municipality_id AS "municipalityId", o.id AS "organisationId", $1::text AS role
       FROM municipality_organisations mo JOIN organisations o ON o.id = mo.organisation_id
       WHERE o.type = 'municipality' ORDER BY mo.municipality_id, o.slug`,
      [role],
    );
  }

  /** Which of these municipalities exist, and which organisations work in them. */
  async grantPlaces(manager: EntityManager, municipalities: readonly string[]): Promise<GrantPlace[]> {
    return manager.query(
      `SELECT mu.slug AS municipality, mu.id AS "municipalityId", o.slug AS organisation, o.id AS "organisationId",
         o.type AS "organisationType"
       FROM municipalities mu JOIN municipality_organisations mo ON mo.municipality_id = mu.id
       JOIN organisations o ON o.id = mo.organisation_id WHERE mu.slug = ANY ($1::text[])`,
      [municipalities],
    );
  }
}
