import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SweepMoments } from './mail-sending.rules.js';

/** A mail that was taken to be sent: what it is for, and whose rows it is made of. */
export interface ClaimedMail {
  readonly id: string;
  readonly kind: string;
  /** The contact of a proposal that it goes to, for mails about proposals. */
  readonly contactId: string | null;
  /** The link to one's own proposals that it carries. */
  readonly linkId: string | null;
  /** For every other kind: the row that it is made of when it is sent. */
  readonly subjectId: string | null;
}

/** A mail to write down. It holds neither an address nor words: its composer puts both together when it is sent. */
export interface NewMail {
  /** Names the composer that puts it together. */
  readonly kind: string;
  /** What causes it; there is never a second one of the same. */
  readonly cause: string;
  readonly contactId?: string;
  readonly linkId?: string;
  readonly subjectId?: string;
  /** Keyed hash of the address, by which mails to one address are counted. */
  readonly addressHash: string;
  readonly dueAt: Date;
  readonly createdAt: Date;
}

/** Any number that no other lock of the house takes. */
const addressLock = 1441;

/** What is to be sent, and what was. */
@Injectable()
export class MailsRepository {
  /** Lets only one transaction at a time decide what an address is sent. */
  async lockAddress(manager: EntityManager, addressHash: string): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [addressLock, addressHash]);
  }

  /** Writes a mail down. @returns its id, or null when its cause has one already */
  async insert(manager: EntityManager, mail: NewMail): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO mails (kind, cause, contact_id, link_id, subject_id, address_hash, due_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (cause) DO NOTHING RETURNING id`,
      [
        mail.kind,
        mail.cause,
        mail.contactId ?? null,
        mail.linkId ?? null,
        mail.subjectId ?? null,
        mail.addressHash,
        mail.dueAt,
        mail.createdAt,
      ],
    );
    return row?.id ?? null;
  }

  /** How many mails of a kind an address was written since a moment. */
  async count(manager: EntityManager, addressHash: string, kind: string, since: Date): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM mails WHERE address_hash = $1 AND kind = $2 AND created_at > $3',
      [addressHash, kind, since],
    );
    return row?.count ?? 0;
  }

  /** When the last but so many of an address's mails of a kind was or is due; null when there are fewer. */
  async nthLatestDue(
    manager: EntityManager,
    addressHash: string,
    kind: string,
    n: number,
  ): Promise<Date | null> {
    const [row] = await manager.query<{ dueAt: Date }[]>(
      `SELECT due_at AS "dueAt" FROM mails WHERE address_hash = $1 AND kind = $2 ORDER BY due_at DESC OFFSET $3 LIMIT 1`,
      [addressHash, kind, n - 1],
    );
    return row?.dueAt ?? null;
  }

  /**
   * Takes a mail to send it. @param lostSince a mail that was taken before is taken again
   * @returns null when it was sent, is being sent, or is no longer there
   */
  async claim(manager: EntityManager, id: string, now: Date, lostSince: Date): Promise<ClaimedMail | null> {
    const [rows] = await manager.query<[ClaimedMail[], number]>(
      `UPDATE mails SET state = 'sending', attempts = attempts + 1, claimed_at = $2
       WHERE id = $1 AND (state = 'waiting' OR (state = 'sending' AND claimed_at < $3))
       RETURNING id, kind, contact_id AS "contactId", link_id AS "linkId", subject_id AS "subjectId"`,
      [id, now, lostSince],
    );
    return rows[0] ?? null;
  }

  /** Stores how a mail ended. */
  async end(
    manager: EntityManager,
    id: string,
    state: 'sent' | 'dropped' | 'failed',
    now: Date,
  ): Promise<void> {
    await manager.query('UPDATE mails SET state = $2, ended_at = $3 WHERE id = $1', [id, state, now]);
  }

  /** Gives a mail back for another try. */
  async giveBack(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`UPDATE mails SET state = 'waiting' WHERE id = $1 AND state = 'sending'`, [id]);
  }

  /** Makes a mail that nobody tried to send due at another moment. @returns false when it was tried */
  async postpone(manager: EntityManager, id: string, dueAt: Date): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      `UPDATE mails SET due_at = $2 WHERE id = $1 AND state = 'waiting' AND attempts = 0`,
      [id, dueAt],
    );
    return count > 0;
  }

  /** Removes the mails that are made of a row. */
  async removeOf(manager: EntityManager, subjectId: string): Promise<void> {
    await manager.query('DELETE FROM mails WHERE subject_id = $1', [subjectId]);
  }

  /** Mails whose sender or job is gone. */
  async lost(manager: EntityManager, { lostSince, forgottenSince }: SweepMoments): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM mails WHERE (state = 'sending' AND claimed_at < $1)
         OR (state = 'waiting' AND due_at < $2 AND (claimed_at IS NULL OR claimed_at < $2)) ORDER BY due_at LIMIT 1000`,
      [lostSince, forgottenSince],
    );
    return rows.map(({ id }) => id);
  }

  /** Gives up what has been due for too long. @returns how many */
  async giveUpStale(
    manager: EntityManager,
    { staleSince, lostSince }: SweepMoments,
    now: Date,
  ): Promise<number> {
    const [, count] = await manager.query<[unknown, number]>(
      `UPDATE mails SET state = 'failed', ended_at = $3
       WHERE due_at < $1 AND (state = 'waiting' OR (state = 'sending' AND claimed_at < $2))`,
      [staleSince, lostSince, now],
    );
    return count;
  }
}
