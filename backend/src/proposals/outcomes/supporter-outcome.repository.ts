import type { OwnOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type { KeptOutcome, StaffSupporterOutcome } from '@lofteskartan/shared/contracts/supporter-outcomes';
import type { Helped } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NewClosing } from './outcome.repository.js';
import type { Told } from './outcome.rules.js';

/** A support to which an answer belongs. */
export interface SupportRecord {
  readonly proposalId: string;
  readonly deviceHash: Buffer;
}

interface OwnRow {
  readonly helped: Helped;
  readonly text: string | null;
  readonly safetyNow: number | null;
  readonly toldAt: Date;
}

type StaffRow = OwnRow & {
  readonly id: string;
  readonly waits: boolean;
  readonly onBehalf: boolean;
  readonly closing: NonNullable<StaffSupporterOutcome['closing']>['decision'] | null;
  readonly note: string | null;
  readonly by: string | null;
  readonly closedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

const said = `o.helped, o.body AS text, o.safety_now AS "safetyNow", o.told_at AS "toldAt"`;

/** The answer that stands about the present end. */
const standing = `o.replaced_at IS NULL AND o.withdrawn_at IS NULL AND o.closing IS DISTINCT FROM 'reopened' ORDER BY o.told_at DESC, o.id LIMIT 1`;

/** The supports of a contact that are a supporter's and not the sender's. */
const ofContact = `SELECT s.proposal_id, s.device_hash, s.created_at FROM proposal_supports s WHERE s.contact_id = $1 AND NOT s.is_sender`;

/** What supporters said afterwards: all of it, of which the latest of each stands. */
@Injectable()
export class SupporterOutcomeRepository {
  /** The first support of a contact; null when it has none any more. */
  async supportOfContact(manager: EntityManager, contactId: string): Promise<SupportRecord | null> {
    const [row] = await manager.query<SupportRecord[]>(
      `SELECT proposal_id AS "proposalId", device_hash AS "deviceHash" FROM (${ofContact}) AS own ORDER BY created_at, device_hash LIMIT 1`,
      [contactId],
    );
    return row ?? null;
  }

  /** The support of a device in the case of a proposal, the latest; null when it has none there or sent one of its proposals. */
  async supportOfDevice(
    manager: EntityManager,
    rootId: string,
    deviceHash: Buffer,
  ): Promise<SupportRecord | null> {
    const [row] = await manager.query<(SupportRecord & { sent: boolean })[]>(
      `WITH RECURSIVE gathered AS (
         SELECT $1::uuid AS id UNION ALL SELECT p.id FROM gathered JOIN proposals p ON p.duplicate_of_id = gathered.id)
       SELECT s.proposal_id AS "proposalId", s.device_hash AS "deviceHash", bool_or(s.is_sender) OVER () AS sent
       FROM gathered JOIN proposal_supports s ON s.proposal_id = gathered.id AND s.device_hash = $2
       ORDER BY s.created_at DESC, s.proposal_id LIMIT 1`,
      [rootId, deviceHash],
    );
    return row && !row.sent ? { proposalId: row.proposalId, deviceHash: row.deviceHash } : null;
  }

  /** The answer that stands of a contact's supports, the latest; none about an end that is none any more. */
  async ofContact(manager: EntityManager, contactId: string): Promise<OwnOutcome | null> {
    const [row] = await manager.query<OwnRow[]>(
      `SELECT ${said} FROM (${ofContact}) AS own JOIN supporter_outcomes o USING (proposal_id, device_hash) WHERE ${standing}`,
      [contactId],
    );
    return row ? own(row) : null;
  }

  /** The same of one support, for its device: words that came by mail do not show on it. */
  async ofSupport(
    manager: EntityManager,
    { proposalId, deviceHash }: SupportRecord,
  ): Promise<OwnOutcome | null> {
    const [row] = await manager.query<(OwnRow & { byMail: boolean })[]>(
      `SELECT ${said}, o.by_mail AS "byMail" FROM supporter_outcomes o WHERE o.proposal_id = $1 AND o.device_hash = $2 AND ${standing}`,
      [proposalId, deviceHash],
    );
    return row ? own(row.byMail ? { ...row, text: null } : row) : null;
  }

  /** Keeps an answer, in the place of the one before. @param by the way on which it came @param waits whether a human should look at it */
  async keep(
    manager: EntityManager,
    { proposalId, deviceHash }: SupportRecord,
    { helped, text, safetyNow }: Told,
    {
      by,
      waits,
      at,
    }: { readonly by: 'mail' | 'device' | 'staff'; readonly waits: boolean; readonly at: Date },
  ): Promise<void> {
    await manager.query(
      `UPDATE supporter_outcomes SET replaced_at = $3, waits = false
       WHERE proposal_id = $1 AND device_hash = $2 AND replaced_at IS NULL`,
      [proposalId, deviceHash, at],
    );
    await manager.query(
      `INSERT INTO supporter_outcomes (proposal_id, device_hash, municipality_id, by_mail, on_behalf, helped, body, safety_now, waits, told_at)
       VALUES ($1, $2, (SELECT municipality_id FROM proposals WHERE id = $1), $3, $9, $4, $5, $6, $7, $8)`,
      [proposalId, deviceHash, by === 'mail', helped, text, safetyNow, waits, at, by === 'staff'],
    );
  }

  /** Takes all answers of a contact's supports back. @returns how many that were not */
  withdrawOfContact(manager: EntityManager, contactId: string, at: Date): Promise<number> {
    return this.withdraw(
      manager,
      `FROM (${ofContact}) AS own WHERE o.proposal_id = own.proposal_id AND o.device_hash = own.device_hash`,
      [contactId, at],
    );
  }

  /** Takes all answers of one support back. @returns how many that were not */
  withdrawOfSupport(
    manager: EntityManager,
    { proposalId, deviceHash }: SupportRecord,
    at: Date,
  ): Promise<number> {
    const parameters = [proposalId, at, deviceHash];
    return this.withdraw(manager, 'WHERE o.proposal_id = $1 AND o.device_hash = $3', parameters);
  }

  /** @param parameters of which the second is the moment */
  private async withdraw(manager: EntityManager, which: string, parameters: unknown[]): Promise<number> {
    const [rows] = await manager.query<[unknown[], number]>(
      `UPDATE supporter_outcomes o SET withdrawn_at = $2, waits = false ${which} AND o.withdrawn_at IS NULL RETURNING o.id`,
      parameters,
    );
    return rows.length;
  }

  /** All that a contact's supports answered, oldest first. */
  async allOfContact(manager: EntityManager, contactId: string): Promise<KeptOutcome[]> {
    const rows = await manager.query<(OwnRow & { replacedAt: Date | null; withdrawnAt: Date | null })[]>(
      `SELECT ${said}, o.replaced_at AS "replacedAt", o.withdrawn_at AS "withdrawnAt" FROM (${ofContact}) AS own
       JOIN supporter_outcomes o USING (proposal_id, device_hash) ORDER BY o.told_at, o.id`,
      [contactId],
    );
    return rows.map((row) => ({
      ...own(row),
      replacedAt: row.replacedAt?.toISOString() ?? null,
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    }));
  }

  /** When the devices of a contact gave their support, oldest first. */
  async supportedAt(manager: EntityManager, contactId: string): Promise<string[]> {
    const rows = await manager.query<{ at: Date }[]>(
      `SELECT created_at AS at FROM (${ofContact}) AS own ORDER BY created_at`,
      [contactId],
    );
    return rows.map(({ at }) => at.toISOString());
  }

  /** The last answer of each support of a proposal, also one that was taken back, the latest first, for staff. */
  async ofProposal(manager: EntityManager, proposalId: string): Promise<StaffSupporterOutcome[]> {
    const rows = await manager.query<StaffRow[]>(
      `SELECT o.id, ${said}, o.waits, o.on_behalf AS "onBehalf", o.closing, o.note, a.name AS by, o.closed_at AS "closedAt",
         o.withdrawn_at AS "withdrawnAt" FROM supporter_outcomes o LEFT JOIN accounts a ON a.id = o.closed_by
       WHERE o.proposal_id = $1 AND o.replaced_at IS NULL ORDER BY o.told_at DESC, o.id`,
      [proposalId],
    );
    return rows.map(({ closing, note, by, closedAt, id, waits, onBehalf, withdrawnAt, ...row }) => ({
      id,
      ...own(row),
      waits,
      onBehalf,
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
      closing: closing && closedAt ? { decision: closing, note, by, at: closedAt.toISOString() } : null,
    }));
  }

  /** Those of some numbers about whose proposals an answer waits, by a supporter or the sender. */
  async waitingAmong(manager: EntityManager, references: readonly string[]): Promise<string[]> {
    if (references.length === 0) return [];
    const rows = await manager.query<{ reference: string }[]>(
      `SELECT p.reference FROM proposals p WHERE p.reference = ANY ($1::text[]) AND (
         EXISTS (SELECT 1 FROM proposal_outcomes o WHERE o.proposal_id = p.id AND o.waits)
         OR EXISTS (SELECT 1 FROM supporter_outcomes o WHERE o.proposal_id = p.id AND o.waits))
       ORDER BY p.created_at, p.id`,
      [references],
    );
    return rows.map(({ reference }) => reference);
  }

  /** The supports of a proposal that are not its sender's, oldest first. */
  supportsOf(manager: EntityManager, proposalId: string): Promise<SupportRecord[]> {
    return manager.query(
      `SELECT proposal_id AS "proposalId", device_hash AS "deviceHash" FROM proposal_supports
       WHERE proposal_id = $1 AND NOT is_sender ORDER BY created_at, device_hash`,
      [proposalId],
    );
  }

  /** Says what was done about answers that wait. @returns how many did */
  async close(
    manager: EntityManager,
    proposalId: string,
    ids: readonly string[],
    { decision, note, accountId, at }: NewClosing,
  ): Promise<number> {
    const [rows] = await manager.query<[unknown[], number]>(
      `UPDATE supporter_outcomes SET waits = false, closing = $3, note = $4, closed_by = $5, closed_at = $6
       WHERE proposal_id = $1 AND id = ANY ($2::uuid[]) AND waits RETURNING id`,
      [proposalId, ids, decision, note, accountId, at],
    );
    return rows.length;
  }

  /** The proposal is open again: what was said is about an earlier end. */
  async reopen(
    manager: EntityManager,
    proposalId: string,
    { note, accountId, at }: Omit<NewClosing, 'decision'>,
  ): Promise<void> {
    await manager.query(
      `UPDATE supporter_outcomes SET waits = false, closing = 'reopened', note = $2, closed_by = $3, closed_at = $4
       WHERE proposal_id = $1 AND replaced_at IS NULL AND withdrawn_at IS NULL AND closing IS DISTINCT FROM 'reopened'`,
      [proposalId, note, accountId, at],
    );
  }
}

const own = ({ helped, text, safetyNow, toldAt }: OwnRow): Pick<OwnOutcome, keyof OwnOutcome> => ({
  helped,
  text,
  safetyNow,
  toldAt: toldAt.toISOString(),
});
