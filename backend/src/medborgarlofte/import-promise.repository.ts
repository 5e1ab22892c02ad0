import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Period } from './pace.rules.js';
import type { CommitmentFile, PromiseFile } from './promise-file.js';

/** Writes promises and commitments; nothing but an import does. */
@Injectable()
export class ImportPromiseRepository {
  /** Writes a promise; one that is there already keeps its period. Returns its id. */
  async upsertPromise(
    manager: EntityManager,
    municipalityId: string,
    promise: PromiseFile,
    period: Period,
    now: Date,
  ): Promise<string> {
    const { sv, en } = promise.intro;
    const channels = promise.channels.map(({ name, url }) => ({
      name: { sv: name, en: name },
      url: url ?? null,
    }));
    const followUps = (promise.followUpLinks ?? []).map(({ name, url }) => ({ name, url }));
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO medborgarloften (municipality_id, slug, title, intro, starts_on, ends_on, focus_areas, goals, channels,
          created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
        ON CONFLICT (municipality_id, slug) DO UPDATE SET title = excluded.title, intro = excluded.intro,
          focus_areas = excluded.focus_areas, goals = excluded.goals, channels = excluded.channels,
          updated_at = CASE WHEN (medborgarloften.title, medborgarloften.intro, medborgarloften.focus_areas,
            medborgarloften.goals, medborgarloften.channels)
            = (excluded.title, excluded.intro, excluded.focus_areas, excluded.goals, excluded.channels)
            THEN medborgarloften.updated_at ELSE excluded.updated_at END
        RETURNING id`,
      [
        municipalityId,
        promise.slug,
        JSON.stringify(promise.title),
        JSON.stringify({ sv: [promise.lead.sv, ...sv], en: [promise.lead.en, ...en] }),
        period.from,
        period.to,
        JSON.stringify(promise.focusAreas),
        JSON.stringify(promise.goals),
        JSON.stringify([...channels, ...followUps]),
        now,
      ],
    );
    return idOf(row);
  }

  /** Writes a commitment and returns its id. An opening balance that is there already stays. */
  async upsertCommitment(
    manager: EntityManager,
    of: { readonly promiseId: string; readonly municipalityId: string },
    commitment: CommitmentFile,
    now: Date,
  ): Promise<string> {
    const { opening } = commitment;
    const values: Record<string, unknown> = {
      number: commitment.number,
      focus_area: commitment.focusArea,
      title: JSON.stringify(commitment.title),
      body: JSON.stringify(commitment.text),
      counted_how: JSON.stringify(commitment.countedHow),
      type: commitment.type,
      target: commitment.target ?? null,
      per_year: commitment.perYear ?? null,
      per_year_for: commitment.perYearFor ?? [],
      unit: commitment.unit ? JSON.stringify(commitment.unit) : null,
      stale_after_days: commitment.staleAfterDays ?? 150,
      accepts_kinds: commitment.acceptsKinds,
      requires_wish: commitment.requiresWish,
      public_position: commitment.publicPosition,
    };
    const columns = Object.keys(values);
    const list = (prefix: string): string => columns.map((column) => `${prefix}.${column}`).join(', ');
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO commitments (medborgarlofte_id, municipality_id, slug, updated_at, opening_count, opening_as_of,
          opening_source, ${columns.join(', ')})
        VALUES ($1, $2, $3, $4, $5, $6, $7, ${columns.map((_, index) => `$${index + 8}`).join(', ')})
        ON CONFLICT (medborgarlofte_id, slug) DO UPDATE SET
          ${columns.map((column) => `${column} = excluded.${column}`).join(', ')},
          updated_at = CASE WHEN (${list('commitments')}) IS NOT DISTINCT FROM (${list('excluded')})
            THEN commitments.updated_at ELSE excluded.updated_at END
        RETURNING id`,
      [
        of.promiseId,
        of.municipalityId,
        commitment.slug,
        now,
        opening?.count ?? null,
        opening?.asOf ?? null,
        opening?.source ?? null,
        ...Object.values(values),
      ],
    );
    return idOf(row);
  }

  /** Makes these the owners and partners of a commitment. */
  async replaceOrganisations(
    manager: EntityManager,
    commitmentId: string,
    { owners, partners }: CommitmentFile,
  ): Promise<void> {
    const parts = [
      ...owners.map(({ organisation }) => ({ organisation, part: 'owner' })),
      ...partners.map(({ organisation }) => ({ organisation, part: 'partner' })),
    ];
    await manager.query('DELETE FROM commitment_organisations WHERE commitment_id = $1', [commitmentId]);
    await manager.query(
      `INSERT INTO commitment_organisations (commitment_id, organisation_id, part, sort)
        SELECT $1::uuid, o.id, given.part, given.sort
        FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS given (slug, part, sort)
        JOIN organisations o ON o.slug = given.slug`,
      [commitmentId, parts.map(({ organisation }) => organisation), parts.map(({ part }) => part)],
    );
  }

  /** Writes the milestones of a commitment; those that are no longer named stay, since activities may have completed them. */
  async upsertMilestones(
    manager: EntityManager,
    commitmentId: string,
    milestones: NonNullable<CommitmentFile['milestones']>,
  ): Promise<void> {
    for (const [sort, { slug, name, due }] of milestones.entries())
      await manager.query(
        `INSERT INTO milestones (commitment_id, slug, name, due_on, sort) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (commitment_id, slug) DO UPDATE SET name = excluded.name, due_on = excluded.due_on, sort = excluded.sort`,
        [commitmentId, slug, JSON.stringify(name), due ?? null, sort],
      );
  }

  /** Types the opening balance of a commitment, once. */
  async setOpening(
    manager: EntityManager,
    commitmentId: string,
    opening: { readonly count: number; readonly asOf: string; readonly source: string },
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE commitments SET opening_count = $2, opening_as_of = $3, opening_source = $4, updated_at = $5
        WHERE id = $1 AND opening_count IS NULL`,
      [commitmentId, opening.count, opening.asOf, opening.source, now],
    );
  }
}

function idOf(row: { id: string } | undefined): string {
  if (!row) throw new Error('A written row did not come back');
  return row.id;
}
