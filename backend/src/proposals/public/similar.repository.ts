import type { Position } from '@lofteskartan/shared/position';
import { LIMITS, OPEN_STATUSES, type ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PUBLIC_COLUMNS, type PublicProposalRow } from './public-proposal.view.js';
import { boxAround, MOST_SIMILAR, NEAR_METRES } from './similar.rules.js';
import { Parameters, type Statement } from './statement.js';

/** Where and what, and since when done ones still count. */
export interface SimilarQuestion {
  readonly position: Position;
  readonly kind: ProposalKind;
  readonly doneSince: string;
}

/** A neighbour with its distance. */
export type SimilarRow = PublicProposalRow & { readonly metres: number };

/**
 * The one statement behind “others already asked here”: a box through the index on the position, then true metres on the ellipsoid. A
 * smaller circle first, so that a crowded town costs no more than a village.
 */
export function similarStatement({ position, kind, doneSince }: SimilarQuestion): Statement {
  const values = new Parameters();
  const [lng, lat] = position.map((degrees) => `${values.add(degrees)}::float8`);
  const wanted = `listed AND kind = ${values.add(kind)}
    AND (status = ANY(${values.add(OPEN_STATUSES)}::text[]) OR (status = 'done' AND done_on >= ${values.add(doneSince)}::date))`;
  const within = (metres: number, condition: string): string => {
    const box = boxAround(position, metres).map((edge) => `${values.add(edge)}::float8`);
    return `SELECT proposal_id, metres FROM (
        SELECT proposal_id, ST_Distance(position::geography, ST_SetSRID(ST_MakePoint(${lng}, ${lat}), 4326)::geography) AS metres
        FROM public_proposals
        WHERE ${condition} position && ST_MakeEnvelope(${box.join(', ')}, 4326) AND ${wanted}
      ) AS candidate
      WHERE metres <= ${metres} ORDER BY metres, proposal_id LIMIT ${MOST_SIMILAR}`;
  };
  const enough = `(SELECT count(*) = ${MOST_SIMILAR} FROM near)`;
  const text = `
    WITH near AS MATERIALIZED (${within(NEAR_METRES, '')}),
    wide AS MATERIALIZED (${within(LIMITS.similarWithinMetres, `NOT ${enough} AND`)}),
    nearest AS (SELECT * FROM near WHERE ${enough} UNION ALL SELECT * FROM wide)
    SELECT ${PUBLIC_COLUMNS}, nearest.metres
    FROM nearest
    JOIN public_proposals AS p USING (proposal_id)
    LEFT JOIN commitments AS c ON c.id = p.commitment_id
    ORDER BY nearest.metres, p.proposal_id`;
  return { text, values: values.all };
}

/** Reads what neighbours already asked for. */
@Injectable()
export class SimilarRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The nearest first, at most 20 within 250 m. */
  nearest(question: SimilarQuestion): Promise<SimilarRow[]> {
    const { text, values } = similarStatement(question);
    return this.dataSource.query<SimilarRow[]>(text, values);
  }
}
