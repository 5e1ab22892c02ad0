import type { HistoryEventType } from '@lofteskartan/shared/contracts/triage';
import type { ProposalKind, ProposalStatus, SubscriptionFrequency } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicThing } from '../platform/mail/public-news.js';

/** A thing that became public. */
export interface Thing {
  readonly type: PublicThing;
  /** Of the proposal, event, activity, follow-up or medborgardialog. */
  readonly id: string;
}

/** Where a thing is, as far as everyone may know. */
export interface ThingPlace {
  readonly municipalityId: string;
  /** Public proposals that it is about. */
  readonly proposalIds: readonly string[];
  /** Whether it concerns the whole municipality. */
  readonly everywhere: boolean;
  /** Slugs of localities and rounded positions, in equal order; null where unknown. */
  readonly localities: readonly (string | null)[];
  readonly lngs: readonly (number | null)[];
  readonly lats: readonly (number | null)[];
}

/** A public event as far as it is decided on whether it is told. */
export interface AnswerRow {
  readonly type: HistoryEventType;
  readonly toStatus: ProposalStatus | null;
  readonly publicText: string | null;
  readonly kind: ProposalKind;
}

/** Somebody who is told. */
export interface Watcher {
  readonly subscriptionId: string;
  readonly addressHash: string;
  readonly frequency: SubscriptionFrequency;
}

const proposalPlace = `SELECT p.municipality_id AS "municipalityId", ARRAY[p.proposal_id] AS "proposalIds", false AS everywhere,
  ARRAY[p.locality] AS localities, ARRAY[p.lng] AS lngs, ARRAY[p.lat] AS lats FROM public_proposals p`;

/** A medborgardialog is where it is held, where it is for, and where the public places are that it is about; everywhere when it is for no locality. */
const dialoguePlace = `SELECT d.municipality_id AS "municipalityId", '{}'::uuid[] AS "proposalIds",
    NOT EXISTS (SELECT FROM medborgardialog_localities dl WHERE dl.dialogue_id = d.id) AS everywhere,
    coalesce(at.localities, '{}') AS localities, coalesce(at.lngs, '{}') AS lngs, coalesce(at.lats, '{}') AS lats
  FROM medborgardialoger d
  LEFT JOIN LATERAL (SELECT array_agg(place.locality) AS localities, array_agg(place.lng) AS lngs, array_agg(place.lat) AS lats FROM (
    SELECT l.slug AS locality, NULL::float8 AS lng, NULL::float8 AS lat
      FROM medborgardialog_localities dl JOIN localities l ON l.id = dl.locality_id WHERE dl.dialogue_id = d.id
    UNION ALL SELECT NULL, ST_X(d.venue_position), ST_Y(d.venue_position) WHERE d.venue_position IS NOT NULL
    UNION ALL SELECT pi.locality, pi.lng, pi.lat
      FROM medborgardialog_links li JOIN public_inventory_places pi ON pi.place_id = li.place_id WHERE li.dialogue_id = d.id
    UNION ALL SELECT pp.locality, pp.lng, pp.lat
      FROM medborgardialog_links li JOIN public_proposals pp ON pp.proposal_id = li.proposal_id AND pp.listed WHERE li.dialogue_id = d.id
  ) AS place) AS at ON true
  WHERE d.id = $1 AND d.published_at IS NOT NULL`;

/** From the public tables alone: what is hidden, withdrawn or not released has no place. */
const placeOf: Readonly<Record<PublicThing, string>> = {
  proposal: `${proposalPlace} WHERE p.listed AND p.proposal_id = $1`,
  answer: `${proposalPlace} JOIN proposal_events e ON e.proposal_id = p.proposal_id
    WHERE p.listed AND e.id = $1::bigint AND e.audience = 'public'`,
  activity: `SELECT a.municipality_id AS "municipalityId",
      coalesce((SELECT array_agg(p.proposal_id ORDER BY p.reference) FROM public_proposals p
        WHERE p.reference = ANY (a.proposal_references)), '{}') AS "proposalIds", false AS everywhere,
      ARRAY[a.view ->> 'locality'] || coalesce(served.localities, '{}') AS localities,
      ARRAY[(a.view #>> '{position,0}')::float8] || coalesce(served.lngs, '{}') AS lngs,
      ARRAY[(a.view #>> '{position,1}')::float8] || coalesce(served.lats, '{}') AS lats
    FROM released_activities a
    LEFT JOIN LATERAL (SELECT array_agg(p.locality ORDER BY p.reference) AS localities, array_agg(p.lng ORDER BY p.reference) AS lngs,
        array_agg(p.lat ORDER BY p.reference) AS lats
      FROM public_proposals p WHERE p.listed AND p.reference = ANY (a.proposal_references)) AS served ON true
    WHERE a.activity_id = $1`,
  'follow-up': `SELECT municipality_id AS "municipalityId", '{}'::uuid[] AS "proposalIds", true AS everywhere,
      '{}'::text[] AS localities, '{}'::float8[] AS lngs, '{}'::float8[] AS lats
    FROM public_follow_ups WHERE follow_up_id = $1`,
  dialogue: `${dialoguePlace} AND d.status <> 'cancelled'`,
  'dialogue-cancelled': `${dialoguePlace} AND d.status = 'cancelled'`,
};

