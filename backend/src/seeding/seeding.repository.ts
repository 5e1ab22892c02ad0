import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Position } from '@lofteskartan/shared/position';
import type { OrganisationType, PlaceType, ProposalKind, Role } from '@lofteskartan/shared/vocabulary';

/** Any number that no other lock has. */
const lockNumber = 7_120_1441;

/** A named place with its course, if it is a road. */
export interface SeededPlace {
  readonly type: PlaceType;
  readonly name: string;
  readonly locality: string | null;
  readonly position: Position;
  readonly line: Position[] | null;
}

/** A commitment as the example data names it. */
export interface SeededCommitment {
  readonly id: string;
  readonly slug: string;
  readonly municipalityId: string;
  readonly medborgarlofteId: string;
  readonly acceptsKinds: ProposalKind[];
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** Ids by slug. */
  readonly milestones: Readonly<Record<string, string>>;
}

/** What seeding asks about and adds by itself. */
@Injectable()
export class SeedingRepository {
  /** Lets one process at a time seed. */
  async lock(manager: EntityManager): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [lockNumber]);
  }

  /** Whether there is any municipality. */
  async hasMunicipality(manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<unknown[]>('SELECT 1 FROM municipalities LIMIT 1');
    return rows.length > 0;
  }

  /** A municipality, whether it holds example data, and whether anybody has sent or logged anything; null when it is not there. */
  async state(
    manager: EntityManager,
    slug: string,
  ): Promise<{ id: string; demo: boolean; used: boolean } | null> {
    const [row] = await manager.query<{ id: string; demo: boolean; used: boolean }[]>(
      `SELECT m.id, m.demo, EXISTS (SELECT 1 FROM proposals p WHERE p.municipality_id = m.id)
          OR EXISTS (SELECT 1 FROM activities a WHERE a.municipality_id = m.id) AS used
        FROM municipalities m WHERE m.slug = $1`,
      [slug],
    );
    return row ?? null;
  }

  /** Notes that what a municipality holds is example data. */
  async markDemo(manager: EntityManager, municipalityId: string): Promise<void> {
    await manager.query('UPDATE municipalities SET demo = true WHERE id = $1', [municipalityId]);
  }

  /** The place list of a municipality. */
  async places(manager: EntityManager, municipalityId: string): Promise<SeededPlace[]> {
    const rows = await manager.query<
      (Omit<SeededPlace, 'position' | 'line'> & { lng: number; lat: number; course: string | null })[]
    >(
      `SELECT n.type, n.name, l.slug AS locality, ST_X(n.position) AS lng, ST_Y(n.position) AS lat,
          ST_AsGeoJSON(n.course, 6) AS course
        FROM named_places n LEFT JOIN localities l ON l.id = n.locality_id WHERE n.municipality_id = $1`,
      [municipalityId],
    );
    return rows.map(({ lng, lat, course, ...place }) => ({
      ...place,
      position: [lng, lat],
      line: course === null ? null : (JSON.parse(course) as { coordinates: Position[] }).coordinates,
    }));
  }

  /** The reference of a place of the inventory. */
  async placeReference(manager: EntityManager, municipalityId: string, name: string): Promise<string> {
    const [row] = await manager.query<{ reference: string }[]>(
      'SELECT reference FROM inventory_places WHERE municipality_id = $1 AND name = $2',
      [municipalityId, name],
    );
    if (!row) throw new Error(`No place ${name} in the inventory`);
    return row.reference;
  }

  /** The code by which people come to a dialogue's live page. */
  async dialogueCode(manager: EntityManager, reference: string): Promise<string> {
    const [row] = await manager.query<{ code: string }[]>(
      'SELECT short_code AS code FROM medborgardialoger WHERE reference = $1',
      [reference],
    );
    if (!row) throw new Error(`No dialogue ${reference}`);
    return row.code;
  }

  /** The commitments of a municipality. */
  async commitments(manager: EntityManager, municipalityId: string): Promise<SeededCommitment[]> {
    return manager.query<SeededCommitment[]>(
      `SELECT c.id, c.slug, c.municipality_id AS "municipalityId", c.medborgarlofte_id AS "medborgarlofteId", c.accepts_kinds AS "acceptsKinds",
          to_char(p.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(p.ends_on, 'YYYY-MM-DD') AS "endsOn",
          (SELECT coalesce(json_object_agg(s.slug, s.id), '{}') FROM milestones s WHERE s.commitment_id = c.id) AS milestones
        FROM commitments c JOIN medborgarloften p ON p.id = c.medborgarlofte_id
        WHERE c.municipality_id = $1 ORDER BY p.starts_on, c.number`,
      [municipalityId],
    );
  }

  /** A person's memberships. */
  async memberships(
    manager: EntityManager,
    accountId: string,
  ): Promise<
    { organisationId: string; organisationType: OrganisationType; municipalityId: string; role: Role }[]
  > {
    return manager.query(
      `SELECT s.organisation_id AS "organisationId", o.type AS "organisationType", s.municipality_id AS "municipalityId", s.role
        FROM memberships s JOIN organisations o ON o.id = s.organisation_id WHERE s.account_id = $1`,
      [accountId],
    );
  }

  /** Adds supporters, each a device of its own that came some time between two moments. */
  async addSupporters(
    manager: EntityManager,
    proposalId: string,
    count: number,
    [from, to]: readonly [Date, Date],
  ): Promise<void> {
    const step = (to.getTime() - from.getTime()) / (count + 1);
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    await manager.query(
      `INSERT INTO proposal_supports (proposal_id, device_hash, created_at)
        SELECT $1::uuid, * FROM unnest($2::bytea[], $3::timestamptz[])`,
      [
        proposalId,
        numbers.map(() => `\\x${randomBytes(32).toString('hex')}`),
        numbers.map((number) => new Date(from.getTime() + number * step).toISOString()),
      ],
    );
  }
}
