import { randomBytes, randomUUID } from 'node:crypto';
import type { MunicipalitySettings } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import type { DataSource } from 'typeorm';

/** A municipality of a test's own: a square of 0.1° that no other test's touches. */
export interface TestMunicipality {
  readonly id: string;
  readonly slug: string;
  readonly referencePrefix: string;
  /** The middle of its outline; its one locality is there. */
  readonly center: Position;
  /** [west, south, east, north] */
  readonly bbox: readonly [number, number, number, number];
  readonly locality: { readonly id: string; readonly slug: string };
  readonly police: TestOrganisation;
  readonly office: TestOrganisation;
}

/** An organisation of a test's own. */
export interface TestOrganisation {
  readonly id: string;
  readonly slug: string;
  readonly type: 'police' | 'municipality' | 'partner';
}

const defaultSettings: MunicipalitySettings = {
  releaseDelayHours: 24,
  snapMetresSpeedCheck: 25,
  snapMetresDarkPlace: 25,
  snapMetresIdea: 25,
  wishMaxDistanceMetres: 1000,
  wishMaxAgeMonths: 24,
  pinMonths: 24,
  answerWithinWorkingDays: 5,
  answerWithinSpeedCheck: null,
  answerWithinDarkPlace: null,
  answerWithinIdea: null,
};

const letters = 'ABCDEFGHJKLMNPRSTUVXYZÅÄÖ';

/** Makes a municipality with a locality, a listed road named `Storgatan`, a police district and an office. */
export async function makeMunicipality(
  dataSource: Pick<DataSource, 'query'>,
  settings: Partial<MunicipalitySettings> = {},
): Promise<TestMunicipality> {
  const [row] = await dataSource.query<{ count: number }[]>(
    'SELECT count(*)::integer AS count FROM municipalities',
  );
  const number = row?.count ?? 0;
  const [west, south] = [11.5 + (number % 50) * 0.2, 56 + Math.floor(number / 50) * 0.2];
  const bbox = [west, south, west + 0.1, south + 0.1] as const;
  const center: Position = [west + 0.05, south + 0.05];
  const slug = `kommun-${randomBytes(4).toString('hex')}`;
  const referencePrefix = [...randomBytes(6)].map((byte) => letters[byte % letters.length]).join('');
  const id = randomUUID();
  await dataSource.query(
    `INSERT INTO municipalities (id, slug, code, name, short_name, reference_prefix, police_district, outline, sketch, links,
       map, settings)
     VALUES ($1, $2, $3, $4, $4, $5, 'LPO Prov', ST_MakeEnvelope($6, $7, $8, $9, 4326), $10, $11, $12, $13)`,
    [
      id,
      slug,
      String(1000 + number),
      `Kommun ${slug.slice(7)}`,
      referencePrefix,
      ...bbox,
      JSON.stringify({ type: 'FeatureCollection', features: [] }),
      JSON.stringify({ petitions: null, faultReports: null, police: 'tel:11414', website: null }),
      JSON.stringify({ center, zoom: 11, minZoom: 9, maxZoom: 18 }),
      JSON.stringify(Object.assign({}, defaultSettings, settings)),
    ],
  );
  const locality = { id: randomUUID(), slug: 'centrum' };
  await dataSource.query(
    `INSERT INTO localities (id, municipality_id, slug, name, position)
     VALUES ($1, $2, $3, 'Centrum', ST_SetSRID(ST_MakePoint($4, $5), 4326))`,
    [locality.id, id, locality.slug, ...center],
  );
  await dataSource.query(
    `INSERT INTO named_places (municipality_id, type, name, locality_id, position)
     VALUES ($1, 'road', 'Storgatan', $2, ST_SetSRID(ST_MakePoint($3, $4), 4326))`,
    [id, locality.id, ...center],
  );
  const police = await makeOrganisation(dataSource, 'police', id);
  const office = await makeOrganisation(dataSource, 'municipality', id);
  return { id, slug, referencePrefix, center, bbox, locality, police, office };
}

/** Makes an organisation that works in the municipalities given. */
export async function makeOrganisation(
  dataSource: Pick<DataSource, 'query'>,
  type: TestOrganisation['type'],
  ...municipalityIds: string[]
): Promise<TestOrganisation> {
  const id = randomUUID();
  const slug = `${type}-${randomBytes(4).toString('hex')}`;
  await dataSource.query('INSERT INTO organisations (id, slug, name, type) VALUES ($1, $2, $3, $4)', [
    id,
    slug,
    `Organisation ${slug}`,
    type,
  ]);
  await dataSource.query(
    `INSERT INTO municipality_organisations (municipality_id, organisation_id) SELECT unnest($2::uuid[]), $1`,
    [id, municipalityIds],
  );
  return { id, slug, type };
}
