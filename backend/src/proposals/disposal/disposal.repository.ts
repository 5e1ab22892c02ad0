import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { confirmedAddress, supporter } from '../people-behind.js';
import { snapMetresOf } from '../projection.repository.js';
import { snappedTo } from '../proposal.repository.js';

/** SQL of a number that leads to nobody, the same for all supports `s` of one person. */
const nobody = `sha256(convert_to($2::text || ${supporter}, 'UTF8'))`;

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
   * People who stand behind a case become numbers that lead to nobody. Who was counted once by an address still is. Of what they said
   * afterwards the coded answer stays with them, so that what a place felt like before and after is of the same people; their words go.
   * @param salt random, and forgotten afterwards
   */
  async forgetPeople(manager: EntityManager, ids: readonly string[], salt: string): Promise<void> {
    await manager.query(
      `DELETE FROM supporter_outcomes
       WHERE proposal_id = ANY ($1::uuid[]) AND (safety_now IS NULL OR withdrawn_at IS NOT NULL)`,
      [ids],
    );
    const kept = await manager.query<{ hash: string }[]>(
      `INSERT INTO proposal_supports (proposal_id, device_hash, is_sender, created_at)
       SELECT s.proposal_id, ${nobody}, bool_or(s.is_sender), min(s.created_at)
       FROM proposal_supports s ${confirmedAddress} WHERE s.proposal_id = ANY ($1::uuid[]) GROUP BY 1, 2
       RETURNING encode(device_hash, 'hex') AS hash`,
      [ids, salt],
    );
    // Several devices of one person become one, of whose answers the last one stands.
    await manager.query(
      `UPDATE supporter_outcomes o SET device_hash = own.hash, body = NULL, note = NULL, waits = false,
         replaced_at = CASE WHEN own.turn > 1 THEN coalesce(o.replaced_at, o.told_at) ELSE o.replaced_at END
       FROM (SELECT each.id, ${nobody} AS hash, row_number() OVER (
               PARTITION BY s.proposal_id, ${nobody} ORDER BY each.replaced_at IS NOT NULL, each.told_at DESC, each.id) AS turn
             FROM supporter_outcomes each JOIN proposal_supports s ON s.proposal_id = each.proposal_id AND s.device_hash = each.device_hash
             ${confirmedAddress} WHERE s.proposal_id = ANY ($1::uuid[])) AS own
       WHERE own.id = o.id`,
      [ids, salt],
    );
    await manager.query(
      `DELETE FROM proposal_supports WHERE proposal_id = ANY ($1::uuid[]) AND encode(device_hash, 'hex') <> ALL ($2::text[])`,
      [ids, kept.map(({ hash }) => hash)],
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
