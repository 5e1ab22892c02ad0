import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OrganisationView } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { CommitmentUse } from '@lofteskartan/shared/contracts/promise-editor';
import type { PromiseContent } from '@lofteskartan/shared/promise-content';
import type { Words } from '../words.js';
import type { Surroundings } from './promise-content.rules.js';

/** A published promise in a list. */
export interface PromiseListRow {
  readonly id: string;
  readonly title: Words;
  readonly from: string;
  readonly to: string | null;
  readonly versions: number;
}

/** What a draft is held against: the published promise, what hangs on it, and what else the municipality has. */
@Injectable()
export class PromiseSurroundingsRepository {
  /** A municipality's published promises, the latest first. */
  async promisesOf(manager: EntityManager, municipalityId: string): Promise<PromiseListRow[]> {
    return manager.query<PromiseListRow[]>(
      `SELECT p.id, p.title, to_char(p.starts_on, 'YYYY-MM-DD') AS "from", to_char(p.ends_on, 'YYYY-MM-DD') AS "to",
          greatest(1, (SELECT count(*)::integer FROM promise_versions v WHERE v.medborgarlofte_id = p.id)) AS versions
        FROM medborgarloften p WHERE p.municipality_id = $1 ORDER BY p.starts_on DESC, p.id`,
      [municipalityId],
    );
  }

  /** Keeps two promises of a municipality from being published at the same time, until the transaction ends. */
  async lockPromises(manager: EntityManager, municipalityId: string): Promise<void> {
    await manager.query('SELECT 1 FROM municipalities WHERE id = $1 FOR NO KEY UPDATE', [municipalityId]);
  }

  /** The organisations of a municipality by name. */
  async organisationsOf(manager: EntityManager, municipalityId: string): Promise<OrganisationView[]> {
    return manager.query<OrganisationView[]>(
      `SELECT o.slug, o.name, o.type FROM organisations o
        JOIN municipality_organisations mo ON mo.organisation_id = o.id AND mo.municipality_id = $1 ORDER BY o.name, o.slug`,
      [municipalityId],
    );
  }

  /** What hangs on each commitment of a promise. */
  async usesOf(manager: EntityManager, promiseId: string): Promise<CommitmentUse[]> {
    return manager.query<CommitmentUse[]>(
      `SELECT c.id, EXISTS (SELECT FROM activities a WHERE a.commitment_id = c.id) AS "hasActivities",
          EXISTS (SELECT FROM proposals p WHERE p.commitment_id = c.id) AS "hasProposals",
          (SELECT coalesce(json_agg(s.id ORDER BY s.sort), '[]') FROM milestones s
            WHERE s.commitment_id = c.id AND EXISTS (SELECT FROM activities a WHERE a.milestone_id = s.id)) AS "doneMilestones"
        FROM commitments c WHERE c.medborgarlofte_id = $1 ORDER BY c.number, c.slug`,
      [promiseId],
    );
  }

  /** First and last day on which something was logged under a promise, or null. */
  async loggedUnder(manager: EntityManager, promiseId: string): Promise<Surroundings['logged']> {
    const [row] = await manager.query<{ first: string | null; last: string | null }[]>(
      `SELECT to_char(min(a.occurred_on), 'YYYY-MM-DD') AS first, to_char(max(a.occurred_on), 'YYYY-MM-DD') AS last
        FROM activities a JOIN commitments c ON c.id = a.commitment_id WHERE c.medborgarlofte_id = $1`,
      [promiseId],
    );
    return row?.first && row.last ? { first: row.first, last: row.last } : null;
  }

  /** Those of some ids that are commitments of another promise, or milestones of another commitment than the draft says. */
  async takenIds(
    manager: EntityManager,
    promiseId: string | null,
    content: PromiseContent,
  ): Promise<string[]> {
    const steps = content.commitments.flatMap(({ id, milestones }) =>
      milestones.map((step) => ({ id: step.id, of: id })),
    );
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM commitments WHERE id = ANY ($1::uuid[]) AND medborgarlofte_id IS DISTINCT FROM $2::uuid
        UNION SELECT given.of FROM unnest($3::uuid[], $4::uuid[]) AS given (id, of)
          JOIN milestones s ON s.id = given.id AND s.commitment_id <> given.of`,
      [
        content.commitments.map(({ id }) => id),
        promiseId,
        steps.map(({ id }) => id),
        steps.map((step) => step.of),
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** What the tables say of a promise, as a coordinator would have written it; null when there is no such promise. */
  async storedContent(manager: EntityManager, promiseId: string): Promise<PromiseContent | null> {
    const nothing = `'{"sv": "", "en": ""}'::jsonb`;
    const slugs = (
      part: string,
    ): string => `(SELECT coalesce(jsonb_agg(o.slug ORDER BY co.sort, o.slug), '[]')
      FROM commitment_organisations co JOIN organisations o ON o.id = co.organisation_id
      WHERE co.commitment_id = c.id AND co.part = '${part}')`;
    const paragraphs = (language: string): string =>
      `coalesce((SELECT string_agg(line, E'\\n\\n' ORDER BY sort)
        FROM jsonb_array_elements_text(p.intro -> '${language}') WITH ORDINALITY AS lines (line, sort)), '')`;
    const [row] = await manager.query<{ content: PromiseContent }[]>(
      `SELECT jsonb_build_object(
          'title', p.title, 'intro', jsonb_build_object('sv', ${paragraphs('sv')}, 'en', ${paragraphs('en')}),
          'from', to_char(p.starts_on, 'YYYY-MM-DD'), 'to', to_char(p.ends_on, 'YYYY-MM-DD'),
          'focusAreas', p.focus_areas, 'goals', p.goals,
          'channels', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', each -> 'name', 'url', coalesce(each ->> 'url', ''))
              ORDER BY sort), '[]') FROM jsonb_array_elements(p.channels) WITH ORDINALITY AS channels (each, sort)),
          'commitments', (SELECT coalesce(jsonb_agg(jsonb_build_object(
              'id', c.id, 'focusArea', c.focus_area, 'title', c.title, 'text', c.body, 'countedHow', c.counted_how,
              'type', c.type, 'target', c.target, 'perYear', c.per_year, 'perYearFor', to_jsonb(c.per_year_for),
              'unit', coalesce(c.unit, ${nothing}), 'staleAfterDays', c.stale_after_days,
              'owners', ${slugs('owner')}, 'partners', ${slugs('partner')}, 'acceptsKinds', to_jsonb(c.accepts_kinds),
              'requiresWish', c.requires_wish, 'publicPosition', c.public_position,
              'milestones', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name,
                  'dueOn', to_char(s.due_on, 'YYYY-MM-DD')) ORDER BY s.sort, s.slug), '[]')
                FROM milestones s WHERE s.commitment_id = c.id),
              'closing', CASE WHEN c.closed_from IS NULL THEN NULL ELSE jsonb_build_object(
                'from', to_char(c.closed_from, 'YYYY-MM-DD'), 'words', c.closing_words) END)
              ORDER BY c.number, c.slug), '[]')
            FROM commitments c WHERE c.medborgarlofte_id = p.id AND c.removed_at IS NULL)) AS content
        FROM medborgarloften p WHERE p.id = $1`,
      [promiseId],
    );
    return row?.content ?? null;
  }
}
