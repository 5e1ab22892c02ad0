import { CAR_LIMITS } from '@lofteskartan/shared/speed-checks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { confirmedAddress, supporter } from '../proposals/people-behind.js';
import { waits, wishesOfStretches } from './ranking.repository.js';

/** A wish that waits on a stretch. */
export interface CarWishRow {
  readonly stretchId: string;
  readonly reference: string;
  readonly lng: number;
  readonly lat: number;
  readonly createdAt: Date;
  readonly people: number;
}

/** Reads what a patrol carries along. */
@Injectable()
export class CarKitRepository {
  /** The newest wishes that wait on some stretches. */
  async wishes(
    manager: EntityManager,
    municipalityId: string,
    stretchIds: readonly string[],
  ): Promise<CarWishRow[]> {
    return manager.query(
      `SELECT n.stretch_id AS "stretchId", n.reference, n.lng, n.lat, n.created_at AS "createdAt", (
         SELECT count(DISTINCT ${supporter})::integer FROM proposal_supports s ${confirmedAddress} WHERE s.proposal_id = n.id) AS people
       FROM (
         SELECT m.stretch_id, m.id, m.reference, ST_X(m.position) AS lng, ST_Y(m.position) AS lat, m.created_at,
           row_number() OVER (PARTITION BY m.stretch_id ORDER BY m.created_at DESC, m.id) AS place
         FROM (${wishesOfStretches} AND w.stretch_id = ANY ($2::uuid[])) m WHERE ${waits}) n
       WHERE n.place <= ${String(CAR_LIMITS.wishesOfAStretch)} ORDER BY n.stretch_id, n.place`,
      [municipalityId, stretchIds],
    );
  }
}
