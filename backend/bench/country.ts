import type { MunicipalitySettings } from '@lofteskartan/shared/contracts/municipalities';
import type { Client } from 'pg';

/** How skewed the country is: the largest town has 9 % of all proposals, the smallest 0.09 %. */
const TOWNS = 290;
const SKEW = Math.log(100) / Math.log(TOWNS);

/** How many proposals each town has, largest first; the sum is the country's. */
export function townSizes(proposals: number): number[] {
  const weights = Array.from({ length: TOWNS }, (_, index) => (index + 1) ** -SKEW);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const sizes = weights.map((weight) => Math.floor((weight / sum) * proposals));
  sizes[0] = (sizes[0] ?? 0) + proposals - sizes.reduce((total, size) => total + size, 0);
  return sizes;
}

/** A town's centre: spread over a land as long and slanting as Sweden, denser in the south. The same at each run. */
export function townCentre(town: number): [lng: number, lat: number] {
  const along = ((town * 0.618034) % 1) ** 1.6;
  const across = (town * 0.754878) % 1;
  const lat = 55.6 + along * 11.5;
  return [11.9 + (lat - 55.6) * 0.55 + (across - 0.35) * 3.6, lat];
}

/** Half the people of a town live within so many metres of its centre: towns have their size, however many send something in. */
export const townRadius = (town: number): number => 500 * (TOWNS / town) ** (SKEW * 0.4);

const pick = (column: string, choices: readonly [string, number][]): string => {
  let upTo = 0;
  const cases = choices.map(
    ([value, share]) => `WHEN ${column} < ${(upTo += share).toFixed(4)} THEN '${value}'`,
  );
  return `CASE ${cases.join(' ')} ELSE '${choices[0]?.[0] ?? ''}' END`;
};

const KINDS = pick('r1', [
  ['speed-check', 0.5],
  ['dark-place', 0.35],
  ['idea', 0.15],
]);
const STATUSES = pick('r2', [
  ['received', 0.35],
  ['under-review', 0.15],
  ['committed', 0.12],
  ['done', 0.13],
  ['answered', 0.12],
  ['declined', 0.06],
  ['referred', 0.07],
]);

const TEXTS = [
  'Många kör för fort förbi skolan på morgonen och barnen vågar inte gå över vägen.',
  'Lampan vid gångtunneln har varit släckt sedan i höstas, det är mycket mörkt där.',
  'Buskarna skymmer sikten vid övergången och hållplatsen känns ödslig på kvällen.',
  'Fler nattvandringar vid stationen på helgerna, gärna tillsammans med föreningarna.',
  'Mopeder och A-traktorer kör ikapp på cykelvägen mellan centrum och badplatsen.',
];

/** The municipalities of the country, each with one locality. */
export async function makeMunicipalities(client: Client, proposals: number): Promise<void> {
  const sizes = townSizes(proposals);
  for (const [index, size] of sizes.entries()) {
    const [lng, lat] = townCentre(index + 1);
    const reach = [lng - 0.2, lat - 0.1, lng + 0.2, lat + 0.1];
    await client.query(
      `WITH town AS (
         INSERT INTO municipalities (id, slug, code, name, short_name, reference_prefix, police_district, outline, sketch, links, map, settings)
         VALUES (('00000000-0000-4000-8000-' || lpad($1::integer::text, 12, '0'))::uuid, 'town-' || $1, lpad($1::text, 4, '0'),
           'Town ' || $1 || ' kommun', 'Town ' || $1, $2, 'Bench', ST_MakeEnvelope($3, $4, $5, $6, 4326), '{}', '{}', '{}', $7)
         RETURNING id)
       INSERT INTO localities (municipality_id, slug, name, position, population)
       SELECT id, 'centre', 'Centre', ST_SetSRID(ST_MakePoint($8, $9), 4326), $10 FROM town`,
      [index + 1, prefix(index + 1), ...reach, JSON.stringify(SETTINGS), lng, lat, size],
    );
  }
}

const prefix = (town: number): string =>
  'B' + String.fromCharCode(65 + Math.floor(town / 26)) + String.fromCharCode(65 + (town % 26));

