/**
 * `npm run bench`: the whole application beside a bare server that sends the same statements, in turns, on a country of 100,000 and one of
 * 1,000,000 proposals, and the staff's queue of one municipality with 200,000. `--quick` measures the small country alone, `--queue` the
 * queue alone, `--planner` the order of 20,000 wishes beside their gathering in bare SQL (`--small`: of 1,000), `--situation`
 * the situational picture of as many proposals beside their bare count, `--live` a dialogue with 300 phones over two processes (`--small`: 30
 * phones for ten seconds), `--write` keeps the report in docs/benchmarks.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { type BenchDatabase, makeBenchDatabase, withClient } from './bench-database.js';
import { live } from './live-bench.js';
import { load, type Measurement } from './load.js';
import { planner } from './planner-bench.js';
import { record } from './record.js';
import { situation } from './situation-bench.js';
import { QUEUE_PROPOSALS, queueWorkloads } from './queue-workloads.js';
import { comparison, type Findings, report, type Result } from './report.js';
import { settings, startApp, startBare, type Target } from './targets.js';
import { openBenchServer } from './temporary-cluster.js';
import { type BenchRequest, wireBytes, type Workload, workloads } from './workloads.js';

const CALLERS = 8;
const ROUNDS = 3;
const ROUND_SECONDS = 1.2;
/** Until the compiler has seen what is called most: before all, and again before each workload. */
const WARM_UP_SECONDS = 1.5;

interface Pair {
  readonly database: BenchDatabase;
  readonly workloads: readonly Workload[];
  readonly app: Target;
  readonly bare: Target;
}

const say = (text: string): void =>
  console.log(`› ${(performance.now() / 1000).toFixed(0).padStart(3)} s  ${text}`);
const quick = process.argv.includes('--quick');
const sizes = quick ? [100_000] : [100_000, 1_000_000];

const queueTitle = `The queue of one municipality with ${QUEUE_PROPOSALS.toLocaleString('en')} proposals`;
const reportFile = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'lofteskartan-bench-'));
const cleanUp: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void tidyUp().finally(() => process.exit(1));
  });
}
try {
  const server = await openBenchServer();
  cleanUp.unshift(server.stop);
  const one = process.argv.includes('--planner')
    ? planner
    : process.argv.includes('--situation')
      ? situation
      : process.argv.includes('--live')
        ? live
        : null;
  if (one) {
    const { text, holds } = await one(server.url, folder, process.argv.includes('--small'), say);
    console.log(`\n${text}`);
    if (!holds) process.exitCode = 1;
  }
  if (!one && !process.argv.includes('--queue')) {
    const pairs: Pair[] = [];
    for (const size of sizes) pairs.push(await makePair(server.url, size, workloads));
    const results = await measure(pairs);
    const text = report(results, await findOut(server.url, pairs, results));
    console.log(`\n${text}`);
    if (process.argv.includes('--write')) keep(text);
  }
  if (!one && !quick) {
    const queue = [await makePair(server.url, QUEUE_PROPOSALS, queueWorkloads, [QUEUE_PROPOSALS])];
    const text = comparison(await measure(queue), queueTitle);
    console.log(`\n${text}`);
    if (process.argv.includes('--write')) keepQueue(text);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await tidyUp();
}

/** Stops and removes all that was made, the last first. */
async function tidyUp(): Promise<void> {
  for (const step of cleanUp.splice(0)) await step();
}

async function makePair(
  server: string,
  size: number,
  make: (session: string) => Workload[],
  sizes?: readonly number[],
): Promise<Pair> {
  say(`Making ${sizes ? 'a municipality' : 'a country'} with ${size.toLocaleString('en')} proposals…`);
  const database = await makeBenchDatabase(server, size, sizes);
  cleanUp.unshift(database.drop);
  const everything = make(database.session);
  say('Listening to what the application asks the database…');
  const recordingFile = join(folder, `${size}.recording`);
  writeFileSync(
    recordingFile,
    serialize(await record({ ...settings(database, 0, folder), LOG_LEVEL: 'silent' }, everything)),
  );
  const [app, bare] = [await startApp(database, folder), await startBare(database, recordingFile)];
  cleanUp.unshift(app.stop, bare.stop);
  return { database, workloads: everything, app, bare };
}

/** In turns, so that whatever else the machine does meets all alike. */
async function measure(pairs: readonly Pair[]): Promise<Result[]> {
  const results: Result[] = [];
  say('Warming up…');
  for (const { workloads: everything, app, bare } of pairs) {
    for (const workload of everything) {
      await load(app.port, CALLERS, WARM_UP_SECONDS, callsOf(workload));
      await load(bare.port, CALLERS, WARM_UP_SECONDS, bareCallsOf(workload));
    }
  }
  for (const [index, { name, title }] of (pairs[0]?.workloads ?? []).entries()) {
    say(`${title}…`);
    const turns = pairs.flatMap((pair) => {
      const workload = pair.workloads[index];
      return workload ? [{ pair, workload, app: nothing(), bare: nothing() }] : [];
    });
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const turn of turns) {
        const seconds = round === 0 ? WARM_UP_SECONDS : ROUND_SECONDS;
        const app = await load(turn.pair.app.port, CALLERS, seconds, callsOf(turn.workload));
        const bare = await load(turn.pair.bare.port, CALLERS, seconds, bareCallsOf(turn.workload));
        if (round === 0) continue;
        turn.app = together(turn.app, app);
        turn.bare = together(turn.bare, bare);
      }
    }
    for (const { pair, workload, app, bare } of turns) {
      if (app.failed + bare.failed > 0)
        throw new Error(`${name}: ${app.failed} + ${bare.failed} calls failed`);
      results.push({ workload, proposals: pair.database.proposals, app, bare });
    }
  }
  return results;
}

