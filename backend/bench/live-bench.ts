import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { makeBenchDatabase, withClient } from './bench-database.js';
import { Hall, type Phone } from './hall.js';
import { quantile } from './load.js';
import { startApp, type Target } from './targets.js';

/** A hall; `--small` has a tenth of the people and a sixth of the minute. */
const PHONES = 300;
const SECONDS = 60;
const STATEMENTS = 12;
/** Each phone votes about once in so many milliseconds, and asks once. */
const THINKING_MS = 2_000;
/** What those who conduct it change has to be on every phone within this time. */
const HEARD_MS = 2_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A hall of phones for a minute, over two processes on one database, one of which is killed in the middle.
 * @returns the report, and whether everything that was answered was kept once and heard in time
 */
export async function live(
  server: string,
  folder: string,
  small: boolean,
  say: (text: string) => void,
): Promise<{ text: string; holds: boolean }> {
  const phones = small ? PHONES / 10 : PHONES;
  const seconds = small ? SECONDS / 6 : SECONDS;
  const database = await makeBenchDatabase(server, 1_000, [1_000]);
  const folders = ['one', 'other'].map((name) => join(folder, name));
  for (const each of folders) mkdirSync(each);
  const apps: Target[] = [];
  for (const each of folders) apps.push(await startApp(database, each));
  try {
    return await withClient(database.url, async (client) => {
      const { id, code, statements } = await makeDialogue(client);
      const hall = new Hall(
        apps.map(({ port }) => `http://127.0.0.1:${String(port)}`),
        code,
        statements,
      );
      say(`${String(phones)} phones come in…`);
      const people = Array.from({ length: phones }, (_, number) => hall.phone(number));
      await Promise.all(people.map((phone) => phone.hears(() => true, 60_000)));
      say(`…and take part for ${String(seconds)} seconds, half of which with one process…`);
      const until = Date.now() + seconds * 1000;
      const killing = pause(seconds * 500).then(() => apps[0]?.kill());
      const [, raw, heard] = await Promise.all([
        Promise.all(people.map((phone) => takePart(phone, until))),
        insertMeanwhile(client, until),
        withClient(database.url, (other) => conduct(other, { id, people, until })),
        killing,
      ]);
      const kept = await count(client, id);
      for (const phone of people) phone.hangUp();
      hall.close();
      return report(hall, { kept, raw, heard, phones, seconds });
    });
  } finally {
    for (const app of apps) await app.stop();
    await database.drop();
  }
}

