import { randomUUID } from 'node:crypto';
import type { PublicAnswer } from '@lofteskartan/shared/contracts/proposals';
import type { Position } from '@lofteskartan/shared/position';
import {
  LISTED_STATUSES,
  PROPOSAL_KINDS,
  type ProposalKind,
  type ProposalStatus,
} from '@lofteskartan/shared/vocabulary';
import type { DataSource } from 'typeorm';
import type { TestMunicipality } from '../../../test/support/municipality.js';

/** What a test wants to be special about a public proposal. */
export interface PublicProposalFacts {
  readonly kind?: ProposalKind;
  readonly status?: ProposalStatus;
  readonly listed?: boolean;
  readonly position?: Position | null;
  readonly locality?: string | null;
  readonly placeName?: string | null;
  readonly description?: string | null;
  readonly details?: object;
  readonly supportCount?: number;
  readonly commitmentId?: string | null;
  readonly duplicateOf?: string | null;
  readonly latestAnswer?: PublicAnswer | null;
  readonly doneOn?: string | null;
  readonly createdAt?: string;
}

const detailsOf: Record<ProposalKind, object> = {
  'speed-check': {
    roadName: null,
    direction: null,
    weekdays: ['mon'],
    hourBands: ['07-09'],
    postedLimit: 50,
    problems: ['speeding'],
    near: ['school'],
  },
  'dark-place': { causes: ['lamp-broken'], when: ['dark'] },
  idea: { topic: 'safety' },
};

let made = 0;
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeOf = (number: number): string =>
  [4, 3, 2, 1, 0].map((digit) => alphabet[Math.floor(number / 30 ** digit) % 30]).join('');

/** A private row and the public one that it would be projected to; the map's grid is not told. */
export async function makePublicProposal(
  dataSource: Pick<DataSource, 'query'>,
  municipality: TestMunicipality,
  facts: PublicProposalFacts = {},
): Promise<{ id: string; reference: string }> {
  const id = randomUUID();
  const reference = `${municipality.referencePrefix}-${codeOf((made += 1))}`;
  const { kind = 'speed-check', status = 'received' } = facts;
  const createdAt = facts.createdAt ?? '2026-03-01T10:00:00Z';
  const [lng, lat] = (facts.position === undefined ? municipality.center : facts.position) ?? [null, null];
  const details = JSON.stringify(facts.details ?? detailsOf[kind]);
  await dataSource.query(
    `INSERT INTO proposals (id, reference, municipality_id, kind, status, public_status, placement, details, publication, follow_token_hash,
       created_at, updated_at)
     VALUES ($1, $2::text, $3, $4, 'received', 'received', 'unplaced', $5, 'none', sha256(convert_to($2::text, 'UTF8')), $6, $6)`,
    [id, reference, municipality.id, kind, details, createdAt],
  );
  await dataSource.query(
    `INSERT INTO public_proposals (proposal_id, reference, municipality_id, municipality, locality, kind, status, listed, lng, lat, place_name,
       description, details, support_count, commitment_id, duplicate_of, latest_answer, answered_at, done_on, events, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17::jsonb, ($17::jsonb ->> 'at')::timestamptz, $18, $19, $20, $20)`,
    [
      id,
      reference,
      municipality.id,
      municipality.slug,
      facts.locality ?? null,
      kind,
      status,
      facts.listed ?? status !== 'duplicate',
      lng,
      lat,
      facts.placeName ?? null,
      facts.description ?? null,
      details,
      facts.supportCount ?? 1,
      facts.commitmentId ?? null,
      facts.duplicateOf ?? null,
      facts.latestAnswer ? JSON.stringify(facts.latestAnswer) : null,
      facts.doneOn ?? null,
      JSON.stringify([
        { at: createdAt, type: 'received', status: 'received', text: null, organisation: null },
      ]),
      createdAt,
    ],
  );
  return { id, reference };
}

/**
 * Many at once, as fast as SQL makes them: scattered over the municipality, every tenth on the very edge of the map's cells, kinds and
 * statuses from common to rare, one for every seven minutes. The map's grid is not told.
 */
export async function makeCrowd(
  dataSource: Pick<DataSource, 'transaction'>,
  municipality: TestMunicipality,
  size: number,
): Promise<void> {
  const first = made;
  made += size;
  const [west, south, east, north] = municipality.bbox;
  await dataSource.transaction(async (manager) => {
    await manager.query('SELECT setseed(0.1440)');
    await manager.query(
      `WITH chances AS (
         SELECT n, random() AS r1, random() AS r2, random() AS r3, random() AS r4, random() AS r5
         FROM generate_series($3::integer + 1, $4::integer) AS n
       ), facts AS MATERIALIZED (
         SELECT gen_random_uuid() AS id, $2::text || '-' || (
             SELECT string_agg(substr($5, 1 + (n / power(30, digit)::integer) % 30, 1), '' ORDER BY digit DESC)
             FROM generate_series(0, 4) AS digit) AS reference,
           ($6::text[])[1 + floor(r1 * r1 * 3)::integer] AS kind, ($7::text[])[1 + floor(r2 * r2 * 8)::integer] AS status,
           CASE WHEN n % 10 = 0 THEN -180 + round(($8::float8 + r3 * ($10::float8 - $8::float8) + 180) * 65536 / 360) * (360 / 65536::float8)
             ELSE round(($8::float8 + r3 * ($10::float8 - $8::float8))::numeric, 5) END AS lng,
           CASE WHEN n % 10 = 5 THEN -90 + round(($9::float8 + r4 * ($11::float8 - $9::float8) + 90) * 65536 / 180) * (180 / 65536::float8)
             ELSE round(($9::float8 + r4 * ($11::float8 - $9::float8))::numeric, 5) END AS lat,
           floor(r5 * 50)::integer AS support, timestamptz '2026-01-01 00:00Z' + n * interval '7 minutes' AS at
         FROM chances
       ), private AS (
         INSERT INTO proposals (id, reference, municipality_id, kind, status, public_status, placement, details, publication,
           follow_token_hash, created_at, updated_at)
         SELECT id, reference, $1, kind, 'received', 'received', 'unplaced', '{}', 'none', sha256(reference::bytea), at, at FROM facts
       )
       INSERT INTO public_proposals (proposal_id, reference, municipality_id, municipality, locality, kind, status, listed, lng, lat,
         description, details, support_count, answered_at, created_at, updated_at)
       SELECT id, reference, $1, $12, CASE WHEN support < 2 THEN 'utkanten' ELSE 'centrum' END, kind,
         CASE WHEN kind = 'speed-check' AND status = 'planned' THEN 'committed' ELSE status END, true, lng, lat,
         CASE WHEN support = 7 THEN 'Gångtunneln vid stationen' ELSE 'Bilarna kör fort förbi skolan' END, $13::jsonb -> kind, support,
         CASE WHEN status IN ('done', 'answered', 'declined') THEN at + interval '20 days' END, at, at
       FROM facts`,
      [
        municipality.id,
        municipality.referencePrefix,
        first,
        made,
        alphabet,
        PROPOSAL_KINDS,
        LISTED_STATUSES,
        west,
        south,
        east,
        north,
        municipality.slug,
        JSON.stringify(detailsOf),
      ],
    );
  });
}