/** What became public, who watches there, and what they were told. */
@Injectable()
export class AreaNewsRepository {
  /** Where a thing is, or null when it is not public. */
  async place(manager: EntityManager, { type, id }: Thing): Promise<ThingPlace | null> {
    const [row] = await manager.query<ThingPlace[]>(placeOf[type], [id]);
    return row ?? null;
  }

  /** A public event, or null. */
  async answer(manager: EntityManager, id: string): Promise<AnswerRow | null> {
    const [row] = await manager.query<AnswerRow[]>(
      `SELECT e.type, e.to_status AS "toStatus", e.public_text AS "publicText", p.kind
       FROM proposal_events e JOIN public_proposals p ON p.proposal_id = e.proposal_id AND p.listed
       WHERE e.id = $1::bigint AND e.audience = 'public' AND (e.type <> 'measure-done' OR p.status = 'done')`,
      [id],
    );
    return row ?? null;
  }

  /**
   * Who watches where a thing is: each address once, in its quickest subscription. Those who are told of the same proposal as its
   * sender or supporter are left out.
   */
  watchers(manager: EntityManager, place: ThingPlace, reachMetres: number): Promise<Watcher[]> {
    return manager.query<Watcher[]>(
      `SELECT DISTINCT ON (s.address_hash) s.id AS "subscriptionId", s.address_hash AS "addressHash", s.frequency
       FROM subscriptions s LEFT JOIN localities l ON l.id = s.locality_id
       WHERE s.state = 'confirmed' AND s.municipality_id = $1
         AND ($2::boolean OR (s.locality_id IS NULL AND s.position IS NULL) OR EXISTS (
           SELECT 1 FROM unnest($3::text[], $4::float8[], $5::float8[]) AS place (locality, lng, lat)
           WHERE place.locality = l.slug OR (place.lng IS NOT NULL AND s.position IS NOT NULL AND ST_DWithin(
             s.position::geography, ST_SetSRID(ST_MakePoint(place.lng, place.lat), 4326)::geography, $6::float8))))
         AND NOT EXISTS (SELECT 1 FROM proposal_contacts c
           WHERE c.proposal_id = ANY ($7::uuid[]) AND c.address_hash = s.address_hash AND c.state = 'confirmed')
       ORDER BY s.address_hash, s.frequency, s.created_at, s.id`,
      [
        place.municipalityId,
        place.everywhere,
        place.localities,
        place.lngs,
        place.lats,
        reachMetres,
        place.proposalIds,
      ],
    );
  }

  /** Whether an address has been told of a thing, or is about to be. */
  async knows(manager: EntityManager, addressHash: string, { type, id }: Thing): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM subscription_news WHERE address_hash = $1 AND type = $2 AND thing = $3',
      [addressHash, type, id],
    );
    return rows.length > 0;
  }

  /** Puts a thing into a mail. */
  async add(
    manager: EntityManager,
    { type, id }: Thing,
    told: { addressHash: string; subscriptionId: string; mailId: string; at: Date },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO subscription_news (address_hash, type, thing, subscription_id, mail_id, added_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [told.addressHash, type, id, told.subscriptionId, told.mailId, told.at],
    );
  }

  /** The things of a mail in the order in which they became public. */
  things(manager: EntityManager, mailId: string): Promise<Thing[]> {
    return manager.query<Thing[]>(
      'SELECT type, thing AS id FROM subscription_news WHERE mail_id = $1 ORDER BY added_at, type, thing',
      [mailId],
    );
  }

  /** Forgets what was told before a moment. */
  async forgetBefore(manager: EntityManager, before: Date): Promise<void> {
    await manager.query('DELETE FROM subscription_news WHERE added_at < $1', [before]);
  }
}
