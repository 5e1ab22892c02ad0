import type { Assignee, Assignees } from '@lofteskartan/shared/contracts/assignments';
import type { Role } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Who has proposal `p`, from the tables below; null when nobody has. */
export const assigneeOf = `CASE WHEN team.id IS NOT NULL THEN json_build_object('accountId', holder.id, 'name', holder.name,
  'organisation', team.slug, 'organisationName', team.name, 'active', coalesce(holder.active, true)) END`;

/** The tables behind `assigneeOf`. */
export const assigneeTables = `LEFT JOIN accounts holder ON holder.id = p.assigned_account_id
  LEFT JOIN organisations team ON team.id = p.assigned_organisation_id`;

/** In whose hands a proposal is put: null and null for nobody's. */
export interface Hands {
  readonly accountId: string | null;
  readonly organisationId: string | null;
}

/** Who has which proposal, and to whom it may be given. */
@Injectable()
export class AssignmentRepository {
  /** Who has a proposal. */
  async of(manager: EntityManager, proposalId: string): Promise<Assignee | null> {
    const [row] = await manager.query<{ assignee: Assignee | null }[]>(
      `SELECT ${assigneeOf} AS assignee FROM proposals p ${assigneeTables} WHERE p.id = $1`,
      [proposalId],
    );
    return row?.assignee ?? null;
  }

  /** Puts a proposal in somebody's hands: a new version, since the next who decides should know. */
  async save(
    manager: EntityManager,
    proposalId: string,
    { accountId, organisationId }: Hands,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE proposals SET assigned_account_id = $2, assigned_organisation_id = $3, version = version + 1, updated_at = $4
       WHERE id = $1`,
      [proposalId, accountId, organisationId, now],
    );
  }

  /** The hands of an active person who handles proposals in a municipality, or null. */
  async handsOfPerson(
    manager: EntityManager,
    municipalityId: string,
    accountId: string,
    roles: readonly Role[],
  ): Promise<Hands | null> {
    const [row] = await manager.query<Hands[]>(
      `SELECT a.id AS "accountId", o.id AS "organisationId" FROM accounts a
       JOIN memberships m ON m.account_id = a.id AND m.municipality_id = $1 AND m.role = ANY ($3::text[])
       JOIN organisations o ON o.id = m.organisation_id
       WHERE a.id = $2 AND a.active ORDER BY o.slug LIMIT 1`,
      [municipalityId, accountId, roles],
    );
    return row ?? null;
  }

  /** The hands of an organisation that works in a municipality, or null. */
  async handsOfOrganisation(
    manager: EntityManager,
    municipalityId: string,
    slug: string,
  ): Promise<Hands | null> {
    const [row] = await manager.query<Hands[]>(
      `SELECT NULL AS "accountId", o.id AS "organisationId" FROM organisations o
       JOIN municipality_organisations mo ON mo.organisation_id = o.id AND mo.municipality_id = $1 WHERE o.slug = $2`,
      [municipalityId, slug],
    );
    return row ?? null;
  }

  /** To whom proposals of each municipality may be assigned; not in any order. */
  candidates(
    manager: EntityManager,
    municipalityIds: readonly string[],
    roles: readonly Role[],
  ): Promise<Assignees[]> {
    return manager.query<Assignees[]>(
      `SELECT t.slug AS municipality,
         (SELECT coalesce(json_agg(json_build_object('accountId', c.id, 'name', c.name, 'organisationName', c.organisation)), '[]')
          FROM (SELECT DISTINCT ON (a.id) a.id, a.name, o.name AS organisation FROM memberships m
            JOIN accounts a ON a.id = m.account_id AND a.active JOIN organisations o ON o.id = m.organisation_id
            WHERE m.municipality_id = t.id AND m.role = ANY ($2::text[]) ORDER BY a.id, o.slug) AS c) AS colleagues,
         (SELECT coalesce(json_agg(json_build_object('organisation', o.slug, 'name', o.name)), '[]')
          FROM municipality_organisations mo JOIN organisations o ON o.id = mo.organisation_id
          WHERE mo.municipality_id = t.id) AS organisations
       FROM municipalities t WHERE t.id = ANY ($1::uuid[]) ORDER BY t.slug`,
      [municipalityIds, roles],
    );
  }
}
