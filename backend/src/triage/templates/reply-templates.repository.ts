import type {
  AddReplyTemplate,
  ReplyTemplate,
  ReplyTemplateVersion,
  TemplateOrganisation,
} from '@lofteskartan/shared/contracts/reply-templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What a template holds. */
export type TemplateContent = Pick<
  AddReplyTemplate,
  'name' | 'status' | 'kind' | 'reason' | 'organisationId' | 'text' | 'active'
>;

type Fields<Class> = Pick<Class, keyof Class>;

/** A template with whose it is. */
export type TemplateRow = Omit<Fields<ReplyTemplate>, 'updatedAt'> & {
  readonly municipalityId: string;
  readonly updatedAt: Date;
};

const content = (of: string) =>
  `${of}.name, ${of}.status, ${of}.kind, ${of}.reason, ${of}.organisation_id AS "organisationId", ${of}.text, ${of}.active`;
const columns = `t.id, t.municipality_id AS "municipalityId", m.slug AS municipality, ${content('t')}, o.name AS organisation, t.version,
  t.updated_at AS "updatedAt"`;
const tables = `reply_templates t JOIN municipalities m ON m.id = t.municipality_id LEFT JOIN organisations o ON o.id = t.organisation_id`;

const values = ({ name, status, kind, reason, organisationId, text, active }: TemplateContent) => [
  name,
  status,
  kind,
  reason,
  organisationId,
  JSON.stringify({ sv: text.sv, en: text.en }),
  active,
];

/** Reply templates, and all that they have been. */
@Injectable()
export class ReplyTemplatesRepository {
  /** The templates of some municipalities, those that are put away too. */
  all(manager: EntityManager, municipalityIds: readonly string[]): Promise<TemplateRow[]> {
    return manager.query(
      `SELECT ${columns} FROM ${tables} WHERE t.municipality_id = ANY ($1::uuid[]) ORDER BY m.slug, t.status, t.name, t.id`,
      [municipalityIds],
    );
  }

  /** A template, locked until the transaction ends; null when there is none. */
  async lock(manager: EntityManager, id: string): Promise<TemplateRow | null> {
    const [row] = await manager.query<TemplateRow[]>(
      `SELECT ${columns} FROM ${tables} WHERE t.id = $1 FOR UPDATE OF t`,
      [id],
    );
    return row ?? null;
  }

  /** Whether a municipality has any template, put away or not. */
  async hasAny(manager: EntityManager, municipalityId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM reply_templates WHERE municipality_id = $1 LIMIT 1',
      [municipalityId],
    );
    return rows.length > 0;
  }

  /** The organisations that have members in some municipalities. @param accountId whose own are told */
  organisations(
    manager: EntityManager,
    municipalityIds: readonly string[],
    accountId: string,
  ): Promise<Fields<TemplateOrganisation>[]> {
    return manager.query(
      `SELECT o.id, o.name, t.slug AS municipality, bool_or(m.account_id = $2) AS "isOwn"
       FROM memberships m JOIN organisations o ON o.id = m.organisation_id JOIN municipalities t ON t.id = m.municipality_id
       WHERE m.municipality_id = ANY ($1::uuid[]) GROUP BY o.id, o.name, t.slug ORDER BY t.slug, o.name, o.id`,
      [municipalityIds, accountId],
    );
  }

  /** Whether an organisation has members in a municipality. */
  async worksIn(manager: EntityManager, organisationId: string, municipalityId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM memberships WHERE organisation_id = $1 AND municipality_id = $2 LIMIT 1',
      [organisationId, municipalityId],
    );
    return rows.length > 0;
  }

  /** Adds a template. @returns its id */
  async add(
    manager: EntityManager,
    municipalityId: string,
    given: TemplateContent,
    at: Date,
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO reply_templates (municipality_id, updated_at, name, status, kind, reason, organisation_id, text, active)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [municipalityId, at, ...values(given)],
    );
    if (!row) throw new Error('An insert without a row');
    return row.id;
  }

  /** Stores what a template is from now on. */
  async save(manager: EntityManager, id: string, given: TemplateContent, at: Date): Promise<void> {
    await manager.query(
      `UPDATE reply_templates SET version = version + 1, updated_at = $2, name = $3, status = $4, kind = $5, reason = $6,
         organisation_id = $7, text = $8, active = $9 WHERE id = $1`,
      [id, at, ...values(given)],
    );
  }

  /** Keeps what a template is now in its history. @param accountId who made it so; null for the product */
  async remember(manager: EntityManager, id: string, accountId: string | null): Promise<void> {
    await manager.query(
      `INSERT INTO reply_template_versions
         (template_id, version, name, status, kind, reason, organisation_id, text, active, changed_by, changed_at)
       SELECT id, version, name, status, kind, reason, organisation_id, text, active, $2, updated_at FROM reply_templates WHERE id = $1`,
      [id, accountId],
    );
  }

  /** All that a template has been, the latest first. */
  async history(manager: EntityManager, id: string): Promise<Fields<ReplyTemplateVersion>[]> {
    const rows = await manager.query<(Omit<Fields<ReplyTemplateVersion>, 'at'> & { at: Date })[]>(
      `SELECT ${content('v')}, v.version, a.name AS by, v.changed_at AS at FROM reply_template_versions v
       LEFT JOIN accounts a ON a.id = v.changed_by WHERE v.template_id = $1 ORDER BY v.version DESC`,
      [id],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