async function makeDialogue(client: Client): Promise<{ id: string; code: string; statements: string[] }> {
  const code = 'HAKKEN';
  const made = await client.query<{ id: string }>(
    `INSERT INTO medborgardialoger (reference, short_code, municipality_id, title, theme, purpose, level, level_meaning, target_groups, form,
       starts_at, ends_at, presidium, status, published_at, opened_at, created_at, updated_at)
     SELECT 'D23456', $1, id, 'Bench', 'Bench', 'Bench', 'dialogue', 'Bench', '{everyone}', 'on-site', now(), now() + interval '2 hours', '[]',
       'open', now(), now(), now(), now() FROM municipalities WHERE slug = 'town-1' RETURNING id`,
    [code],
  );
  const id = made.rows[0]?.id ?? '';
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO medborgardialog_statements (dialogue_id, text, status, source, ordinal)
     SELECT $1, 'Påstående ' || n, 'open', 'staff', n FROM generate_series(1, $2::integer) n RETURNING id`,
    [id, STATEMENTS],
  );
  await client.query(
    `INSERT INTO medborgardialog_live (dialogue_id, voter_key) VALUES ($1, decode(repeat('5a', 32), 'hex'))`,
    [id],
  );
  await client.query(
    'CREATE TABLE bench_votes (statement uuid, voter bytea, vote text, PRIMARY KEY (statement, voter))',
  );
  return { id, code, statements: rows.map((row) => row.id) };
}

async function takePart(phone: Phone, until: number): Promise<void> {
  const asksAt = Date.now() + Math.random() * (until - Date.now());
  let hasAsked = false;
  await pause(Math.random() * THINKING_MS);
  while (Date.now() < until) {
    await phone.vote();
    if (!hasAsked && Date.now() > asksAt) {
      hasAsked = true;
      await phone.ask();
    }
    await pause(THINKING_MS * (0.5 + Math.random()));
  }
}

/** The bare write that a vote comes down to, over a connection of its own, while all vote. @returns milliseconds */
async function insertMeanwhile(client: Client, until: number): Promise<number[]> {
  const took: number[] = [];
  while (Date.now() < until) {
    const from = performance.now();
    await client.query(`INSERT INTO bench_votes VALUES ($1, sha256($2::text::bytea), 'agree')`, [
      randomUUID(),
      randomUUID(),
    ]);
    took.push(performance.now() - from);
    await pause(20);
  }
  return took;
}

/** Changes what is shown every few seconds. @returns how long each change took to be on the last phone */
async function conduct(
  client: Client,
  { id, people, until }: { id: string; people: readonly Phone[]; until: number },
): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 1; Date.now() < until - 4_000; turn += 1) {
    const prompt = `Var är det mörkt? ${String(turn)}`;
    const from = performance.now();
    await client.query(
      'UPDATE medborgardialog_live SET pin_prompt = $2, revision = revision + 1 WHERE dialogue_id = $1',
      [id, prompt],
    );
    await client.query('SELECT pg_notify($1, $2)', ['lofteskartan_live', `medborgardialog ${id}`]);
    const shows = (board: Record<string, unknown>) =>
      (board.pins as { prompt: string | null }).prompt === prompt;
    await Promise.all(people.map((phone) => phone.hears(shows, 30_000)));
    took.push(performance.now() - from);
    await pause(3_000);
  }
  return took;
}

interface Kept {
  readonly votes: number;
  readonly questions: number;
}

async function count(client: Client, id: string): Promise<Kept> {
  const { rows } = await client.query<Kept>(
    `SELECT (SELECT count(*)::integer FROM medborgardialog_votes v JOIN medborgardialog_statements s ON s.id = v.statement_id
         WHERE s.dialogue_id = $1) AS votes,
       (SELECT count(*)::integer FROM medborgardialog_questions WHERE dialogue_id = $1) AS questions`,
    [id],
  );
  return rows[0] ?? { votes: 0, questions: 0 };
}

function report(
  { told }: Hall,
  found: {
    readonly kept: Kept;
    readonly raw: readonly number[];
    readonly heard: readonly number[];
    readonly phones: number;
    readonly seconds: number;
  },
): { text: string; holds: boolean } {
  const { kept, raw, heard, phones, seconds } = found;
  const isKept = kept.votes === told.votes.size && kept.questions === told.questions.size;
  const isHeard = quantile(heard, 0.5) < HEARD_MS;
  const line = (what: string, values: readonly number[]): string =>
    `| ${what} | ${String(values.length)} | ${quantile(values, 0.5).toFixed(1)} | ${quantile(values, 0.99).toFixed(1)} |`;
  return {
    holds: isKept && isHeard,
    text: [
      `## A dialogue with ${String(phones)} phones for ${String(seconds)} seconds, two processes, one of them killed in the middle`,
      '',
      '| what | times | p50 ms | p99 ms |',
      '| --- | ---: | ---: | ---: |',
      line('a vote, as a phone waits for it', told.voteMs),
      line('the bare insert, in the same run', raw),
      line('a change, until the last phone shows it', heard),
      '',
      `Answered votes by phone and statement: ${String(told.votes.size)}, kept: ${String(kept.votes)}. Answered questions: ${String(told.questions.size)}, kept: ${String(kept.questions)}${isKept ? '' : ' — NOT the same'}.`,
      `Half of all changes are to be on the last phone within ${String(HEARD_MS / 1000)} seconds${isHeard ? '' : ' and are NOT'}.`,
    ].join('\n'),
  };
}
