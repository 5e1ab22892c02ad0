import type { HistoryEventType } from '@lofteskartan/shared/contracts/triage';
import type { Language, ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicThing } from '../platform/mail/public-news.js';

/** A public proposal in a few words. */
interface ToldProposal {
  readonly reference: string;
  readonly kind: ProposalKind;
  /** Road, place or locality. */
  readonly where: string | null;
}

/** A thing as the mail tells it: what everyone may read at that moment. */
export type ToldThing = { readonly id: string } & (
  | (ToldProposal & { readonly type: 'proposal'; readonly description: string | null })
  | (ToldProposal & {
      readonly type: 'answer';
      readonly event: HistoryEventType;
      readonly toStatus: ProposalStatus | null;
      readonly publicText: string | null;
      readonly organisation: string | null;
      /** The commitment's title. */
      readonly commitment: string | null;
      readonly responsible: string | null;
    })
  | {
      readonly type: 'activity';
      /** The commitment's title and its name in addresses. */
      readonly commitment: string;
      readonly slug: string;
      /** `YYYY-MM-DD`. */
      readonly occurredOn: string;
      readonly publicText: string;
      readonly organisation: string;
    }
  | { readonly type: 'follow-up'; readonly asOf: string }
  | {
      readonly type: 'dialogue' | 'dialogue-cancelled';
      readonly reference: string;
      readonly title: string;
      /** `YYYY-MM-DD` and `HH:MM` in Sweden. */
      readonly on: string;
      readonly at: string;
      /** Null for one that is held online alone. */
      readonly venue: string | null;
      /** What it is for, or why it was called off. */
      readonly words: string;
    }
);

const proposal = `p.reference, p.kind, coalesce(p.details ->> 'roadName', p.place_name, l.name) AS "where"`;
const located = `LEFT JOIN localities l ON l.municipality_id = p.municipality_id AND l.slug = p.locality`;

const dialogue = `d.id::text AS id, d.reference, coalesce(d.translations -> $2 ->> 'title', d.title) AS title, d.venue,
  to_char(d.starts_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') AS "on",
  to_char(d.starts_at AT TIME ZONE 'Europe/Stockholm', 'HH24:MI') AS at`;

/** `$1` are ids as texts, `$2` the language. */
const statements: Readonly<Record<PublicThing, string>> = {
  proposal: `SELECT 'proposal' AS type, p.proposal_id::text AS id, ${proposal}, p.description, $2::text AS language
    FROM public_proposals p ${located} WHERE p.listed AND p.proposal_id = ANY ($1::uuid[])`,
  answer: `SELECT 'answer' AS type, e.id::text AS id, ${proposal}, e.type AS event, e.to_status AS "toStatus",
      e.public_text AS "publicText", o.name AS organisation, coalesce(c.title ->> $2, c.title ->> 'sv') AS commitment,
      coalesce(e.changes ->> 'responsible', p.responsible) AS responsible
    FROM proposal_events e JOIN public_proposals p ON p.proposal_id = e.proposal_id AND p.listed ${located}
    LEFT JOIN organisations o ON o.id = e.organisation_id LEFT JOIN commitments c ON c.id = p.commitment_id
    WHERE e.audience = 'public' AND e.id = ANY ($1::bigint[]) AND (e.type <> 'measure-done' OR p.status = 'done')`,
  activity: `SELECT 'activity' AS type, a.activity_id::text AS id, coalesce(c.title ->> $2, c.title ->> 'sv') AS commitment, c.slug,
      to_char(a.occurred_on, 'YYYY-MM-DD') AS "occurredOn", a.view ->> 'publicText' AS "publicText",
      a.view ->> 'organisation' AS organisation
    FROM released_activities a JOIN commitments c ON c.id = a.commitment_id WHERE a.activity_id = ANY ($1::uuid[])`,
  'follow-up': `SELECT 'follow-up' AS type, follow_up_id::text AS id, to_char(as_of, 'YYYY-MM-DD') AS "asOf", $2::text AS language
    FROM public_follow_ups WHERE follow_up_id = ANY ($1::uuid[])`,
  dialogue: `SELECT 'dialogue' AS type, ${dialogue}, coalesce(d.translations -> $2 ->> 'purpose', d.purpose) AS words
    FROM medborgardialoger d WHERE d.id = ANY ($1::uuid[]) AND d.published_at IS NOT NULL AND d.status <> 'cancelled'`,
  'dialogue-cancelled': `SELECT 'dialogue-cancelled' AS type, ${dialogue}, d.cancelled_reason AS words
    FROM medborgardialoger d WHERE d.id = ANY ($1::uuid[]) AND d.published_at IS NOT NULL AND d.status = 'cancelled'`,
};

/** Public things in words, from the public tables alone. */
@Injectable()
export class ToldThingsRepository {
  /** Those of the things that are public now. */
  of(
    manager: EntityManager,
    type: PublicThing,
    ids: readonly string[],
    language: Language,
  ): Promise<ToldThing[]> {
    return manager.query<ToldThing[]>(statements[type], [ids, language]);
  }
}
