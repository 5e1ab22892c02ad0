import type { ContactRole, ContactState } from '@lofteskartan/shared/contracts/contacts';
import type { QuestionEventType } from '@lofteskartan/shared/medborgardialog-questions';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { membersOf } from './gathered-questions.repository.js';

/** Who may be written to about a question: the address sealed. */
export interface QuestionContactRecord {
  readonly id: string;
  readonly questionId: string;
  readonly reference: string;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly role: ContactRole;
  readonly state: ContactState;
  readonly addressHash: string;
  readonly addressSealed: Buffer;
  readonly language: Language;
  readonly askedAt: Date;
  readonly createdAt: Date;
}

/** A contact to store. */
export interface NewQuestionContact {
  readonly id: string;
  readonly questionId: string;
  readonly role: ContactRole;
  readonly addressHash: string;
  readonly addressSealed: Buffer;
  readonly language: Language;
  readonly at: Date;
}

/** Somebody to write to. */
export interface QuestionRecipient {
  readonly contactId: string;
  readonly addressHash: string;
}

/** What a mail is about. */
export interface QuestionNewsRow {
  readonly contactId: string;
  readonly questionId: string;
  readonly type: QuestionEventType;
  readonly at: Date;
}

const columns = `c.id, c.question_id AS "questionId", q.reference, m.slug AS municipality, c.role, c.state,
  c.address_hash AS "addressHash", c.address_sealed AS "addressSealed", c.language, c.asked_at AS "askedAt", c.created_at AS "createdAt"`;
const tables = `medborgardialog_question_contacts c JOIN medborgardialog_questions q ON q.id = c.question_id
  JOIN municipalities m ON m.id = q.municipality_id`;

/** Addresses of those who asked or supported, and what they are told. */
@Injectable()
export class QuestionContactRepository {
  /** A contact, locked until the transaction ends, or null. */
  byId(manager: EntityManager, id: string): Promise<QuestionContactRecord | null> {
    return this.one(manager, 'c.id = $1 FOR UPDATE OF c', [id]);
  }

  /** The sender's contact of a question, or null. */
  ofSender(manager: EntityManager, questionId: string): Promise<QuestionContactRecord | null> {
    return this.one(manager, `c.question_id = $1 AND c.role = 'sender'`, [questionId]);
  }

  /** The contact of an address on a question, locked, or null. */
  byAddress(
    manager: EntityManager,
    questionId: string,
    addressHash: string,
  ): Promise<QuestionContactRecord | null> {
    return this.one(manager, 'c.question_id = $1 AND c.address_hash = $2 FOR UPDATE OF c', [
      questionId,
      addressHash,
    ]);
  }

  private async one(
    manager: EntityManager,
    where: string,
    parameters: unknown[],
  ): Promise<QuestionContactRecord | null> {
    const [row] = await manager.query<QuestionContactRecord[]>(
      `SELECT ${columns} FROM ${tables} WHERE ${where}`,
      parameters,
    );
    return row ?? null;
  }

  /** The question of a contact, or null when the contact is gone or has another role than the one that is asked for. */
  async questionOf(
    manager: EntityManager,
    id: string,
    role: ContactRole | null = null,
  ): Promise<string | null> {
    const [row] = await manager.query<{ questionId: string }[]>(
      `SELECT question_id AS "questionId" FROM medborgardialog_question_contacts WHERE id = $1 AND ($2::text IS NULL OR role = $2)`,
      [id, role],
    );
    return row?.questionId ?? null;
  }

