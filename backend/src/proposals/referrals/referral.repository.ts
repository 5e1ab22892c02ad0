import type { ReferralOutcome } from '@lofteskartan/shared/contracts/referrals';
import type { ReplyFinding } from '@lofteskartan/shared/contracts/questions';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { handlers } from '../viewer.rules.js';
import { mailOf, undelivered } from './referral-mail.js';
import type { StoredMailState } from './referral.rules.js';

/** A referral as it is kept. */
export interface ReferralRecord {
  readonly id: string;
  readonly proposalId: string;
  readonly municipalityId: string;
  readonly bodyId: string | null;
  /** The body's name when it was referred. */
  readonly body: string;
  readonly asked: string | null;
  readonly mailed: boolean;
  /** How the mail with the case stands; null when none was written. */
  readonly mailState: StoredMailState | null;
  readonly reminderState: StoredMailState | null;
  /** Staff said at its end that the body got it in another way. */
  readonly sentOtherwise: boolean;
  readonly openedAt: Date;
  readonly openedById: string | null;
  /** The name of whoever referred it. */
  readonly openedBy: string | null;
  readonly remindedAt: Date | null;
  readonly overdueAt: Date | null;
  readonly answer: string | null;
  readonly personalData: ReplyFinding[];
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly outcome: ReferralOutcome | null;
}

/** A referral to begin. */
export interface NewReferral {
  readonly proposalId: string;
  readonly bodyId: string | null;
  readonly body: string;
  readonly asked: string | null;
  readonly mailed: boolean;
  readonly openedById: string | null;
  readonly at: Date;
}

/** What a referral's mails are made of besides the referral. */
export interface ReferralMailFacts {
  readonly municipality: string;
  readonly municipalityName: string;
  /** The body's address now; null when it has none any more. */
  readonly bodyEmail: string | null;
  /** The address of whoever referred it, or has the proposal now where they handle none here any more; null when neither does. */
  readonly officerEmail: string | null;
}

const columns = `r.id, r.proposal_id AS "proposalId", r.municipality_id AS "municipalityId", r.body_id AS "bodyId", r.body, r.asked, r.mailed,
  ${mailOf('referral')} AS "mailState", ${mailOf('referral-reminder')} AS "reminderState", r.sent_otherwise AS "sentOtherwise",
  r.opened_at AS "openedAt", r.opened_by AS "openedById", a.name AS "openedBy", r.reminded_at AS "remindedAt", r.overdue_at AS "overdueAt",
  r.answer, r.personal_data AS "personalData", r.answered_at AS "answeredAt", r.ended_at AS "endedAt", r.outcome`;
const tables = 'referrals r LEFT JOIN accounts a ON a.id = r.opened_by';

/** Who else has a proposal. */
@Injectable()
export class ReferralRepository {
  /** Begins one. @returns its id */
  async open(manager: EntityManager, referral: NewReferral): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO referrals (proposal_id, municipality_id, body_id, body, asked, mailed, opened_by, opened_at)
       SELECT id, municipality_id, $2, $3, $4, $5, $6, $7 FROM proposals WHERE id = $1 RETURNING id`,
      [
        referral.proposalId,
        referral.bodyId,
        referral.body,
        referral.asked,
        referral.mailed,
        referral.openedById,
        referral.at,
      ],
    );
    if (!row) throw new Error('A referral was not stored');
    return row.id;
  }

  /** All referrals of a proposal, the latest first. */
  ofProposal(manager: EntityManager, proposalId: string): Promise<ReferralRecord[]> {
    return manager.query(
      `SELECT ${columns} FROM ${tables} WHERE r.proposal_id = $1 ORDER BY r.opened_at DESC, r.id`,
      [proposalId],
    );
  }

  /** A referral, or null. */
  async byId(manager: EntityManager, id: string): Promise<ReferralRecord | null> {
    const [row] = await manager.query<ReferralRecord[]>(`SELECT ${columns} FROM ${tables} WHERE r.id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /** The referral that is open on a proposal, or null. */
  async openOn(manager: EntityManager, proposalId: string): Promise<ReferralRecord | null> {
    const [row] = await manager.query<ReferralRecord[]>(
      `SELECT ${columns} FROM ${tables} WHERE r.proposal_id = $1 AND r.ended_at IS NULL`,
      [proposalId],
    );
    return row ?? null;
  }

