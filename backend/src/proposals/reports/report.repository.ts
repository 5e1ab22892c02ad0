import type { StaffReport } from '@lofteskartan/shared/contracts/reports';
import type { ReportOutcome, ReportReason } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A report to keep. */
export interface NewReport {
  readonly proposalId: string;
  readonly municipalityId: string;
  readonly reason: ReportReason;
  readonly text: string | null;
  readonly createdAt: Date;
}

/** What closes reports. */
export interface Closing {
  readonly outcome: ReportOutcome;
  readonly note: string;
  readonly accountId: string;
  readonly at: Date;
}

type ReportRow = Pick<StaffReport, 'id' | 'reason' | 'text'> & {
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly outcome: ReportOutcome | null;
  readonly note: string | null;
  readonly by: string | null;
};

/** What residents reported. */
@Injectable()
export class ReportRepository {
  /** Keeps a report. */
  async add(manager: EntityManager, report: NewReport): Promise<void> {
    await manager.query(
      `INSERT INTO proposal_reports (proposal_id, municipality_id, reason, body, created_at) VALUES ($1, $2, $3, $4, $5)`,
      [report.proposalId, report.municipalityId, report.reason, report.text, report.createdAt],
    );
  }

  /** The reports of a proposal: those that are open first, then the latest first. */
  async ofProposal(manager: EntityManager, proposalId: string): Promise<StaffReport[]> {
    const rows = await manager.query<ReportRow[]>(
      `SELECT r.id, r.reason, r.body AS text, r.created_at AS "createdAt", r.closed_at AS "closedAt", r.outcome, r.note, a.name AS by
       FROM proposal_reports r LEFT JOIN accounts a ON a.id = r.closed_by
       WHERE r.proposal_id = $1 ORDER BY r.closed_at IS NOT NULL, r.created_at DESC, r.id`,
      [proposalId],
    );
    return rows.map(({ id, reason, text, createdAt, closedAt, outcome, note, by }) => ({
      id,
      reason,
      text,
      createdAt: createdAt.toISOString(),
      closing:
        closedAt && outcome && note !== null && by !== null
          ? { outcome, note, by, at: closedAt.toISOString() }
          : null,
    }));
  }

  /** Closes those of the reports that are open and belong to the proposal. @returns how many they were */
  async close(
    manager: EntityManager,
    proposalId: string,
    ids: readonly string[],
    { outcome, note, accountId, at }: Closing,
  ): Promise<number> {
    const [, count] = await manager.query<[unknown, number]>(
      `UPDATE proposal_reports SET closed_at = $3, closed_by = $4, outcome = $5, note = $6
       WHERE proposal_id = $1 AND id = ANY ($2::uuid[]) AND closed_at IS NULL`,
      [proposalId, ids, at, accountId, outcome, note],
    );
    return count;
  }
}
