import type { StretchAlternative } from '@lofteskartan/shared/planner';
import type { MeasureKind } from '@lofteskartan/shared/inventory';
import type { Position } from '@lofteskartan/shared/position';
import { LISTED_STATUSES, WAITING_FOR_ANSWER } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addressInTown } from '../proposals/people-behind.js';
import type { AnsweredFor } from './behind.rules.js';
import { person, shown, type Window } from './heard.repository.js';
import type { PaperGround } from './paper/draw-spots.js';
import type { Days } from './period.rules.js';

export interface CommitmentRow {
  readonly number: number;
  readonly title: { readonly sv: string; readonly en?: string };
  readonly activities: number;
  readonly counting: number;
}

/** A locality, and what was done there. */
export interface LocalityRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly population: number | null;
  readonly activities: number;
  readonly measures: number;
}

/** The statuses that answer: a decision, or words. */
const ANSWERED = LISTED_STATUSES.filter((status) => !WAITING_FOR_ANSWER.some((each) => each === status));

/** A measure `x` that everyone may read of: public itself, at a place that is, and not withdrawn. */
const publicMeasures = `inventory_measures x JOIN inventory_places i ON i.id = x.place_id AND i.is_public AND x.is_public AND x.withdrawn_at IS NULL`;

/**
 * Proposals `p` that are shown, and when each got the first answer `answer.at` of what it waited for: a decision that everyone may read.
 * One that was opened again waits anew.
 */
const answered = `proposals p LEFT JOIN LATERAL (
  SELECT min(e.public_at) AS at FROM proposal_events e
  WHERE e.proposal_id = p.id AND e.audience = 'public' AND e.to_status = ANY ($5::text[])
    AND e.public_at >= coalesce(p.waits_again_since, p.created_at)) answer ON true
  WHERE ${shown}`;

/** What was answered in a window, what of it in time, and what came in then and still waits as everyone sees it. */
const given = `answer.at >= $2 AND answer.at < $3`;
const inTime = `${given} AND answer.at <= p.answer_due_at`;
const waiting = `p.created_at >= $2 AND p.created_at < $3 AND p.public_status = ANY ($4::text[])`;

/** Reads what was done. Only what is public already: planned checks and results that wait for their release are not asked for. */
@Injectable()
export class DoneRepository {
  /** Released activities of each commitment on some days; commitments without any are told too, if their promise held then. */
  commitments(manager: EntityManager, municipalityId: string, days: Days): Promise<CommitmentRow[]> {
    return manager.query(
      `SELECT c.number, c.title, count(a.activity_id)::integer AS activities, count(*) FILTER (WHERE a.counts)::integer AS counting
       FROM commitments c JOIN medborgarloften l ON l.id = c.medborgarlofte_id
         LEFT JOIN public_activities a ON a.commitment_id = c.id AND a.occurred_on BETWEEN $2 AND $3
       WHERE c.municipality_id = $1 AND l.starts_on <= $3 AND (l.ends_on IS NULL OR l.ends_on >= $2)
       GROUP BY c.id, l.starts_on ORDER BY l.starts_on, c.number`,
      [municipalityId, days.from, days.until],
    );
  }

  /** Measures that were done on some days, by kind. */
  measures(
    manager: EntityManager,
    municipalityId: string,
    days: Days,
  ): Promise<{ kind: MeasureKind; count: number }[]> {
    return manager.query(
      `SELECT x.kind, count(*)::integer AS count FROM ${publicMeasures}
       WHERE x.municipality_id = $1 AND x.done_on BETWEEN $2 AND $3 GROUP BY 1 ORDER BY 2 DESC, 1`,
      [municipalityId, days.from, days.until],
    );
  }

  /** What was done instead of checks and ended in a window, by kind. What is only arranged is not done. */
  alternatives(
    manager: EntityManager,
    municipalityId: string,
    { from, before }: Window,
  ): Promise<{ kind: StretchAlternative; count: number }[]> {
    return manager.query(
      `SELECT x.kind, count(*)::integer AS count FROM stretch_alternatives x JOIN stretches s ON s.id = x.stretch_id
       WHERE s.municipality_id = $1 AND x.state = 'done' AND x.ended_at >= $2 AND x.ended_at < $3 GROUP BY 1 ORDER BY 2 DESC, 1`,
      [municipalityId, from, before],
    );
  }

