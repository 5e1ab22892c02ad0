import type { FaultReport } from '@lofteskartan/shared/contracts/fault-reports';
import type { SetBodyView } from '@lofteskartan/shared/contracts/referrals';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Who answers for a proposal's place, and what was reported about it elsewhere. */
@Injectable()
export class PlaceResponsibilityRepository {
  /** The body that staff have set, or null. */
  async body(manager: EntityManager, proposalId: string): Promise<SetBodyView | null> {
    const [row] = await manager.query<SetBodyView[]>(
      `SELECT b.id, b.kind, b.name FROM proposals p JOIN responsible_bodies b ON b.id = p.body_id WHERE p.id = $1`,
      [proposalId],
    );
    return row ?? null;
  }

  /** Sets it. */
  async setBody(manager: EntityManager, proposalId: string, bodyId: string | null): Promise<void> {
    await manager.query('UPDATE proposals SET body_id = $2 WHERE id = $1', [proposalId, bodyId]);
  }

  /** The fault reports of a proposal, oldest first. */
  async faultReports(manager: EntityManager, proposalId: string): Promise<FaultReport[]> {
    const rows = await manager.query<(Omit<FaultReport, 'linkedAt'> & { linkedAt: Date })[]>(
      `SELECT body, number, linked_at AS "linkedAt" FROM fault_reports WHERE proposal_id = $1 ORDER BY linked_at, id`,
      [proposalId],
    );
    return rows.map((row) => ({ ...row, linkedAt: row.linkedAt.toISOString() }));
  }

  /** Links a fault report. @returns false when it is linked already */
  async linkFault(
    manager: EntityManager,
    fault: { proposalId: string; body: string; number: string; accountId: string; at: Date },
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO fault_reports (proposal_id, body, number, linked_by, linked_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (proposal_id, lower(body), lower(number)) DO NOTHING RETURNING id`,
      [fault.proposalId, fault.body, fault.number, fault.accountId, fault.at],
    );
    return rows.length > 0;
  }
}