  /** Ends what is open on a proposal. */
  async end(manager: EntityManager, proposalId: string, outcome: ReferralOutcome, at: Date): Promise<void> {
    await manager.query(
      'UPDATE referrals SET ended_at = $3, outcome = $2 WHERE proposal_id = $1 AND ended_at IS NULL',
      [proposalId, outcome, at],
    );
  }

  /** Notes that staff sent one in another way. */
  async sendOtherwise(manager: EntityManager, id: string): Promise<void> {
    await manager.query('UPDATE referrals SET sent_otherwise = true WHERE id = $1', [id]);
  }

  /** Keeps what the body answered. */
  async answer(
    manager: EntityManager,
    id: string,
    { text, personalData, at }: { text: string; personalData: readonly ReplyFinding[]; at: Date },
  ): Promise<void> {
    await manager.query(
      'UPDATE referrals SET answer = $2, personal_data = $3, answered_at = $4 WHERE id = $1',
      [id, text, JSON.stringify(personalData), at],
    );
  }

  /** Notes that the body and the case officer were reminded. */
  async remind(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.query('UPDATE referrals SET reminded_at = $2 WHERE id = $1', [id, at]);
  }

  /** Notes that the case officer was told that the time is up. */
  async tellOverdue(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.query('UPDATE referrals SET overdue_at = $2 WHERE id = $1', [id, at]);
  }

  /** Open referrals that nobody has answered, in their order. */
  waiting(
    manager: EntityManager,
    openedBefore: Date,
    afterId: string | null,
    limit: number,
  ): Promise<{ id: string; proposalId: string }[]> {
    return manager.query(
      `SELECT r.id, r.proposal_id AS "proposalId" FROM referrals r JOIN proposals p ON p.id = r.proposal_id AND p.public_status = 'referred'
       WHERE r.ended_at IS NULL AND r.answered_at IS NULL AND r.overdue_at IS NULL AND r.opened_at < $1 AND ($2::uuid IS NULL OR r.id > $2)
       ORDER BY r.id LIMIT $3`,
      [openedBefore, afterId, limit],
    );
  }

  /** Open referrals whose mail did not arrive, that nobody was told of yet. */
  async undelivered(manager: EntityManager): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT r.id FROM referrals r WHERE r.ended_at IS NULL AND r.answered_at IS NULL AND ${undelivered}
         AND ${mailOf('referral-undelivered')} IS NULL ORDER BY r.id LIMIT 1000`,
    );
    return rows.map(({ id }) => id);
  }

  /** What the mails of a referral are made of. */
  async mailFacts(manager: EntityManager, id: string): Promise<ReferralMailFacts | null> {
    const [row] = await manager.query<ReferralMailFacts[]>(
      `SELECT m.slug AS municipality, m.name AS "municipalityName", b.email AS "bodyEmail",
         (SELECT a.email FROM proposals p JOIN accounts a ON a.id IN (r.opened_by, p.assigned_account_id) AND a.active
          WHERE p.id = r.proposal_id AND EXISTS (
            SELECT 1 FROM memberships s WHERE s.account_id = a.id AND s.municipality_id = r.municipality_id AND s.role = ANY ($2::text[]))
          ORDER BY a.id = r.opened_by DESC LIMIT 1) AS "officerEmail"
       FROM referrals r JOIN municipalities m ON m.id = r.municipality_id LEFT JOIN responsible_bodies b ON b.id = r.body_id
       WHERE r.id = $1`,
      [id, handlers],
    );
    return row ?? null;
  }

  /** The names of a proposal's municipality and locality. */
  async names(
    manager: EntityManager,
    proposalId: string,
  ): Promise<{ municipality: string; locality: string | null }> {
    const [row] = await manager.query<{ municipality: string; locality: string | null }[]>(
      `SELECT m.name AS municipality, l.name AS locality FROM proposals p JOIN municipalities m ON m.id = p.municipality_id
       LEFT JOIN localities l ON l.id = p.locality_id WHERE p.id = $1`,
      [proposalId],
    );
    return row ?? { municipality: '', locality: null };
  }
}