const SETTINGS: MunicipalitySettings = {
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

/** All proposals, private and public, in one statement each; indexes are dropped first and made again after. */
/** @param sizes how many each town has, the first first */
export async function makeProposals(client: Client, sizes: readonly number[]): Promise<void> {
  const towns = sizes.map((size, index) => {
    const [lng, lat] = townCentre(index + 1);
    return [index + 1, size, lng, lat, townRadius(index + 1), prefix(index + 1)];
  });
  const indexes = await dropIndexes(client);
  await client.query(`SET session_replication_role = replica`);
  await client.query(`SELECT setseed(0.1440)`);
  await client.query(
    `INSERT INTO proposals (id, reference, municipality_id, kind, status, public_status, position, placement, description, details,
       publication, follow_token_hash, done_on, public_done_on, created_at, updated_at, answer_due_at)
     SELECT gen_random_uuid(), prefix || '-' || code, municipality_id, kind, status, status,
       ST_SetSRID(ST_MakePoint(town_lng + away * sin(turn) / (111320 * cos(radians(town_lat))), town_lat + away * cos(turn) / 111320), 4326), 'inside',
       CASE WHEN r3 < 0.4 THEN text END, details, CASE WHEN r3 < 0.4 THEN 'released' ELSE 'none' END,
       decode(md5(prefix || n), 'hex') || decode(md5(n || prefix), 'hex'),
       CASE WHEN status = 'done' THEN (at + interval '40 days')::date END, CASE WHEN status = 'done' THEN (at + interval '40 days')::date END, at, at,
       CASE WHEN status IN ('received', 'under-review') THEN at + interval '7 days' END
     FROM (
       SELECT *, radius * sqrt(-2 * ln(1 - r4)) / 1.18 AS away, 2 * pi() * r5 AS turn, ${KINDS} AS kind, ${STATUSES} AS status,
         CASE WHEN r1 < 0.5 THEN '{"roadName":null,"direction":null,"weekdays":["mon","tue"],"hourBands":["07-09"],"postedLimit":50,"problems":["speeding"],"near":["school"]}'
           WHEN r1 < 0.85 THEN '{"causes":["lamp-broken"],"when":["dark"]}' ELSE '{"topic":"safety"}' END::jsonb AS details,
         ($2::text[])[1 + floor(r6 * ${TEXTS.length})::integer] AS text,
         timestamptz '2026-10-01 12:00Z' - r7 * interval '900 days' AS at
       FROM (
         SELECT ('00000000-0000-4000-8000-' || lpad(town, 12, '0'))::uuid AS municipality_id, town_lng::float8, town_lat::float8, radius::float8, prefix, n,
           ${referenceCode('n')} AS code,
           random() AS r1, random() AS r2, random() AS r3, random() AS r4, random() AS r5, random() AS r6, random() AS r7
         FROM (SELECT each ->> 0 AS town, (each ->> 1)::integer AS size, each ->> 2 AS town_lng, each ->> 3 AS town_lat, each ->> 4 AS radius, each ->> 5 AS prefix
           FROM jsonb_array_elements($1::jsonb) AS each) AS towns
         CROSS JOIN LATERAL generate_series(1, size) AS n) AS chances) AS facts`,
    [JSON.stringify(towns), TEXTS],
  );
  await client.query(
    `INSERT INTO public_proposals (proposal_id, reference, municipality_id, municipality, locality, kind, status, listed, lng, lat, description, details,
       support_count, responsible, latest_answer, answered_at, events, done_on, created_at, updated_at, answer_due_at)
     SELECT id, reference, municipality_id, 'town-' || ltrim(right(municipality_id::text, 12), '0'), 'centre', kind, status, true,
       round((round(ST_X(position) / 0.00042) * 0.00042)::numeric, 5), round((round(ST_Y(position) / 0.000225) * 0.000225)::numeric, 5),
       description, details, 1 + floor(-ln(1 - random()) * 3)::integer, CASE WHEN status = 'referred' THEN 'Trafikverket' END,
       CASE WHEN status NOT IN ('received', 'under-review') THEN jsonb_build_object('at', '2026-10-02T10:00:00Z', 'status', status, 'text', 'Tack för ditt förslag.') END,
       CASE WHEN status NOT IN ('received', 'under-review') THEN created_at + interval '20 days' END,
       jsonb_build_array(jsonb_build_object('at', '2026-10-01T10:00:00Z', 'type', 'received', 'status', 'received', 'text', null, 'organisation', null)),
       done_on, created_at, created_at, answer_due_at
     FROM proposals`,
  );
  await client.query(
    `INSERT INTO proposal_supports (proposal_id, device_hash, is_sender, created_at) SELECT id, follow_token_hash, true, created_at FROM proposals`,
  );
  await client.query(`SET session_replication_role = DEFAULT`);
  for (const definition of indexes) await client.query(definition);
}

/** Five characters of the alphabet that numbers are made of, different for each n up to 24 million and without a visible order. */
function referenceCode(n: string): string {
  const alphabet = `'23456789ABCDEFGHJKMNPQRSTVWXYZ'`;
  const mixed = `((${n} * 7919999::bigint + 12345) % 24300000)`;
  return Array.from(
    { length: 5 },
    (_, digit) => `substr(${alphabet}, 1 + (${mixed} / ${30 ** digit} % 30)::integer, 1)`,
  ).join(' || ');
}

async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes
     WHERE tablename IN ('proposals', 'public_proposals', 'proposal_supports')
       AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
  );
  for (const { indexname } of rows) await client.query(`DROP INDEX ${indexname}`);
  return rows.map(({ indexdef }) => indexdef);
}