  /** Stores a contact that is still to be confirmed. @returns false when the address is there already */
  async insert(manager: EntityManager, contact: NewQuestionContact): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO medborgardialog_question_contacts (id, question_id, role, address_hash, address_sealed, language, asked_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT (question_id, address_hash) DO NOTHING RETURNING id`,
      [
        contact.id,
        contact.questionId,
        contact.role,
        contact.addressHash,
        contact.addressSealed,
        contact.language,
        contact.at,
      ],
    );
    return rows.length > 0;
  }

  /** Makes a supporter the sender. */
  async makeSender(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`UPDATE medborgardialog_question_contacts SET role = 'sender' WHERE id = $1`, [id]);
  }

  /** Notes that the person is asked once more. */
  async askAgain(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_question_contacts SET state = 'unconfirmed', asked_at = $2 WHERE id = $1`,
      [id, at],
    );
  }

  /** Stores that the address said yes. */
  async confirm(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_question_contacts SET state = 'confirmed', confirmed_at = coalesce(confirmed_at, $2) WHERE id = $1`,
      [id, at],
    );
  }

  /** Stores that the address wants no more mail; the person stays counted. */
  async stop(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`UPDATE medborgardialog_question_contacts SET state = 'stopped' WHERE id = $1`, [id]);
  }

  /** Forgets a contact. */
  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query('DELETE FROM medborgardialog_question_contacts WHERE id = $1', [id]);
  }

  /** Contacts that never said yes and were last asked before a moment, and all of dialogues whose answers were told, or that were called off, before others. */
  async due(
    manager: EntityManager,
    before: { readonly unanswered: Date; readonly reported: Date; readonly cancelled: Date },
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT c.id FROM medborgardialog_question_contacts c JOIN medborgardialog_questions q ON q.id = c.question_id
       JOIN medborgardialoger d ON d.id = q.dialogue_id
       WHERE (c.state = 'unconfirmed' AND c.asked_at < $1) OR d.reported_at < $2
         OR (d.status = 'cancelled' AND (SELECT max(e.at) FROM medborgardialog_events e WHERE e.dialogue_id = d.id AND e.type = 'cancelled') < $3)
       ORDER BY c.id`,
      [before.unanswered, before.reported, before.cancelled],
    );
    return rows.map(({ id }) => id);
  }

  /** The confirmed contacts of a question, of its sender alone or of all, or of all that were gathered with it: each address once. */
  recipients(
    manager: EntityManager,
    questionId: string,
    audience: 'sender' | 'question' | 'case',
  ): Promise<QuestionRecipient[]> {
    return manager.query(
      `${membersOf('$1')}
       SELECT DISTINCT ON (c.address_hash) c.id AS "contactId", c.address_hash AS "addressHash"
       FROM members JOIN medborgardialog_question_contacts c ON c.question_id = members.id AND c.state = 'confirmed'
       WHERE $2 = 'case' OR (members.id = $1 AND ($2 = 'question' OR c.role = 'sender'))
       ORDER BY c.address_hash, c.role, members.id = $1 DESC, c.created_at, c.id`,
      [questionId, audience],
    );
  }

  /** Notes that an address is told of an event. @returns false when it was told already */
  async tell(
    manager: EntityManager,
    news: { readonly id: string; readonly eventId: string } & QuestionRecipient,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO medborgardialog_question_news (id, event_id, contact_id, address_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT (event_id, address_hash) DO NOTHING RETURNING id`,
      [news.id, news.eventId, news.contactId, news.addressHash],
    );
    return rows.length > 0;
  }

  /** What a mail is about, or null when its contact is gone. */
  async news(manager: EntityManager, id: string): Promise<QuestionNewsRow | null> {
    const [row] = await manager.query<QuestionNewsRow[]>(
      `SELECT n.contact_id AS "contactId", e.question_id AS "questionId", e.type, e.at FROM medborgardialog_question_news n
       JOIN medborgardialog_question_events e ON e.id = n.event_id WHERE n.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The ids of the events that a question's contacts missed since a moment: its own, and of those that it leads to the answers, or that none will come. */
  async eventsSince(
    manager: EntityManager,
    leaders: readonly string[],
    since: Date,
  ): Promise<{ readonly id: string; readonly questionId: string; readonly type: QuestionEventType }[]> {
    return manager.query(
      `SELECT e.id, e.question_id AS "questionId", e.type FROM medborgardialog_question_events e
       WHERE e.question_id = ANY ($1::uuid[]) AND e.at >= $2 AND (e.question_id = $3 OR e.type IN ('answered', 'cancelled')) ORDER BY e.id`,
      [leaders, since, leaders[0]],
    );
  }
}
