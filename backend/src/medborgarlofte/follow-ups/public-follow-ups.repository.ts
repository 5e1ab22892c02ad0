import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type {
  FollowUp,
  FollowUpCorrection,
  FollowUpSummary,
} from '@lofteskartan/shared/contracts/follow-ups';
import type { Language } from '@lofteskartan/shared/vocabulary';
import type { FrozenFollowUp } from './follow-ups.repository.js';

type Source = DataSource | EntityManager;

/** Published follow-ups as everyone reads them: from the public tables alone. */
@Injectable()
export class PublicFollowUpsRepository {
  /** A page of a municipality's follow-ups, or of all, the latest day first. */
  async page(
    source: Source,
    wanted: { municipality: string | null; after: { asOf: string; id: string } | null; limit: number },
  ): Promise<FollowUpSummary[]> {
    const rows = await source.query<(Omit<FollowUpSummary, 'publishedAt'> & { publishedAt: Date })[]>(
      `SELECT follow_up_id AS id, municipality, medborgarlofte_id AS "medborgarlofteId",
          to_char(as_of, 'YYYY-MM-DD') AS "asOf", published_at AS "publishedAt"
        FROM public_follow_ups
        WHERE municipality IN (SELECT slug FROM municipalities WHERE opened_at IS NOT NULL) AND ($1::text IS NULL OR municipality = $1) AND ($2::date IS NULL OR (as_of, follow_up_id) < ($2::date, $3::uuid))
        ORDER BY as_of DESC, follow_up_id DESC LIMIT $4`,
      [wanted.municipality, wanted.after?.asOf ?? null, wanted.after?.id ?? null, wanted.limit],
    );
    return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  }

  /** One follow-up in a language, by its id or by its municipality and day; null when there is none. */
  async one(
    source: Source,
    wanted: { readonly id: string } | { readonly municipality: string; readonly asOf: string },
    language: Language,
  ): Promise<FollowUp | null> {
    const [condition, parameters] =
      'id' in wanted
        ? ['follow_up_id = $2', [wanted.id]]
        : ['municipality = $2 AND as_of = $3', [wanted.municipality, wanted.asOf]];
    const [row] = await source.query<{ view: FrozenFollowUp }[]>(
      `SELECT view -> $1 AS view FROM public_follow_ups
        WHERE municipality IN (SELECT slug FROM municipalities WHERE opened_at IS NOT NULL) AND ${condition}`,
      [language, ...parameters],
    );
    return row ? { ...row.view, corrections: await this.corrections(source, row.view.id) } : null;
  }

  /** The corrections of a follow-up, the oldest first. */
  async corrections(source: Source, id: string): Promise<FollowUpCorrection[]> {
    const rows = await source.query<(Omit<FollowUpCorrection, 'at'> & { at: Date })[]>(
      `SELECT at, commitment_id AS "commitmentId", text, reason FROM public_follow_up_corrections
        WHERE follow_up_id = $1 ORDER BY id`,
      [id],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
