import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { type BenchDatabase, makeBenchDatabase, withClient } from './bench-database.js';
import { median, signInOfficer, timed } from './rounds.js';
import { startApp } from './targets.js';

/** Wishes for speed checks in one municipality; `--small` measures a twentieth. */
const WISHES = 20_000;
const ROUNDS = 12;
/** How many roads the wishes name. */
const ROADS = 150;
/** The ranking may take so many times what the bare gathering takes. */
const MOST_TIMES = 3;

/**
 * The gathering in bare SQL: clusters of wishes within 150 m, and the people behind each. What the planner does beyond it (roads, checks,
 * schools, localities, decay, reasons, JSON) is what the ratio measures.
 */
const GATHERING = `
  WITH wish AS (
    SELECT p.id, ST_ClusterDBSCAN(ST_Transform(p.position, 3006), 150, 1) OVER () AS stretch, p.details
    FROM proposals p JOIN municipalities m ON m.id = p.municipality_id
    WHERE m.slug = 'town-1' AND p.kind = 'speed-check' AND p.position IS NOT NULL)
  SELECT w.stretch, count(DISTINCT w.id), count(DISTINCT s.device_hash), max(s.created_at)
  FROM wish w JOIN proposal_supports s ON s.proposal_id = w.id GROUP BY 1 ORDER BY 3 DESC`;

/**
 * Ranks the wishes of one municipality beside the bare gathering, in turns.
 * @returns the report, and whether the ratio holds
 */
export async function planner(
  server: string,
  folder: string,
  small: boolean,
  say: (text: string) => void,
): Promise<{ text: string; holds: boolean }> {
  const wishes = small ? WISHES / 20 : WISHES;
  say(`Making a municipality with ${wishes.toLocaleString('en')} wishes…`);
  // Half of all proposals are wishes for speed checks.
  const database = await makeBenchDatabase(server, wishes * 2, [wishes * 2]);
  try {
    const session = randomBytes(32).toString('base64url');
    const found = await withClient(database.url, (client) => prepare(client, session));
    return await measure(database, folder, { session, wishes: found, say });
  } finally {
    await database.drop();
  }
}

/** Roads, supporters, and an officer. @returns how many wishes there are */
async function prepare(client: Client, session: string): Promise<number> {
  await client.query(
    `UPDATE proposals SET details = details || jsonb_build_object('roadName', 'Väg ' || (get_byte(follow_token_hash, 2) % $1))
     WHERE kind = 'speed-check' AND get_byte(follow_token_hash, 3) < 200`,
    [ROADS],
  );
  await client.query(
    `INSERT INTO proposal_supports (proposal_id, device_hash, is_sender, created_at)
     SELECT p.id, sha256((p.reference || n)::bytea), n = 0, p.created_at FROM proposals p, generate_series(0, 3) n
     WHERE p.kind = 'speed-check' ON CONFLICT DO NOTHING`,
  );
  await signInOfficer(client, session);
  await client.query('VACUUM ANALYZE');
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM proposals p JOIN municipalities m ON m.id = p.municipality_id
     WHERE m.slug = 'town-1' AND p.kind = 'speed-check' AND p.position IS NOT NULL`,
  );
  return rows[0]?.count ?? 0;
}

async function measure(
  database: BenchDatabase,
  folder: string,
  { session, wishes, say }: { session: string; wishes: number; say: (text: string) => void },
): Promise<{ text: string; holds: boolean }> {
  const app = await startApp(database, folder);
  try {
    const headers = { Cookie: `session=${session}` };
    const rank = async (): Promise<number> => {
      const response = await fetch(`http://127.0.0.1:${app.port}/api/v1/planner/town-1/stretches?limit=50`, {
        headers,
      });
      const body = (await response.json()) as { total?: number };
      if (!body.total) throw new Error(`The ranking failed: ${String(response.status)}`);
      return body.total;
    };
    say('Gathering for the first time…');
    const first = await timed(rank);
    const stretches = await rank();
    say('Ranking and gathering in turns…');
    const [ranking, bare]: [number[], number[]] = [[], []];
    await withClient(database.url, async (client) => {
      await client.query(GATHERING);
      for (let round = 0; round < ROUNDS; round += 1) {
        ranking.push(await timed(rank));
        bare.push(await timed(() => client.query(GATHERING)));
      }
    });
    const [ranked, gathered] = [median(ranking), median(bare)];
    const times = ranked / gathered;
    const rows = [
      ['the first ranking, which gathers everything', first],
      [`the ranking of ${String(stretches)} stretches, as the page asks for it`, ranked],
      ['the gathering in bare SQL', gathered],
    ] as const;
    const holds = times < MOST_TIMES;
    return {
      holds,
      text: [
        `## The planner: ${wishes.toLocaleString('en')} wishes in one municipality`,
        '',
        '| what | ms, median |',
        '| --- | ---: |',
        ...rows.map(([what, milliseconds]) => `| ${what} | ${milliseconds.toFixed(0)} |`),
        '',
        `Ranking takes ${times.toFixed(2)} times the bare gathering; at most ${String(MOST_TIMES)} is asked${holds ? '' : ' and NOT met'}.`,
      ].join('\n'),
    };
  } finally {
    await app.stop();
  }
}
