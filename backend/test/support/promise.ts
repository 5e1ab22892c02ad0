import { randomUUID } from 'node:crypto';
import type { OpeningBalance } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { CommitmentType, ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { DataSource } from 'typeorm';
import type { TestMunicipality, TestOrganisation } from './municipality.js';

/** A commitment of a test's own. */
export interface TestCommitment {
  readonly id: string;
  readonly slug: string;
  readonly municipalityId: string;
  readonly acceptsKinds: readonly ProposalKind[];
  readonly medborgarlofteId: string;
  /** Ids of its milestones, in the order in which their slugs were given. */
  readonly milestones: readonly string[];
}

/** What a test says about its commitment; by default the police's speed checks that answer wishes. */
export interface CommitmentWanted {
  readonly slug?: string;
  readonly type?: CommitmentType;
  readonly target?: number;
  readonly perYear?: number;
  readonly perYearFor?: readonly string[];
  readonly acceptsKinds?: readonly ProposalKind[];
  readonly requiresWish?: boolean;
  readonly publicPosition?: boolean;
  readonly owners?: readonly TestOrganisation[];
  readonly opening?: OpeningBalance;
  readonly milestones?: readonly string[];
  /** Of the promise, when this is its first commitment; by default 2025-01-01 to 2027-12-31. */
  readonly period?: { readonly from: string; readonly to: string };
}

const words = (text: string): string => JSON.stringify({ sv: text, en: `${text} (en)` });

/** Makes a commitment in the municipality's promise, and the promise when there is none yet. */
export async function makeCommitment(
  dataSource: Pick<DataSource, 'query'>,
  municipality: TestMunicipality,
  wanted: CommitmentWanted = {},
): Promise<TestCommitment> {
  const medborgarlofteId = await promiseOf(dataSource, municipality, wanted.period);
  const { type = 'count', acceptsKinds = ['speed-check'], owners = [municipality.police], opening } = wanted;
  const slug = wanted.slug ?? `atagande-${randomUUID().slice(0, 8)}`;
  const id = randomUUID();
  await dataSource.query(
    `INSERT INTO commitments (id, medborgarlofte_id, municipality_id, slug, number, focus_area, title, body, counted_how, type,
       target, per_year, per_year_for, unit, accepts_kinds, requires_wish, public_position, opening_count, opening_as_of,
       opening_source, updated_at)
     VALUES ($1, $2, $3, $4, (SELECT count(*) + 1 FROM commitments WHERE medborgarlofte_id = $2), 'trafik', $5, $6, $7, $8,
       $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, '2025-01-01')`,
    [
      id,
      medborgarlofteId,
      municipality.id,
      slug,
      words('Åtagandet'),
      words('Minst så många'),
      words('Vi räknar'),
      type,
      type === 'count' ? (wanted.target ?? 70) : null,
      type === 'recurring' ? (wanted.perYear ?? 1) : null,
      wanted.perYearFor ?? [],
      type === 'recurring' ? words('möten') : null,
      acceptsKinds,
      wanted.requiresWish ?? acceptsKinds.includes('speed-check'),
      wanted.publicPosition ?? true,
      opening?.count ?? null,
      opening?.asOf ?? null,
      opening?.source ?? null,
    ],
  );
  for (const [sort, owner] of owners.entries())
    await dataSource.query(
      `INSERT INTO commitment_organisations (commitment_id, organisation_id, part, sort) VALUES ($1, $2, 'owner', $3)`,
      [id, owner.id, sort],
    );
  const milestones: string[] = [];
  for (const [sort, step] of (wanted.milestones ?? []).entries()) {
    const milestoneId = randomUUID();
    milestones.push(milestoneId);
    await dataSource.query(
      'INSERT INTO milestones (id, commitment_id, slug, name, sort) VALUES ($1, $2, $3, $4, $5)',
      [milestoneId, id, step, words(step), sort],
    );
  }
  return { id, slug, municipalityId: municipality.id, acceptsKinds, medborgarlofteId, milestones };
}

async function promiseOf(
  dataSource: Pick<DataSource, 'query'>,
  { id: municipalityId }: TestMunicipality,
  { from, to } = { from: '2025-01-01', to: '2027-12-31' },
): Promise<string> {
  await dataSource.query(
    `INSERT INTO medborgarloften (municipality_id, slug, title, intro, starts_on, ends_on, focus_areas, goals, channels,
       created_at, updated_at)
     VALUES ($1, 'medborgarlofte', $2, '{"sv": ["Så här"], "en": ["Like this"]}', $4, $5, $3, '[]', '[]',
       '2025-01-01', '2025-01-01')
     ON CONFLICT (municipality_id, slug) DO NOTHING`,
    [
      municipalityId,
      words('Löftet'),
      JSON.stringify([
        { slug: 'trafik', name: { sv: 'Trafik', en: 'Traffic' }, heading: { sv: 'Trafik', en: 'Traffic' } },
      ]),
      from,
      to,
    ],
  );
  const [row] = await dataSource.query<{ id: string }[]>(
    'SELECT id FROM medborgarloften WHERE municipality_id = $1',
    [municipalityId],
  );
  if (!row) throw new Error('A promise that was written is not there');
  return row.id;
}
