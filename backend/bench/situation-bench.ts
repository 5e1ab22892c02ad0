import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { type BenchDatabase, makeBenchDatabase, withClient } from './bench-database.js';
import { median, signInOfficer, timed } from './rounds.js';
import { startApp } from './targets.js';

/** Proposals in one municipality; `--small` measures a twentieth. */
const PROPOSALS = 20_000;
const ROUNDS = 12;
/** The figures, and the map, may each take so many times what the bare count takes. */
const MOST_TIMES = 5;

/** Nearly three years, in which every proposal lies. */
const period = 'from=2024-01-01&to=2026-12-31';

/**
 * The bare count: distinct people by kind, locality and month. What the picture does beyond it (the year before, themes, times, localities,
 * what was done; places with their uncertainty) is what the ratios measure.
 */
const COUNT = `
  SELECT p.kind, p.locality_id, date_trunc('month', s.created_at), count(DISTINCT p.id), count(DISTINCT s.device_hash)
  FROM proposals p JOIN municipalities m ON m.id = p.municipality_id JOIN proposal_supports s ON s.proposal_id = p.id
  WHERE m.slug = 'town-1' AND s.created_at >= '2024-01-01' GROUP BY GROUPING SETS ((p.kind), (p.locality_id), (3), ())`;

/**
 * Reads the situational picture of one municipality beside the bare count, in turns.
 * @returns the report, and whether the ratios hold
 */
export async function situation(
  server: string,
  folder: string,
  small: boolean,
  say: (text: string) => void,
): Promise<{ text: string; holds: boolean }> {
  const proposals = small ? PROPOSALS / 20 : PROPOSALS;
  say(`Making a municipality with ${proposals.toLocaleString('en')} proposals…`);
  const database = await makeBenchDatabase(server, proposals, [proposals]);
  try {
    const session = randomBytes(32).toString('base64url');
    await withClient(database.url, (client) => prepare(client, session));
    return await measure(database, folder, { session, proposals, say });
  } finally {
    await database.drop();
  }
}

/** Three supporters for each proposal, some of them of several, and an officer. */
async function prepare(client: Client, session: string): Promise<void> {
  await client.query(
    `INSERT INTO proposal_supports (proposal_id, device_hash, is_sender, created_at)
     SELECT p.id, sha256(CASE WHEN n = 0 THEN p.reference ELSE left(p.reference, 6) || n END::bytea), n = 0, p.created_at
     FROM proposals p, generate_series(0, 3) n ON CONFLICT DO NOTHING`,
  );
  await client.query(
    `UPDATE proposals p SET locality_id = l.id FROM localities l WHERE l.municipality_id = p.municipality_id`,
  );
  await signInOfficer(client, session);
  await client.query('VACUUM ANALYZE');
}

async function measure(
  database: BenchDatabase,
  folder: string,
  { session, proposals, say }: { session: string; proposals: number; say: (text: string) => void },
): Promise<{ text: string; holds: boolean }> {
  const app = await startApp(database, folder);
  try {
    const headers = { Cookie: `session=${session}` };
    const read = async (path: string): Promise<void> => {
      const response = await fetch(`http://127.0.0.1:${app.port}/api/v1/situation/town-1${path}?${period}`, {
        headers,
      });
      const text = await response.text();
      if (!response.ok)
        throw new Error(`The picture failed: ${String(response.status)} ${text.slice(0, 200)}`);
    };
    say('Reading and counting in turns…');
    const [figures, map, bare]: [number[], number[], number[]] = [[], [], []];
    await withClient(database.url, async (client) => {
      await read('');
      await read('/spots');
      await client.query(COUNT);
      for (let round = 0; round < ROUNDS; round += 1) {
        figures.push(await timed(() => read('')));
        bare.push(await timed(() => client.query(COUNT)));
        map.push(await timed(() => read('/spots')));
      }
    });
    const counted = median(bare);
    const [ofFigures, ofMap] = [median(figures) / counted, median(map) / counted];
    const rows = [
      ['the figures', median(figures)],
      ['the map, with the places that stand out', median(map)],
      ['the count in bare SQL', counted],
    ] as const;
    const holds = Math.max(ofFigures, ofMap) < MOST_TIMES;
    return {
      holds,
      text: [
        `## The situational picture: ${proposals.toLocaleString('en')} proposals in one municipality`,
        '',
        '| what | ms, median |',
        '| --- | ---: |',
        ...rows.map(([what, milliseconds]) => `| ${what} | ${milliseconds.toFixed(0)} |`),
        '',
        `The figures take ${ofFigures.toFixed(2)} times the bare count, the map ${ofMap.toFixed(2)} times; at most ${String(MOST_TIMES)} is asked${holds ? '' : ' and NOT met'}.`,
      ].join('\n'),
    };
  } finally {
    await app.stop();
  }
}
