import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Channel, Goal, OrganisationView } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { CommitmentType, ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { Evidence } from './progress.rules.js';
import type { Words } from './words.js';

/** A promise as it is stored. */
export interface PromiseRow {
  readonly id: string;
  readonly municipalityId: string;
  /** The municipality's slug. */
  readonly municipality: string;
  /** Whether the municipality is open to its residents. */
  readonly inOpenMunicipality: boolean;
  readonly title: Words;
  readonly intro: Readonly<Record<keyof Words, string[]>>;
  readonly from: string;
  readonly to: string | null;
  readonly focusAreas: { readonly slug: string; readonly name: Words; readonly heading: Words }[];
  readonly goals: { readonly text: Words; readonly direction: Goal['direction'] }[];
  readonly channels: { readonly name: Words; readonly url: Channel['url'] }[];
  readonly updatedAt: Date;
}

/** A commitment as it is stored, with its organisations and milestones. */
export interface CommitmentOfPromiseRow {
  readonly id: string;
  readonly medborgarlofteId: string;
  readonly municipalityId: string;
  /** The municipality's slug. */
  readonly municipality: string;
  /** Whether the municipality is open to its residents. */
  readonly inOpenMunicipality: boolean;
  readonly slug: string;
  readonly number: number;
  readonly focusArea: string;
  readonly title: Words;
  readonly text: Words;
  readonly countedHow: Words;
  readonly type: CommitmentType;
  readonly target: number | null;
  readonly perYear: number | null;
  readonly perYearFor: string[];
  readonly unit: Words | null;
  readonly staleAfterDays: number;
  readonly acceptsKinds: ProposalKind[];
  readonly requiresWish: boolean;
  readonly openingCount: number | null;
  readonly openingAsOf: string | null;
  readonly openingSource: string | null;
  readonly from: string;
  readonly to: string | null;
  /** The first day on which it no longer holds, and why; both null while it does. */
  readonly closedFrom: string | null;
  readonly closingWords: Words | null;
  readonly owners: OrganisationView[];
  readonly partners: OrganisationView[];
  readonly milestones: { readonly id: string; readonly name: Words; readonly dueOn: string | null }[];
  readonly updatedAt: Date;
}

/** A released activity, and when its public view last changed. */
export interface EvidenceRow extends Evidence {
  readonly commitmentId: string;
  readonly updatedAt: Date;
}

/** Licences and top speed of a year. */
export interface YearlyTotalRow {
  readonly commitmentId: string;
  readonly year: number;
  readonly licencesSeized: number | null;
  readonly topSpeed: number | null;
}

/** What waits at a commitment and will count. */
export interface WaitingRow {
  readonly commitmentId: string;
  readonly awaitingConfirmation: number;
  readonly awaitingRelease: number;
}

type Source = DataSource | EntityManager;

const promiseColumns = `
  p.id, p.municipality_id AS "municipalityId", m.slug AS municipality,
  m.opened_at IS NOT NULL AS "inOpenMunicipality", p.title, p.intro,
  to_char(p.starts_on, 'YYYY-MM-DD') AS "from", to_char(p.ends_on, 'YYYY-MM-DD') AS "to",
  p.focus_areas AS "focusAreas", p.goals, p.channels, p.updated_at AS "updatedAt"`;

const organisations = (part: 'owner' | 'partner'): string => `
  (SELECT coalesce(json_agg(json_build_object('slug', o.slug, 'name', o.name, 'type', o.type) ORDER BY co.sort, o.name), '[]')
    FROM commitment_organisations co JOIN organisations o ON o.id = co.organisation_id
    WHERE co.commitment_id = c.id AND co.part = '${part}')`;

const commitmentColumns = `
  c.id, c.medborgarlofte_id AS "medborgarlofteId", c.municipality_id AS "municipalityId", m.slug AS municipality,
  m.opened_at IS NOT NULL AS "inOpenMunicipality", c.slug, c.number, c.focus_area AS "focusArea", c.title, c.body AS text, c.counted_how AS "countedHow", c.type,
  c.target, c.per_year AS "perYear", c.per_year_for AS "perYearFor", c.unit, c.stale_after_days AS "staleAfterDays",
  c.accepts_kinds AS "acceptsKinds", c.requires_wish AS "requiresWish", c.opening_count AS "openingCount",
  to_char(c.opening_as_of, 'YYYY-MM-DD') AS "openingAsOf", c.opening_source AS "openingSource",
  to_char(p.starts_on, 'YYYY-MM-DD') AS "from", to_char(p.ends_on, 'YYYY-MM-DD') AS "to",
  to_char(c.closed_from, 'YYYY-MM-DD') AS "closedFrom", c.closing_words AS "closingWords",
  ${organisations('owner')} AS owners, ${organisations('partner')} AS partners,
  (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'dueOn', to_char(s.due_on, 'YYYY-MM-DD'))
      ORDER BY s.sort, s.slug), '[]')
    FROM milestones s WHERE s.commitment_id = c.id) AS milestones,
  c.updated_at AS "updatedAt"`;

const commitmentTables = `commitments c
  JOIN medborgarloften p ON p.id = c.medborgarlofte_id
  JOIN municipalities m ON m.id = c.municipality_id`;

/** Reads promises, commitments, and what progress is computed from. */
@Injectable()
export class PromisesRepository {
  /** A page of promises, the latest first. */
  async page(
    source: Source,
    wanted: {
      readonly municipality: string | null;
      readonly after: { readonly from: string; readonly id: string } | null;
      readonly limit: number;
      /** Municipalities whose promises are read even though they are not open yet. */
      readonly alsoIn: readonly string[];
    },
  ): Promise<PromiseRow[]> {
    return source.query<PromiseRow[]>(
      `SELECT ${promiseColumns} FROM medborgarloften p JOIN municipalities m ON m.id = p.municipality_id
        WHERE ($1::text IS NULL OR m.slug = $1) AND ($2::date IS NULL OR (p.starts_on, p.id) < ($2::date, $3::uuid))
          AND (m.opened_at IS NOT NULL OR m.id = ANY ($5::uuid[]))
        ORDER BY p.starts_on DESC, p.id DESC LIMIT $4`,
      [
        wanted.municipality,
        wanted.after?.from ?? null,
        wanted.after?.id ?? null,
        wanted.limit,
        wanted.alsoIn,
      ],
    );
  }

  /** The promise that holds in a municipality on a day: the latest that has begun, else the first to come; null when there is none. */
  async present(source: Source, municipality: string, day: string): Promise<PromiseRow | null> {
    const [row] = await source.query<PromiseRow[]>(
      `SELECT ${promiseColumns} FROM medborgarloften p JOIN municipalities m ON m.id = p.municipality_id WHERE m.slug = $1
        ORDER BY p.starts_on > $2::date, abs($2::date - p.starts_on), p.id LIMIT 1`,
      [municipality, day],
    );
    return row ?? null;
  }

  /** One promise, or null. */
  async byId(source: Source, id: string): Promise<PromiseRow | null> {
    const [row] = await source.query<PromiseRow[]>(
      `SELECT ${promiseColumns} FROM medborgarloften p JOIN municipalities m ON m.id = p.municipality_id WHERE p.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The commitments of some promises in their order. */
  async commitmentsOf(source: Source, promiseIds: readonly string[]): Promise<CommitmentOfPromiseRow[]> {
    return source.query<CommitmentOfPromiseRow[]>(
      `SELECT ${commitmentColumns} FROM ${commitmentTables}
        WHERE c.medborgarlofte_id = ANY($1::uuid[]) AND c.removed_at IS NULL ORDER BY c.number, c.slug`,
      [promiseIds],
    );
  }

  /** One commitment, or null. */
  async commitment(source: Source, id: string): Promise<CommitmentOfPromiseRow | null> {
    const [row] = await source.query<CommitmentOfPromiseRow[]>(
      `SELECT ${commitmentColumns} FROM ${commitmentTables} WHERE c.id = $1 AND c.removed_at IS NULL`,
      [id],
    );
    return row ?? null;
  }

  /** The released activities of some commitments, oldest first. */
  async evidenceOf(source: Source, commitmentIds: readonly string[]): Promise<EvidenceRow[]> {
    return source.query<EvidenceRow[]>(
      `SELECT commitment_id AS "commitmentId", to_char(occurred_on, 'YYYY-MM-DD') AS "occurredOn", counts,
          why_not AS "whyNot", milestone_id AS "milestoneId", view -> 'result' ->> 'subject' AS subject,
          updated_at AS "updatedAt"
        FROM public_activities WHERE commitment_id = ANY($1::uuid[]) ORDER BY occurred_on, activity_id`,
      [commitmentIds],
    );
  }

  /** The published yearly totals of some commitments. */
  async yearlyTotalsOf(source: Source, commitmentIds: readonly string[]): Promise<YearlyTotalRow[]> {
    return source.query<YearlyTotalRow[]>(
      `SELECT commitment_id AS "commitmentId", year, licences_seized AS "licencesSeized", top_speed AS "topSpeed"
        FROM public_yearly_totals WHERE commitment_id = ANY($1::uuid[]) ORDER BY year`,
      [commitmentIds],
    );
  }

  /** How many activities wait at some commitments and will count; for staff alone. */
  async waitingAt(source: Source, commitmentIds: readonly string[]): Promise<WaitingRow[]> {
    return source.query<WaitingRow[]>(
      `SELECT commitment_id AS "commitmentId",
          (count(*) FILTER (WHERE confirmed_at IS NULL))::integer AS "awaitingConfirmation",
          (count(*) FILTER (WHERE confirmed_at IS NOT NULL))::integer AS "awaitingRelease"
        FROM activities WHERE commitment_id = ANY($1::uuid[]) AND counts AND released_at IS NULL GROUP BY commitment_id`,
      [commitmentIds],
    );
  }
}
