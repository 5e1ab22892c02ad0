import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ImportSuggestion } from '@lofteskartan/shared/contracts/activity-import';
import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { openedFor } from '../../proposals/opened-for.js';
import type { Words } from '../words.js';

/** What a line can name in a municipality. */
export interface Nameable {
  readonly id: string;
  readonly number: number;
  readonly slug: string;
  readonly title: Words;
  readonly acceptsKinds: ProposalKind[];
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly owners: { readonly slug: string; readonly name: string }[];
  readonly milestones: { readonly id: string; readonly name: Words }[];
}

/** Metres within which two places are the same place. */
const samePlaceMetres = 50;

/** What an import looks up: what its lines name, what was logged before, and which wishes are near. */
@Injectable()
export class ActivityImportRepository {
  /** The commitments of a municipality's promises, the latest promise first. */
  async commitments(manager: EntityManager, municipalityId: string): Promise<Nameable[]> {
    return manager.query<Nameable[]>(
      `SELECT c.id, c.number, c.slug, c.title, c.accepts_kinds AS "acceptsKinds",
          to_char(p.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(p.ends_on, 'YYYY-MM-DD') AS "endsOn",
          (SELECT coalesce(json_agg(json_build_object('slug', o.slug, 'name', o.name) ORDER BY co.sort), '[]')
            FROM commitment_organisations co JOIN organisations o ON o.id = co.organisation_id
            WHERE co.commitment_id = c.id AND co.part = 'owner') AS owners,
          (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY s.sort), '[]')
            FROM milestones s WHERE s.commitment_id = c.id) AS milestones
        FROM commitments c JOIN medborgarloften p ON p.id = c.medborgarlofte_id
        WHERE c.municipality_id = $1 AND c.removed_at IS NULL ORDER BY p.starts_on DESC, c.number`,
      [municipalityId],
    );
  }

  /** Localities by slug and name. */
  async localities(
    manager: EntityManager,
    municipalityId: string,
  ): Promise<{ slug: string; name: string }[]> {
    return manager.query<{ slug: string; name: string }[]>(
      'SELECT slug, name FROM localities WHERE municipality_id = $1',
      [municipalityId],
    );
  }

  /** How many activities beside this one say the same of the same commitment, day, organisation and place. */
  async alike(manager: EntityManager, activityId: string): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM activities a JOIN activities b ON b.commitment_id = a.commitment_id
          AND b.occurred_on = a.occurred_on AND b.organisation_id = a.organisation_id AND b.id <> a.id
          AND lower(regexp_replace(trim(b.public_text), '\\s+', ' ', 'g')) = lower(regexp_replace(trim(a.public_text), '\\s+', ' ', 'g'))
          AND CASE WHEN a.position IS NULL OR b.position IS NULL
            THEN a.position IS NULL AND b.position IS NULL AND a.locality_id IS NOT DISTINCT FROM b.locality_id
            ELSE ST_DWithin(a.position::geography, b.position::geography, $2) END
        WHERE a.id = $1`,
      [activityId, samePlaceMetres],
    );
    return row?.count ?? 0;
  }

  /** The open proposal nearest to a place that an activity of a day could have answered, or null. */
  async nearest(
    manager: EntityManager,
    wanted: {
      readonly municipalityId: string;
      readonly position: Position;
      readonly kinds: readonly ProposalKind[];
      readonly day: string;
      readonly withinMetres: number;
      /** The organisations whose secret proposals may be suggested too. */
      readonly secretsOf: readonly string[];
    },
  ): Promise<ImportSuggestion | null> {
    const { municipalityId, position, kinds, day, withinMetres, secretsOf } = wanted;
    const [row] = await manager.query<ImportSuggestion[]>(
      `SELECT p.reference, round(ST_Distance(p.position::geography, here.at))::integer AS "distanceMetres"
        FROM proposals p CROSS JOIN (SELECT ST_SetSRID(ST_MakePoint($2::float8, $3::float8), 4326)::geography AS at) AS here
        WHERE p.municipality_id = $1 AND p.kind = ANY ($4::text[]) AND p.position IS NOT NULL AND p.held_as IS NULL AND ${openedFor('p', '$7')}
          AND p.status IN ('received', 'under-review', 'awaiting-reply', 'committed', 'planned', 'referred')
          AND (p.created_at AT TIME ZONE 'Europe/Stockholm')::date <= $5::date AND ST_DWithin(p.position::geography, here.at, $6)
        ORDER BY ST_Distance(p.position::geography, here.at), p.id LIMIT 1`,
      [municipalityId, ...position, kinds, day, withinMetres, secretsOf],
    );
    return row ?? null;
  }
}
