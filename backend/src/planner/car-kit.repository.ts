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
  /** How many wait on its stretch, with those that are not read. */
  readonly waiting: number;
}

/** Reads what a patrol carries along. */
@Injectable()
export class CarKitRepository {
  /** The roads of the place list that the wishes that wait on some stretches name. What somebody wrote by hand is none. */
  async roads(
    manager: EntityManager,
    municipalityId: string,
    stretchIds: readonly string[],
  ): Promise<{ readonly stretchId: string; readonly road: string }[]> {
    return manager.query(
      `SELECT m.stretch_id AS "stretchId", mode() WITHIN GROUP (ORDER BY listed.name) AS road
       FROM (${wishesOfStretches} AND w.stretch_id = ANY ($2::uuid[])) m
       JOIN (SELECT DISTINCT name FROM named_places WHERE municipality_id = $1 AND type = 'road') listed
         ON lower(listed.name) = lower(btrim(m.details ->> 'roadName'))
       WHERE ${waits} GROUP BY m.stretch_id`,
      [municipalityId, stretchIds],
    );
  }

  /** The wishes that wait on some stretches, those that have waited longest first. @param most of one stretch */
  async wishes(
    manager: EntityManager,
    municipalityId: string,
    stretchIds: readonly string[],
    most: number,
  ): Promise<CarWishRow[]> {
    return manager.query(
      `SELECT n.stretch_id AS "stretchId", n.reference, n.lng, n.lat, n.created_at AS "createdAt", n.waiting, (
         SELECT count(DISTINCT ${supporter})::integer FROM proposal_supports s ${confirmedAddress} WHERE s.proposal_id = n.id) AS people
       FROM (
         SELECT m.stretch_id, m.id, m.reference, ST_X(m.position) AS lng, ST_Y(m.position) AS lat, m.created_at,
           count(*) OVER (PARTITION BY m.stretch_id)::integer AS waiting,
           row_number() OVER (PARTITION BY m.stretch_id ORDER BY m.created_at, m.id) AS place
         FROM (${wishesOfStretches} AND w.stretch_id = ANY ($2::uuid[])) m WHERE ${waits}) n
       WHERE n.place <= $3 ORDER BY n.stretch_id, n.place`,
      [municipalityId, stretchIds, most],
    );
  }
}
