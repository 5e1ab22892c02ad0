import type { HistoryEventType } from '@lofteskartan/shared/contracts/triage';
import type { ContactRole, ContactState } from '@lofteskartan/shared/contracts/contacts';
import type { Language, ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** An event that may be news. */
export interface EventRow {
  readonly id: string;
  readonly proposalId: string;
  readonly type: HistoryEventType;
  readonly toStatus: ProposalStatus | null;
  readonly publicText: string | null;
  readonly activityId: string | null;
  /** The measure that was done. */
  readonly measureId: string | null;
  readonly kind: ProposalKind;
  readonly at: Date;
}

/** Somebody who may be told. */
export interface Recipient {
  readonly contactId: string;
  readonly addressHash: string;
}

/** A contact as far as mails are decided on. */
export interface ContactStandingRow extends Recipient {
  readonly role: ContactRole;
  readonly proposalId: string;
  readonly state: ContactState;
  readonly askedAt: Date;
  readonly createdAt: Date;
}

/** A piece of news with what its words need. */
export interface NewsRow extends Omit<EventRow, 'at' | 'activityId' | 'measureId'> {
  readonly organisation: string | null;
  /** The commitment's title in the asked language. */
  readonly commitment: string | null;
  readonly responsible: string | null;
  /** The number of the proposal that it was gathered under. */
  readonly leader: string | null;
  /** `YYYY-MM-DD` of a released activity, or of a measure. */
  readonly occurredOn: string | null;
}

/** What everyone reads of an event, and of a question what its sender reads. */
const words = `CASE WHEN e.type IN ('asked', 'reminded') THEN e.reason ELSE e.public_text END`;
/** The measure of an event that tells of one. */
const measure = `CASE WHEN e.type = 'measure-done' THEN e.changes ->> 'measureId' END`;
/** A measure that was reported by mistake and withdrawn. */
const withdrawn = `EXISTS (SELECT FROM inventory_measures m WHERE m.id = (${measure})::uuid AND m.withdrawn_at IS NOT NULL)`;
/** Why one who was never told of such a measure is not told either that it was a mistake; `n` is the news of a mail. */
const neverTold = `(e.type = 'reopened' AND EXISTS (
  SELECT FROM proposal_events d JOIN inventory_measures m ON m.id = (d.changes ->> 'measureId')::uuid AND m.withdrawn_at IS NOT NULL
  WHERE d.proposal_id = e.proposal_id AND d.type = 'measure-done' AND d.to_status = 'done' AND d.id = (
      SELECT max(last.id) FROM proposal_events last
      WHERE last.proposal_id = e.proposal_id AND last.id < e.id AND last.audience = 'public' AND last.to_status = 'done')
    AND NOT EXISTS (
      SELECT FROM mail_news t JOIN mails ON mails.id = t.mail_id AND mails.state = 'sent'
      WHERE t.address_hash = n.address_hash AND t.subject LIKE 'measure:' || m.id || ':%'))
  OR e.type = 'measure-withdrawn' AND NOT EXISTS (
      SELECT FROM mail_news t JOIN mails ON mails.id = t.mail_id AND mails.state = 'sent'
      WHERE t.address_hash = n.address_hash AND t.subject LIKE 'measure:' || (e.changes ->> 'measureId') || ':%'))`;
const eventColumns = `e.id, e.proposal_id AS "proposalId", e.type, e.to_status AS "toStatus", ${words} AS "publicText",
  e.activity_id AS "activityId", ${measure} AS "measureId", p.kind, e.at`;
const publicNews = `(p.secret_for IS NULL AND e.audience = 'public' AND e.type IN ('moved', 'reopened', 'activity', 'released', 'measure-done', 'measure-withdrawn', 'withdrawn') AND NOT ${withdrawn})`;
/** A question, or the reminder of it, that still waits for the sender's reply. */
const openQuestion = `(e.type IN ('asked', 'reminded') AND p.public_status = 'under-review' AND EXISTS (
  SELECT 1 FROM proposal_questions q WHERE q.proposal_id = p.id AND q.body = e.reason AND q.ended_at IS NULL))`;

/** What waits in a mail is dropped when its proposal became secret, was hidden or taken back meanwhile; that it was taken back is told. */
const stillTold = `(e.audience = 'public' AND p.secret_for IS NULL AND p.public_status <> 'hidden'
  AND (p.public_status <> 'withdrawn' OR e.to_status = 'withdrawn'))`;

/** The proposals that `$1` leads to, itself first. */
const chain = `chain AS (
  SELECT id, duplicate_of_id, 0 AS step FROM proposals WHERE id = $1
  UNION ALL SELECT p.id, p.duplicate_of_id, chain.step + 1 FROM chain JOIN proposals p ON p.id = chain.duplicate_of_id)`;

/** What is told, and whom. */
@Injectable()
export class NewsRepository {
  /** An event that may be told, or null. What is not public, and no question that waits, is as if it were not there. */
  async event(manager: EntityManager, id: string): Promise<EventRow | null> {
    const [row] = await manager.query<EventRow[]>(
      `SELECT ${eventColumns} FROM proposal_events e JOIN proposals p ON p.id = e.proposal_id WHERE e.id = $1 AND (${publicNews} OR ${openQuestion})`,
      [id],
    );
    return row ?? null;
  }

  /** The public events since a moment of a proposal and of those that lead its case; for its sender, also a question that waits. */
  eventsSince(
    manager: EntityManager,
    { proposalId, role, createdAt }: ContactStandingRow,
  ): Promise<EventRow[]> {
    return manager.query(
      `WITH RECURSIVE ${chain} SELECT ${eventColumns} FROM chain JOIN proposals p ON p.id = chain.id
       JOIN proposal_events e ON e.proposal_id = p.id WHERE e.at >= $2 AND (${publicNews} OR ($3 AND p.id = $1 AND ${openQuestion})) ORDER BY e.id`,
      [proposalId, createdAt, role === 'sender'],
    );
  }

  /** The public event with which a proposal came to the answer that it has now; null when it has none. */
  async standingAnswer(manager: EntityManager, proposalId: string): Promise<EventRow | null> {
    const [row] = await manager.query<EventRow[]>(
      `SELECT ${eventColumns} FROM proposals p JOIN proposal_events e ON e.proposal_id = p.id AND e.to_status = p.public_status
       WHERE p.id = $1 AND p.secret_for IS NULL AND e.audience = 'public'
         AND p.public_status IN ('committed', 'planned', 'done', 'answered', 'declined', 'referred') ORDER BY e.id DESC LIMIT 1`,
      [proposalId],
    );
    return row ?? null;
  }

  /** The proposal that leads a proposal's case; itself when none does. */
  async root(manager: EntityManager, proposalId: string): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `WITH RECURSIVE ${chain} SELECT id FROM chain ORDER BY step DESC LIMIT 1`,
      [proposalId],
    );
    return row?.id ?? proposalId;
  }

  /**
   * The confirmed contacts of a proposal and of all that were gathered under it, each address once: by the proposal that the event
   * is about when it has one there, as its sender rather than a supporter.
   */
  recipients(manager: EntityManager, topId: string, aboutId: string): Promise<Recipient[]> {
    return manager.query(
      `WITH RECURSIVE gathered AS (
         SELECT $1::uuid AS id UNION ALL SELECT p.id FROM gathered JOIN proposals p ON p.duplicate_of_id = gathered.id)
       SELECT DISTINCT ON (c.address_hash) c.id AS "contactId", c.address_hash AS "addressHash"
       FROM gathered JOIN proposal_contacts c ON c.proposal_id = gathered.id AND c.state = 'confirmed'
       ORDER BY c.address_hash, c.proposal_id = $2 DESC, c.role, c.created_at, c.id`,
      [topId, aboutId],
    );
  }

  /** The confirmed contact of a proposal's sender, if there is one. */
  sender(manager: EntityManager, proposalId: string): Promise<Recipient[]> {
    return manager.query(
      `SELECT id AS "contactId", address_hash AS "addressHash" FROM proposal_contacts
       WHERE proposal_id = $1 AND role = 'sender' AND state = 'confirmed'`,
      [proposalId],
    );
  }

  /** The confirmed contacts of those who support a proposal. Who sent it themselves and confirmed so is told as the sender. */
  supporters(manager: EntityManager, proposalId: string): Promise<Recipient[]> {
    return manager.query(
      `SELECT c.id AS "contactId", c.address_hash AS "addressHash" FROM proposal_contacts c
       WHERE c.proposal_id = $1 AND c.role = 'supporter' AND c.state = 'confirmed' AND NOT EXISTS (
         SELECT FROM proposal_contacts o WHERE o.proposal_id = $1 AND o.role = 'sender' AND o.state = 'confirmed' AND o.address_hash = c.address_hash)
       ORDER BY c.address_hash`,
      [proposalId],
    );
  }

  /** A contact as far as mails are decided on, or null, also while its proposal is held: nobody is written to about that. */
  async contact(manager: EntityManager, id: string): Promise<ContactStandingRow | null> {
    const [row] = await manager.query<ContactStandingRow[]>(
      `SELECT id AS "contactId", address_hash AS "addressHash", proposal_id AS "proposalId", role, state, asked_at AS "askedAt",
         created_at AS "createdAt" FROM proposal_contacts
       WHERE id = $1 AND NOT EXISTS (SELECT FROM proposals p WHERE p.id = proposal_id AND p.held_as IS NOT NULL)`,
      [id],
    );
    return row ?? null;
  }

  /** The newest contact through which the address of a link is confirmed, a sender's before a supporter's, or null. */
  async senderOfLink(manager: EntityManager, linkId: string): Promise<Recipient | null> {
    const [row] = await manager.query<Recipient[]>(
      `SELECT c.id AS "contactId", c.address_hash AS "addressHash" FROM own_proposal_links l
       JOIN proposal_contacts c ON c.address_hash = l.address_hash AND c.confirmed_at IS NOT NULL
       WHERE l.id = $1 ORDER BY c.role = 'sender' DESC, c.created_at DESC, c.id LIMIT 1`,
      [linkId],
    );
    return row ?? null;
  }

  /** The language of a link that can still be used, or null. */
  async linkLanguage(manager: EntityManager, linkId: string, now: Date): Promise<Language | null> {
    const [row] = await manager.query<{ language: Language }[]>(
      'SELECT language FROM own_proposal_links WHERE id = $1 AND used_at IS NULL AND expires_at > $2',
      [linkId, now],
    );
    return row?.language ?? null;
  }

  /** The kind and the public status of a proposal. */
  async proposal(
    manager: EntityManager,
    id: string,
  ): Promise<{ kind: ProposalKind; status: ProposalStatus } | null> {
    const [row] = await manager.query<{ kind: ProposalKind; status: ProposalStatus }[]>(
      'SELECT kind, public_status AS status FROM proposals WHERE id = $1',
      [id],
    );
    return row ?? null;
  }

  /** The names that a piece of news would say: a commitment of the municipality, and who acts. */
  async names(
    manager: EntityManager,
    asked: {
      municipalityId: string;
      commitmentId: string | null;
      organisationId: string | null;
      language: Language;
    },
  ): Promise<{ commitment: string | null; organisation: string | null }> {
    const [row] = await manager.query<{ commitment: string | null; organisation: string | null }[]>(
      `SELECT (SELECT coalesce(title ->> $4, title ->> 'sv') FROM commitments WHERE id = $2 AND municipality_id = $1) AS commitment,
         (SELECT name FROM organisations WHERE id = $3) AS organisation`,
      [asked.municipalityId, asked.commitmentId, asked.organisationId, asked.language],
    );
    return row ?? { commitment: null, organisation: null };
  }

  /** The news of a mail in the order in which they happened; a question that was replied to meanwhile is none, nor is what became secret or hidden. */
  news(manager: EntityManager, mailId: string, language: Language): Promise<NewsRow[]> {
    return manager.query(
      `SELECT e.id, e.proposal_id AS "proposalId", e.type, e.to_status AS "toStatus", ${words} AS "publicText", p.kind,
         o.name AS organisation, coalesce(c.title ->> $2, c.title ->> 'sv') AS commitment,
         coalesce(e.changes ->> 'responsible', p.responsible) AS responsible, leader.reference AS leader,
         coalesce(to_char(a.occurred_on, 'YYYY-MM-DD'), CASE WHEN e.type = 'measure-done' THEN e.changes ->> 'doneOn' END) AS "occurredOn"
       FROM mail_news n JOIN proposal_events e ON e.id = n.event_id JOIN proposals p ON p.id = e.proposal_id
       LEFT JOIN organisations o ON o.id = e.organisation_id
       LEFT JOIN commitments c ON c.id = coalesce((e.changes ->> 'commitmentId')::uuid, p.commitment_id)
       LEFT JOIN proposals leader ON leader.id = p.duplicate_of_id AND leader.secret_for IS NULL
       LEFT JOIN public_activities a ON a.activity_id = e.activity_id
       WHERE n.mail_id = $1 AND (${stillTold} OR ${openQuestion}) AND NOT ${withdrawn} AND NOT ${neverTold} ORDER BY e.id`,
      [mailId, language],
    );
  }
}
