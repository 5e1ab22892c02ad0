import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { snapMetresOf } from '../projection.repository.js';
import { snappedTo } from '../proposal.repository.js';

/**
 * Empties proposals. What is counted stays: kind, status, locality, coded answers, the rounded place, how many stand behind it. Run once
 * more it changes nothing but random numbers.
 */
@Injectable()
export class DisposalRepository {
  /** The keys of all files of these proposals, whatever columns of the photos hold them. */
  async files(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
    const rows = await manager.query<{ key: string }[]>(
      `SELECT field.value AS key FROM proposal_photos ph CROSS JOIN LATERAL jsonb_each_text(to_jsonb(ph)) AS field
       WHERE ph.proposal_id = ANY ($1::uuid[]) AND field.key LIKE '%\\_key' AND field.value IS NOT NULL`,
      [ids],
    );
    return rows.map(({ key }) => key);
  }

  /**
   * People who stand behind a case become numbers that lead to nobody. Who was counted once by an address still is. What they said afterwards
   * is gone with their supports.
   * @param salt random, and forgotten afterwards
   */
  async forgetPeople(manager: EntityManager, ids: readonly string[], salt: string): Promise<void> {
    await manager.query('DELETE FROM supporter_outcomes WHERE proposal_id = ANY ($1::uuid[])', [ids]);
    await manager.query(
      `WITH gone AS (DELETE FROM proposal_supports WHERE proposal_id = ANY ($1::uuid[]) RETURNING *)
       INSERT INTO proposal_supports (proposal_id, device_hash, is_sender, created_at)
       SELECT g.proposal_id, sha256(convert_to($2::text || coalesce(c.address_hash, encode(g.device_hash, 'hex')), 'UTF8')),
         bool_or(g.is_sender), min(g.created_at)
       FROM gone g LEFT JOIN proposal_contacts c ON c.id = g.contact_id AND c.confirmed_at IS NOT NULL GROUP BY 1, 2`,
      [ids, salt],
    );
    await manager.query('DELETE FROM proposal_contacts WHERE proposal_id = ANY ($1::uuid[])', [ids]);
    await manager.query('DELETE FROM proposal_follow_tokens WHERE proposal_id = ANY ($1::uuid[])', [ids]);
  }

  /** What was written about them, by anybody. */
  async emptyWords(manager: EntityManager, ids: readonly string[]): Promise<void> {
    for (const statement of [
      'DELETE FROM proposal_phones WHERE proposal_id = ANY ($1::uuid[])',
      'DELETE FROM fault_reports WHERE proposal_id = ANY ($1::uuid[])',
      `UPDATE referrals SET asked = NULL, answer = CASE WHEN answer IS NOT NULL THEN '' END, personal_data = '[]'
       WHERE proposal_id = ANY ($1::uuid[])`,
      'DELETE FROM held_texts WHERE proposal_id = ANY ($1::uuid[])',
      'DELETE FROM proposal_notes WHERE proposal_id = ANY ($1::uuid[])',
      'DELETE FROM proposal_photos WHERE proposal_id = ANY ($1::uuid[])',
      `UPDATE proposal_reports SET body = NULL, note = CASE WHEN note IS NULL THEN NULL ELSE '' END WHERE proposal_id = ANY ($1::uuid[])`,
      'UPDATE proposal_outcomes SET body = NULL, note = NULL WHERE proposal_id = ANY ($1::uuid[])',
      `UPDATE proposal_questions SET body = '', personal_data = '[]', reply = CASE WHEN reply IS NULL THEN NULL ELSE '' END
       WHERE proposal_id = ANY ($1::uuid[])`,
      'UPDATE proposal_events SET public_text = NULL, reason = NULL, changes = NULL WHERE proposal_id = ANY ($1::uuid[])',
    ])
      await manager.query(statement, [ids]);
  }

  /** The rows themselves: the exact place becomes the middle of the square that everyone saw. */
  async emptyRows(manager: EntityManager, ids: readonly string[], now: Date): Promise<void> {
    await manager.query(
      `UPDATE proposals p SET description = NULL, place_name = NULL, personal_data = '[]', edited_description = NULL, edited_reason = NULL,
         edited_at = NULL, edited_by = NULL, 
         details = p.details - CASE WHEN p.road_listed THEN array['direction', 'lampNumber'] ELSE array['roadName', 'direction', 'lampNumber'] END,
         publication = CASE WHEN p.publication = 'pending' THEN 'kept-back' ELSE p.publication END,
         follow_token_hash = sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')),
         position = CASE WHEN p.position IS NULL THEN NULL ELSE (
           SELECT ST_SetSRID(ST_MakePoint(place.lng, place.lat), 4326) FROM (${snappedTo('p.position', snapMetresOf)}) AS place) END,
         disposed_at = $2, version = p.version + 1
       FROM municipalities m WHERE m.id = p.municipality_id AND p.id = ANY ($1::uuid[])`,
      [ids, now],
    );
  }
}