  /** First answers of what waited that were given in a window, those in time among them; and what came in then and still waits. */
  async answers(
    manager: EntityManager,
    municipalityId: string,
    { from, before }: Window,
  ): Promise<{ given: number; inTime: number; waiting: number }> {
    const [row] = await manager.query<{ given: number; inTime: number; waiting: number }[]>(
      `SELECT count(*) FILTER (WHERE ${given})::integer AS given, count(*) FILTER (WHERE ${inTime})::integer AS "inTime",
         count(*) FILTER (WHERE ${waiting})::integer AS waiting
       FROM ${answered}`,
      [municipalityId, from, before, WAITING_FOR_ANSWER, ANSWERED],
    );
    return row ?? { given: 0, inTime: 0, waiting: 0 };
  }

  /** Who is behind those answers and what still waits: whoever sent it in or supported it before the window ended. */
  async answeredFor(
    manager: EntityManager,
    municipalityId: string,
    { from, before }: Window,
  ): Promise<AnsweredFor[]> {
    const rows = await manager.query<(Omit<AnsweredFor, 'people'> & { readonly people: string })[]>(
      `SELECT answer, waits, string_agg(one::text, ' ') AS people FROM (
         SELECT DISTINCT asked.answer, asked.waits, ${person} AS one
         FROM (SELECT p.id, CASE WHEN ${inTime} THEN 'in-time' WHEN ${given} THEN 'late' END AS answer, ${waiting} AS waits FROM ${answered}) asked
           JOIN proposal_supports s ON s.proposal_id = asked.id ${addressInTown}
         WHERE s.created_at < $3 AND (asked.answer IS NOT NULL OR asked.waits)) once
       GROUP BY 1, 2`,
      [municipalityId, from, before, WAITING_FOR_ANSWER, ANSWERED],
    );
    return rows.map(({ people, ...row }) => ({ ...row, people: people.split(' ') }));
  }

  /** The localities of a municipality, and what was done in each on some days. */
  localities(manager: EntityManager, municipalityId: string, days: Days): Promise<LocalityRow[]> {
    return manager.query(
      `SELECT l.id, l.slug, l.name, l.population,
         (SELECT count(*)::integer FROM public_activities a
          WHERE a.municipality_id = $1 AND a.occurred_on BETWEEN $2 AND $3 AND a.view ->> 'locality' = l.slug) AS activities,
         (SELECT count(*)::integer FROM ${publicMeasures}
          WHERE x.municipality_id = $1 AND x.done_on BETWEEN $2 AND $3 AND i.locality_id = l.id) AS measures
       FROM localities l WHERE l.municipality_id = $1`,
      [municipalityId, days.from, days.until],
    );
  }

  /** What each position is called: a school or a stop of the place list that is part of the place, else the nearest road, or null. */
  async names(
    manager: EntityManager,
    municipalityId: string,
    positions: readonly Position[],
    { place, road }: { readonly place: number; readonly road: number },
  ): Promise<(string | null)[]> {
    if (positions.length === 0) return [];
    const rows = await manager.query<{ name: string | null }[]>(
      `SELECT (
         SELECT n.name FROM named_places n
         WHERE n.municipality_id = $1 AND n.type <> 'locality' AND ST_DWithin(coalesce(n.course, n.position)::geography,
           spot.position::geography, CASE n.type WHEN 'road' THEN $5::float8 ELSE $4::float8 END)
         ORDER BY n.type = 'road', ST_Distance(coalesce(n.course, n.position)::geography, spot.position::geography), n.name LIMIT 1) AS name
       FROM (SELECT at.n, ST_SetSRID(ST_MakePoint(at.lng, at.lat), 4326) AS position
         FROM unnest($2::float8[], $3::float8[]) WITH ORDINALITY AS at (lng, lat, n)) spot ORDER BY spot.n`,
      [municipalityId, positions.map(([lng]) => lng), positions.map(([, lat]) => lat), place, road],
    );
    return rows.map(({ name }) => name);
  }

  /** What a small map on paper is drawn of: the outline, coarsely, and where the localities are. */
  async ground(manager: EntityManager, slug: string): Promise<PaperGround> {
    const [row] = await manager.query<
      { outline: { coordinates: Position[][] }; localities: PaperGround['localities'] }[]
    >(
      `SELECT ST_AsGeoJSON(ST_SimplifyPreserveTopology(m.outline, 0.0005), 4)::json AS outline, (
         SELECT coalesce(json_agg(json_build_object('name', l.name, 'position', json_build_array(ST_X(l.position), ST_Y(l.position)))), '[]')
         FROM localities l WHERE l.municipality_id = m.id) AS localities
       FROM municipalities m WHERE m.slug = $1`,
      [slug],
    );
    return { outline: row?.outline.coordinates[0] ?? [], localities: row?.localities ?? [] };
  }
}
