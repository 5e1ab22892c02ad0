import type { AnswerTimeSettings } from '@lofteskartan/shared/answer-times';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LedgerRow, OwnedCommitment } from './answer-ledger.rules.js';

/**
 * The one statement that counts. It groups what `public_proposals_ledger_idx` holds, so it reads that index alone: some hundred
 * groups come back, however many proposals there are.
 */
export const LEDGER_STATEMENT = `
  SELECT p.locality, p.kind, p.status, p.commitment_id AS "commitmentId", p.responsible,
    sum(1 + p.gathered_count)::integer AS count, sum(p.gathered_count)::integer AS gathered,
    coalesce(sum(1 + p.gathered_count) FILTER (WHERE p.answer_due_at <= $2), 0)::integer AS old,
    sum(p.to_call_count)::integer AS "toCall", coalesce(sum(p.to_call_count) FILTER (WHERE p.answer_due_at <= $2), 0)::integer AS "oldToCall"
  FROM public_proposals AS p
  WHERE p.listed AND p.municipality_id = $1
  GROUP BY p.locality, p.kind, p.status, p.commitment_id, p.responsible`;

/** A municipality with its answer times and the names of its localities. */
export interface LedgerMunicipality {
  readonly id: string;
  readonly settings: AnswerTimeSettings;
  readonly localities: readonly { readonly slug: string; readonly name: string }[];
}

/** Counts answers, from public rows alone. */
@Injectable()
export class AnswerLedgerRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The municipality of a slug, or null. */
  async municipality(slug: string): Promise<LedgerMunicipality | null> {
    const [row] = await this.dataSource.query<LedgerMunicipality[]>(
      `SELECT m.id, m.settings, (SELECT coalesce(json_agg(json_build_object('slug', l.slug, 'name', l.name)), '[]')
         FROM localities l WHERE l.municipality_id = m.id) AS localities
       FROM municipalities m WHERE m.slug = $1 AND m.opened_at IS NOT NULL`,
      [slug],
    );
    return row ?? null;
  }

  /** How many proposals there are of each sort; those are old whose answer was due before `now`. */
  count(municipalityId: string, now: Date): Promise<LedgerRow[]> {
    return this.dataSource.query<LedgerRow[]>(LEDGER_STATEMENT, [municipalityId, now]);
  }

  /** The commitments of some municipalities, or of all, with the first owner of each. @param slugs of municipalities */
  commitments(slugs: readonly string[] | undefined): Promise<OwnedCommitment[]> {
    return this.dataSource.query<OwnedCommitment[]>(
      `SELECT c.id, m.slug AS municipality, c.accepts_kinds AS "acceptsKinds",
         (SELECT json_build_object('slug', o.slug, 'name', o.name)
          FROM commitment_organisations co JOIN organisations o ON o.id = co.organisation_id
          WHERE co.commitment_id = c.id AND co.part = 'owner' ORDER BY co.sort, o.slug LIMIT 1) AS owner
       FROM commitments c JOIN municipalities m ON m.id = c.municipality_id
       WHERE $1::text[] IS NULL OR m.slug = ANY ($1::text[]) ORDER BY m.slug, c.number`,
      [slugs ?? null],
    );
  }
}
