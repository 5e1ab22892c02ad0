import type { Helped } from '@lofteskartan/shared/vocabulary';
import type { OutcomeClosing, StaffOutcome } from '@lofteskartan/shared/contracts/outcomes';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Told } from './outcome.rules.js';

/** What is done about an answer. */
export interface NewClosing {
  readonly decision: OutcomeClosing;
  readonly note: string | null;
  /** Null for the house itself. */
  readonly accountId: string | null;
  readonly at: Date;
}

interface OutcomeRow {
  readonly helped: Helped;
  readonly text: string | null;
  readonly safetyNow: number | null;
  readonly toldAt: Date;
  readonly waits: boolean;
  readonly onBehalf: boolean;
  readonly closing: OutcomeClosing | null;
  readonly note: string | null;
  readonly by: string | null;
  readonly closedAt: Date | null;
}

/** What senders said afterwards: one answer of each, the latest. */
@Injectable()
export class OutcomeRepository {
  /** Keeps an answer in the place of the one before. @param waits whether a human should look at it @param onBehalf whether staff wrote it down */
  async keep(
    manager: EntityManager,
    proposal: { readonly id: string; readonly municipalityId: string },
    { helped, text, safetyNow }: Told,
    { waits, onBehalf, at }: { readonly waits: boolean; readonly onBehalf: boolean; readonly at: Date },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO proposal_outcomes (proposal_id, municipality_id, helped, body, safety_now, waits, told_at, on_behalf)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (proposal_id) DO UPDATE SET helped = $3, body = $4, safety_now = $5, waits = $6, told_at = $7, on_behalf = $8,
         closed_at = NULL, closed_by = NULL, closing = NULL, note = NULL`,
      [proposal.id, proposal.municipalityId, helped, text, safetyNow, waits, at, onBehalf],
    );
  }

  /** The answer about a proposal, or null. */
  async of(manager: EntityManager, proposalId: string): Promise<StaffOutcome | null> {
    const [row] = await manager.query<OutcomeRow[]>(
      `SELECT o.helped, o.body AS text, o.safety_now AS "safetyNow", o.told_at AS "toldAt", o.waits, o.on_behalf AS "onBehalf", o.closing, o.note,
         a.name AS by, o.closed_at AS "closedAt"
       FROM proposal_outcomes o LEFT JOIN accounts a ON a.id = o.closed_by WHERE o.proposal_id = $1`,
      [proposalId],
    );
    if (!row) return null;
    const { helped, text, safetyNow, waits, onBehalf, closing, note, by, closedAt } = row;
    return {
      helped,
      text,
      safetyNow,
      toldAt: row.toldAt.toISOString(),
      waits,
      onBehalf,
      closing: closing && closedAt ? { decision: closing, note, by, at: closedAt.toISOString() } : null,
    };
  }

  /** Says what was done about an answer. One about an earlier end (`reopened`) stays so. */
  async close(
    manager: EntityManager,
    proposalId: string,
    { decision, note, accountId, at }: NewClosing,
  ): Promise<void> {
    await manager.query(
      `UPDATE proposal_outcomes SET waits = false, closing = $2, note = $3, closed_by = $4, closed_at = $5
       WHERE proposal_id = $1 AND closing IS DISTINCT FROM 'reopened'`,
      [proposalId, decision, note, accountId, at],
    );
  }
}
