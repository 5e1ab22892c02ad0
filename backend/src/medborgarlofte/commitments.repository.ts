import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { CommitmentType, ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { Words } from './words.js';

/** A commitment with what the rules ask about it. */
export interface CommitmentRow {
  readonly id: string;
  readonly slug: string;
  readonly municipalityId: string;
  /** The municipality's slug. */
  readonly municipality: string;
  /** Whether the municipality is open to its residents. */
  readonly inOpenMunicipality: boolean;
  readonly title: Words;
  readonly type: CommitmentType;
  readonly acceptsKinds: ProposalKind[];
  readonly requiresWish: boolean;
  readonly publicPosition: boolean;
  /** First and last day of its promise; no last day when the promise has no end. */
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** The first day on which it no longer holds; null while it does. */
  readonly closedFrom: string | null;
  /** The last day that the opening balance covers. */
  readonly openingAsOf: string | null;
  readonly owners: { readonly id: string; readonly slug: string; readonly type: OrganisationType }[];
}

type OrganisationType = 'police' | 'municipality' | 'partner';

/** What is read about commitments one by one. */
@Injectable()
export class CommitmentsRepository {
  /** The commitment with its promise's period and its owners, or null. */
  async byId(source: DataSource | EntityManager, id: string): Promise<CommitmentRow | null> {
    const [row] = await source.query<CommitmentRow[]>(
      `SELECT c.id, c.slug, c.municipality_id AS "municipalityId", m.slug AS municipality,
          m.opened_at IS NOT NULL AS "inOpenMunicipality", c.title, c.type,
          c.accepts_kinds AS "acceptsKinds", c.requires_wish AS "requiresWish", c.public_position AS "publicPosition",
          to_char(p.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(p.ends_on, 'YYYY-MM-DD') AS "endsOn",
          to_char(c.closed_from, 'YYYY-MM-DD') AS "closedFrom",
          to_char(c.opening_as_of, 'YYYY-MM-DD') AS "openingAsOf",
          (SELECT coalesce(json_agg(json_build_object('id', o.id, 'slug', o.slug, 'type', o.type) ORDER BY co.sort), '[]')
            FROM commitment_organisations co JOIN organisations o ON o.id = co.organisation_id
            WHERE co.commitment_id = c.id AND co.part = 'owner') AS owners
        FROM commitments c
        JOIN medborgarloften p ON p.id = c.medborgarlofte_id
        JOIN municipalities m ON m.id = c.municipality_id
        WHERE c.id = $1 AND c.removed_at IS NULL`,
      [id],
    );
    return row ?? null;
  }

  /**
   * The ids of the commitments that take a kind of proposals, of the promise that holds on a day. What answers
   * wishes, or takes little else, goes before what also takes such: a speed check is no check of mopeds.
   */
  async accepting(
    manager: EntityManager,
    municipalityId: string,
    kind: ProposalKind,
    day: string,
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT c.id FROM commitments c JOIN medborgarloften p ON p.id = c.medborgarlofte_id
       WHERE c.municipality_id = $1 AND $2 = ANY (c.accepts_kinds) AND c.removed_at IS NULL
         AND p.starts_on <= $3::date AND (p.ends_on IS NULL OR p.ends_on >= $3::date)
       ORDER BY c.requires_wish DESC, cardinality(c.accepts_kinds), c.number`,
      [municipalityId, kind, day],
    );
    return rows.map(({ id }) => id);
  }
}