function nothing(): Measurement {
  return { milliseconds: [], seconds: 0, failed: 0 };
}

function together(one: Measurement, other: Measurement): Measurement {
  return {
    milliseconds: one.milliseconds.concat(other.milliseconds),
    seconds: one.seconds + other.seconds,
    failed: one.failed + other.failed,
  };
}

function callsOf({ requests, writes }: Workload): () => Buffer {
  const bytes = writes ? [] : requests.map((request) => wireBytes(request, false));
  let turn = 0;
  return () => {
    const index = turn++ % requests.length;
    return bytes[index] ?? wireBytes(requests[index] as BenchRequest, writes);
  };
}

function bareCallsOf({ name, requests }: Workload): () => Buffer {
  const bytes = requests.map((_, index) => wireBytes({ method: 'GET', path: `/${name}/${index}` }, false));
  let turn = 0;
  return () => bytes[turn++ % bytes.length] as Buffer;
}

async function findOut(
  server: string,
  pairs: readonly Pair[],
  results: readonly Result[],
): Promise<Findings> {
  const largest = pairs.at(-1);
  if (!largest) throw new Error('Nothing was measured');
  const version = await withClient(server, async (client) =>
    (await client.query<{ server_version: string }>('SHOW server_version')).rows.map(
      (row) => row.server_version,
    ),
  );
  const mine = results.filter(({ proposals }) => proposals === largest.database.proposals);
  return {
    postgres: version[0]?.split(' ')[0] ?? '',
    callers: CALLERS,
    bytesPerPin: await bytesPerPin(largest),
    memory: largest.app.memory(),
    requests: mine.reduce((sum, { app }) => sum + app.milliseconds.length, 0),
  };
}

/** Of the map with the most pins, as it goes over the wire. */
async function bytesPerPin({ app, workloads: [map] }: Pair): Promise<number> {
  let [most, bytes] = [0, 0];
  for (const { path } of map?.requests ?? []) {
    const response = await fetch(`http://127.0.0.1:${app.port}${path}`, {
      headers: { 'Accept-Encoding': 'gzip' },
    });
    const length = Number(response.headers.get('Content-Length'));
    const pins = (await response.text()).split('"reference"').length - 1;
    if (pins > most) [most, bytes] = [pins, length];
  }
  return bytes / most;
}

function keep(text: string): void {
  const intro = `# Benchmarks

Written by \`npm run bench -- --write\`. The application runs as in production (RATE_LIMITS=off) beside a bare Node server with \`pg\`. The bare
server sends the statements that the application was heard to send for the same calls. Both are measured in turns in one run: figures depend on the
machine and on what else it does, ratios much less. The country has 290 towns; the largest holds 9 % of all proposals, the smallest 0.09 %.
`;
  writeFileSync(reportFile, `${intro}\n${text}`);
  say('docs/benchmarks.md is written.');
}

/** Puts the queue's figures after those of the country, in place of older ones. */
function keepQueue(text: string): void {
  const [rest = ''] = readFileSync(reportFile, 'utf8').split(`\n## ${queueTitle}`);
  writeFileSync(reportFile, `${rest.trimEnd()}\n\n${text}`);
  say('docs/benchmarks.md has the queue.');
}
