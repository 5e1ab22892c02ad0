import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PromiseContent } from '@lofteskartan/shared/promise-content';
import type { CommitmentValues, PromiseValues } from './promise-values.rules.js';

/** Writes what a published version says to the tables that everyone's pages read. */
@Injectable()
export class PublishedPromiseRepository {
  /** Writes a new promise and returns its id. */
  async insertPromise(
    manager: EntityManager,
    municipalityId: string,
    slug: string,
    values: PromiseValues,
    now: Date,
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO medborgarloften (municipality_id, slug, title, intro, starts_on, ends_on, focus_areas, goals, channels,
          created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) RETURNING id`,
      [municipalityId, slug, ...promiseParameters(values), now],
    );
    if (!row) throw new Error('A written promise did not come back');
    return row.id;
  }

  /** Brings a promise to what a new version says. */
  async updatePromise(manager: EntityManager, id: string, values: PromiseValues, now: Date): Promise<void> {
    await manager.query(
      `UPDATE medborgarloften SET title = $2, intro = $3, starts_on = $4, ends_on = $5, focus_areas = $6, goals = $7,
          channels = $8, updated_at = $9 WHERE id = $1`,
      [id, ...promiseParameters(values), now],
    );
  }

  /** The slugs of a municipality's promises. */
  async promiseSlugs(manager: EntityManager, municipalityId: string): Promise<string[]> {
    const rows = await manager.query<{ slug: string }[]>(
      'SELECT slug FROM medborgarloften WHERE municipality_id = $1',
      [municipalityId],
    );
    return rows.map(({ slug }) => slug);
  }

  /** Addresses of a promise's commitments, those that were taken out too. */
  async commitmentSlugs(manager: EntityManager, promiseId: string): Promise<{ id: string; slug: string }[]> {
    return manager.query<{ id: string; slug: string }[]>(
      'SELECT id, slug FROM commitments WHERE medborgarlofte_id = $1',
      [promiseId],
    );
  }

  /** Writes a commitment; one that is there keeps its id, its address and its opening balance. */
  async putCommitment(
    manager: EntityManager,
    of: { readonly promiseId: string; readonly municipalityId: string },
    { id, slug, ...values }: CommitmentValues,
    now: Date,
  ): Promise<void> {
    const columns = Object.keys(values);
    const list = (prefix: string): string => columns.map((column) => `${prefix}.${column}`).join(', ');
    await manager.query(
      `INSERT INTO commitments (id, slug, medborgarlofte_id, municipality_id, updated_at, ${columns.join(', ')})
        VALUES ($1, $2, $3, $4, $5, ${columns.map((_, index) => `$${index + 6}`).join(', ')})
        ON CONFLICT ON CONSTRAINT commitments_pk DO UPDATE SET
          ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}, removed_at = NULL,
          updated_at = CASE WHEN (${list('commitments')}) IS NOT DISTINCT FROM (${list('excluded')})
            THEN commitments.updated_at ELSE excluded.updated_at END
        WHERE commitments.medborgarlofte_id = excluded.medborgarlofte_id`,
      [id, slug, of.promiseId, of.municipalityId, now, ...Object.values(values)],
    );
  }

  /** Takes out the commitments that a version no longer names. */
  async removeOthers(
    manager: EntityManager,
    promiseId: string,
    kept: readonly string[],
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE commitments SET removed_at = $3, updated_at = $3
        WHERE medborgarlofte_id = $1 AND removed_at IS NULL AND NOT (id = ANY ($2::uuid[]))`,
      [promiseId, kept, now],
    );
  }

  /** Makes these the owners and partners of a commitment, by slug. */
  async putOrganisations(
    manager: EntityManager,
    commitmentId: string,
    { owners, partners }: { readonly owners: readonly string[]; readonly partners: readonly string[] },
  ): Promise<void> {
    await manager.query('DELETE FROM commitment_organisations WHERE commitment_id = $1', [commitmentId]);
    await manager.query(
      `INSERT INTO commitment_organisations (commitment_id, organisation_id, part, sort)
        SELECT $1::uuid, o.id, given.part, given.sort
        FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS given (slug, part, sort)
        JOIN organisations o ON o.slug = given.slug`,
      [
        commitmentId,
        [...owners, ...partners],
        [...owners.map(() => 'owner'), ...partners.map(() => 'partner')],
      ],
    );
  }

  /** Makes these the milestones of a commitment; those that an activity has completed are never among the ones that go. */
  async putMilestones(
    manager: EntityManager,
    commitmentId: string,
    milestones: PromiseContent['commitments'][number]['milestones'],
  ): Promise<void> {
    await manager.query('DELETE FROM milestones WHERE commitment_id = $1 AND NOT (id = ANY ($2::uuid[]))', [
      commitmentId,
      milestones.map(({ id }) => id),
    ]);
    for (const [sort, { id, name, dueOn }] of milestones.entries())
      await manager.query(
        `INSERT INTO milestones (id, commitment_id, slug, name, due_on, sort) VALUES ($1::uuid, $2, $1::uuid::text, $3, $4, $5)
          ON CONFLICT ON CONSTRAINT milestones_pk DO UPDATE SET name = excluded.name, due_on = excluded.due_on, sort = excluded.sort
          WHERE milestones.commitment_id = excluded.commitment_id`,
        [id, commitmentId, JSON.stringify(inBoth(name)), dueOn, sort],
      );
  }
}

const inBoth = ({ sv, en }: { sv: string; en: string }) => ({ sv, en: en || sv });

function promiseParameters({
  title,
  intro,
  from,
  to,
  focusAreas,
  goals,
  channels,
}: PromiseValues): unknown[] {
  return [
    JSON.stringify(title),
    JSON.stringify(intro),
    from,
    to,
    JSON.stringify(focusAreas),
    JSON.stringify(goals),
    JSON.stringify(channels),
  ];
}
