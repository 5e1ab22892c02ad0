import type { Controller } from '@lofteskartan/shared/contracts/records';
import type { OrganisationType } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What a record is about: a proposal or an activity. */
export type RecordSubject = { readonly proposalId: string } | { readonly activityId: string };

/** A record as it is stored. */
export interface StoredRecord {
  readonly registryNumber: string | null;
  readonly controllerId: string | null;
  readonly secrecyGround: string | null;
  readonly secrecyBy: string | null;
  readonly secrecyAt: Date | null;
  /** `YYYY-MM-DD` */
  readonly disposeAfter: string | null;
  readonly decision: string | null;
  readonly hold: string | null;
  readonly version: number;
}

/** A record to store. */
export interface NewRecord extends Omit<StoredRecord, 'secrecyBy' | 'version'> {
  readonly secrecyByAccountId: string | null;
}

/** An act of record-keeping. */
export interface RecordEvent {
  readonly municipalityId: string;
  readonly at: Date;
  readonly actorAccountId: string | null;
  readonly type:
    | 'record-changed'
    | 'rules-changed'
    | 'disposed'
    | 'archived'
    | 'quarantine-restored'
    | 'quarantine-removed';
  readonly subject?: RecordSubject;
  readonly reason?: string;
  readonly changes?: object;
}

const columnOf = (subject: RecordSubject): readonly ['proposal_id' | 'activity_id', string] =>
  'proposalId' in subject ? ['proposal_id', subject.proposalId] : ['activity_id', subject.activityId];

/** Records and what was done to them. */
@Injectable()
export class RecordRepository {
  /** The record of a proposal or activity, or null while nothing was said of it. */
  async of(manager: EntityManager, subject: RecordSubject): Promise<StoredRecord | null> {
    const [column, id] = columnOf(subject);
    const [row] = await manager.query<StoredRecord[]>(
      `SELECT r.registry_number AS "registryNumber", r.controller_id AS "controllerId", r.secrecy_ground AS "secrecyGround",
         a.name AS "secrecyBy", r.secrecy_at AS "secrecyAt", r.dispose_after::text AS "disposeAfter", r.decision, r.hold, r.version
       FROM records r LEFT JOIN accounts a ON a.id = r.secrecy_by WHERE r.${column} = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Stores a record. Who marked it secret, and when, stays while the ground does. */
  async save(
    manager: EntityManager,
    municipalityId: string,
    subject: RecordSubject,
    record: NewRecord,
    now: Date,
  ): Promise<void> {
    const [column, id] = columnOf(subject);
    await manager.query(
      `INSERT INTO records (municipality_id, ${column}, registry_number, controller_id, secrecy_ground, secrecy_by, secrecy_at,
         dispose_after, decision, hold, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (${column}) DO UPDATE SET registry_number = excluded.registry_number, controller_id = excluded.controller_id,
         secrecy_ground = excluded.secrecy_ground, dispose_after = excluded.dispose_after, decision = excluded.decision,
         secrecy_by = CASE WHEN records.secrecy_ground = excluded.secrecy_ground THEN records.secrecy_by ELSE excluded.secrecy_by END,
         secrecy_at = CASE WHEN records.secrecy_ground = excluded.secrecy_ground THEN records.secrecy_at ELSE excluded.secrecy_at END,
         hold = excluded.hold, version = records.version + 1, updated_at = excluded.updated_at`,
      [
        municipalityId,
        id,
        record.registryNumber,
        record.controllerId,
        record.secrecyGround,
        record.secrecyByAccountId,
        record.secrecyAt,
        record.disposeAfter,
        record.decision,
        record.hold,
        now,
      ],
    );
  }

  /** The organisations that can answer for personal data in a municipality. */
  controllers(
    manager: EntityManager,
    municipalityId: string,
  ): Promise<(Controller & { type: OrganisationType })[]> {
    return manager.query(
      `SELECT o.id, o.name, o.type FROM municipality_organisations m JOIN organisations o ON o.id = m.organisation_id
       WHERE m.municipality_id = $1 AND o.type IN ('police', 'municipality') ORDER BY o.type, o.name`,
      [municipalityId],
    );
  }

  /** How the data protection officer is reached, when the municipality's contacts name one. */
  async officer(manager: EntityManager, municipalityId: string): Promise<string | null> {
    const [row] = await manager.query<{ how: string }[]>(
      `SELECT contact ->> 'how' AS how FROM municipalities m, jsonb_array_elements(m.contacts) AS contact
       WHERE m.id = $1 AND contact ->> 'role' ILIKE '%dataskydd%' LIMIT 1`,
      [municipalityId],
    );
    return row?.how ?? null;
  }

  /** The first owner of a commitment, or null. */
  async ownerOf(manager: EntityManager, commitmentId: string | null): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `SELECT organisation_id AS id FROM commitment_organisations WHERE commitment_id = $1 AND part = 'owner' ORDER BY sort LIMIT 1`,
      [commitmentId],
    );
    return row?.id ?? null;
  }

  /** Appends to the log of record-keeping. */
  async append(manager: EntityManager, event: RecordEvent): Promise<void> {
    const { subject } = event;
    await manager.query(
      `INSERT INTO record_events (municipality_id, at, actor_account_id, type, proposal_id, activity_id, reason, changes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        event.municipalityId,
        event.at,
        event.actorAccountId,
        event.type,
        subject && 'proposalId' in subject ? subject.proposalId : null,
        subject && 'activityId' in subject ? subject.activityId : null,
        event.reason ?? null,
        event.changes ? JSON.stringify(event.changes) : null,
      ],
    );
  }
}
