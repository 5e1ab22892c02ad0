import type { Position } from '@lofteskartan/shared/position';
import {
  type Language,
  SUBSCRIPTION_LIMITS,
  type SubscriptionFrequency,
  type SubscriptionState,
} from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A subscription as it is stored: the address sealed, a point as the middle of its square. */
export interface SubscriptionRecord {
  readonly id: string;
  readonly municipalityId: string;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly municipalityName: string;
  readonly localityId: string | null;
  /** The locality's slug. */
  readonly locality: string | null;
  readonly localityName: string | null;
  /** [lng, lat]. */
  readonly position: Position | null;
  readonly frequency: SubscriptionFrequency;
  readonly language: Language;
  readonly state: SubscriptionState;
  readonly addressHash: string;
  readonly addressSealed: Buffer;
  readonly askedAt: Date;
}

/** An area as it is stored; without a locality and a point the whole municipality. */
export interface StoredArea {
  readonly localityId: string | null;
  /** As it was given; only the middle of its square is stored. */
  readonly position: Position | null;
}

/** A subscription to store. */
export interface NewSubscription extends StoredArea {
  readonly id: string;
  readonly municipalityId: string;
  readonly frequency: SubscriptionFrequency;
  readonly language: Language;
  readonly addressHash: string;
  readonly addressSealed: Buffer;
  readonly at: Date;
}

const { squareMetres } = SUBSCRIPTION_LIMITS;

/** The middle of the square of SWEREF 99 TM that holds a point, as two parameters of degrees. */
function squareMiddle(lng: string, lat: string): string {
  const flat = `ST_Transform(ST_SetSRID(ST_MakePoint(${lng}::float8, ${lat}::float8), 4326), 3006)`;
  const middle = (axis: 'X' | 'Y'): string =>
    `(floor(ST_${axis}(${flat}) / ${squareMetres}) + 0.5) * ${squareMetres}`;
  return `CASE WHEN ${lng}::float8 IS NOT NULL
    THEN ST_Transform(ST_SetSRID(ST_MakePoint(${middle('X')}, ${middle('Y')}), 3006), 4326) END`;
}

const columns = `s.id, s.municipality_id AS "municipalityId", m.slug AS municipality, m.name AS "municipalityName",
  s.locality_id AS "localityId", l.slug AS locality, l.name AS "localityName",
  CASE WHEN s.position IS NOT NULL THEN json_build_array(round(ST_X(s.position)::numeric, 5)::float8,
    round(ST_Y(s.position)::numeric, 5)::float8) END AS position,
  s.frequency, s.language, s.state, s.address_hash AS "addressHash", s.address_sealed AS "addressSealed", s.asked_at AS "askedAt"`;
const tables = `subscriptions s JOIN municipalities m ON m.id = s.municipality_id LEFT JOIN localities l ON l.id = s.locality_id`;

/** Who watches which area. */
@Injectable()
export class SubscriptionRepository {
  /** A subscription, locked until the transaction ends. */
  async byId(manager: EntityManager, id: string): Promise<SubscriptionRecord | null> {
    const [row] = await manager.query<SubscriptionRecord[]>(
      `SELECT ${columns} FROM ${tables} WHERE s.id = $1 FOR UPDATE OF s`,
      [id],
    );
    return row ?? null;
  }

  /** What an address watches, the oldest first. */
  ofAddress(manager: EntityManager, addressHash: string): Promise<SubscriptionRecord[]> {
    return manager.query<SubscriptionRecord[]>(
      `SELECT ${columns} FROM ${tables} WHERE s.address_hash = $1 ORDER BY s.created_at, s.id`,
      [addressHash],
    );
  }

  /** Stores a subscription that is still to be confirmed. */
  async insert(manager: EntityManager, subscription: NewSubscription): Promise<void> {
    const { position } = subscription;
    await manager.query(
      `INSERT INTO subscriptions (id, municipality_id, locality_id, position, frequency, language, address_hash, address_sealed, asked_at, created_at)
       VALUES ($1, $2, $3, ${squareMiddle('$4', '$5')}, $6, $7, $8, $9, $10, $10)`,
      [
        subscription.id,
        subscription.municipalityId,
        subscription.localityId,
        position?.[0] ?? null,
        position?.[1] ?? null,
        subscription.frequency,
        subscription.language,
        subscription.addressHash,
        subscription.addressSealed,
        subscription.at,
      ],
    );
  }

  /** Notes that the person is asked again, as they want it now. */
  async askAgain(
    manager: EntityManager,
    id: string,
    wish: { frequency: SubscriptionFrequency; language: Language; at: Date },
  ): Promise<void> {
    await manager.query(
      `UPDATE subscriptions SET frequency = $2, language = $3, asked_at = $4 WHERE id = $1 AND state = 'unconfirmed'`,
      [id, wish.frequency, wish.language, wish.at],
    );
  }

  /** Stores that the address said yes. */
  async confirm(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.query(`UPDATE subscriptions SET state = 'confirmed', confirmed_at = $2 WHERE id = $1`, [
      id,
      at,
    ]);
  }

  /** Stores how often and in which language. */
  async saveWish(
    manager: EntityManager,
    id: string,
    { frequency, language }: { frequency: SubscriptionFrequency; language: Language },
  ): Promise<void> {
    await manager.query('UPDATE subscriptions SET frequency = $2, language = $3 WHERE id = $1', [
      id,
      frequency,
      language,
    ]);
  }

  /** Stores another area. */
  async saveArea(manager: EntityManager, id: string, { localityId, position }: StoredArea): Promise<void> {
    await manager.query(
      `UPDATE subscriptions SET locality_id = $2, position = ${squareMiddle('$3', '$4')} WHERE id = $1`,
      [id, localityId, position?.[0] ?? null, position?.[1] ?? null],
    );
  }

  /** Forgets a subscription with what it was told. */
  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query('DELETE FROM subscriptions WHERE id = $1', [id]);
  }

  /** Forgets those that never were confirmed and were last asked before a moment. @returns their ids */
  async removeUnanswered(manager: EntityManager, before: Date): Promise<string[]> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `DELETE FROM subscriptions WHERE state = 'unconfirmed' AND asked_at < $1 RETURNING id`,
      [before],
    );
    return rows.map(({ id }) => id);
  }

  /** The mail in which news are gathered, as long as nobody has tried to send it; locked. */
  async digest(manager: EntityManager, id: string): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `SELECT id FROM mails WHERE subject_id = $1 AND kind = 'area-news' AND state = 'waiting' AND attempts = 0 FOR UPDATE`,
      [id],
    );
    return row?.id ?? null;
  }
}
