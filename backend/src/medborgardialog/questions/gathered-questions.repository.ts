import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** SQL for a question and all that were gathered with it, directly or through others. */
export const membersOf = (id: string): string => `WITH RECURSIVE members AS (
  SELECT ${id}::uuid AS id
  UNION ALL SELECT q.id FROM members JOIN medborgardialog_questions q ON q.gathered_into = members.id)`;

/** SQL that counts the people behind supports `s`: the devices of one who confirmed an address (`c`) are that one. */
export const people = `count(DISTINCT coalesce(c.address_hash, encode(s.device_hash, 'hex')))::integer`;
export const confirmedAddress = `LEFT JOIN medborgardialog_question_contacts c ON c.id = s.contact_id AND c.confirmed_at IS NOT NULL`;

/** Which questions are answered together. Only the pointer says so. */
@Injectable()
export class GatheredQuestionsRepository {
  /** The questions that one leads to, itself first and the one that is answered last. */
  async leaders(manager: EntityManager, id: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `WITH RECURSIVE chain AS (
         SELECT id, gathered_into, 0 AS step FROM medborgardialog_questions WHERE id = $1
         UNION ALL
         SELECT q.id, q.gathered_into, chain.step + 1 FROM chain JOIN medborgardialog_questions q ON q.id = chain.gathered_into)
       SELECT id FROM chain ORDER BY step`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  /** The questions that were gathered with one: directly, or through one that was taken back since. */
  async gatheredInto(manager: EntityManager, id: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `WITH RECURSIVE under AS (
         SELECT id, status FROM medborgardialog_questions WHERE gathered_into = $1
         UNION ALL
         SELECT q.id, q.status FROM under JOIN medborgardialog_questions q ON q.gathered_into = under.id WHERE under.status = 'withdrawn')
       SELECT id FROM under WHERE status = 'gathered' ORDER BY id`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  /** Counts the people behind questions anew, over all that were gathered with each; once the supports were disposed of, the count stays. */
  async recount(manager: EntityManager, ids: readonly string[]): Promise<void> {
    for (const id of ids)
      await manager.query(
        `${membersOf('$1')}
         UPDATE medborgardialog_questions SET support_count = (
           SELECT ${people} FROM members JOIN medborgardialog_question_supports s ON s.question_id = members.id ${confirmedAddress})
         WHERE id = $1 AND NOT EXISTS (
           SELECT FROM medborgardialoger d WHERE d.id = medborgardialog_questions.dialogue_id AND d.disposed_at IS NOT NULL)`,
        [id],
      );
  }

  /** Adds a device's support; a second one changes nothing but the contact that it is linked to, when one comes along. */
  async support(
    manager: EntityManager,
    support: {
      readonly questionId: string;
      readonly deviceHash: Buffer;
      readonly isSender: boolean;
      readonly contactId: string | null;
      readonly at: Date;
    },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO medborgardialog_question_supports (question_id, device_hash, is_sender, contact_id, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (question_id, device_hash) DO UPDATE SET contact_id = excluded.contact_id WHERE excluded.contact_id IS NOT NULL`,
      [support.questionId, support.deviceHash, support.isSender, support.contactId, support.at],
    );
  }

  /** Links the sender's device to a contact that came later. */
  async linkSender(manager: EntityManager, questionId: string, contactId: string): Promise<void> {
    await manager.query(
      'UPDATE medborgardialog_question_supports SET contact_id = $2 WHERE question_id = $1 AND is_sender',
      [questionId, contactId],
    );
  }

  /** Whether others than its sender support a question: other devices, but for those that gave the sender's own address. */
  async othersWant(manager: EntityManager, questionId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM medborgardialog_question_supports s WHERE s.question_id = $1 AND NOT s.is_sender AND NOT EXISTS (
         SELECT FROM medborgardialog_question_contacts c
         WHERE c.id = s.contact_id AND c.role = 'sender' AND c.confirmed_at IS NOT NULL) LIMIT 1`,
      [questionId],
    );
    return rows.length > 0;
  }

  /** Takes the sender out of those who want an answer. */
  async removeSender(manager: EntityManager, questionId: string): Promise<void> {
    await manager.query(
      'DELETE FROM medborgardialog_question_supports WHERE question_id = $1 AND is_sender',
      [questionId],
    );
  }
}
