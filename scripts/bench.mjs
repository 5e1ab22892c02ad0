/**
 * `npm run bench`: how fast the whole application is beside a bare server that sends the same statements. On the PostgreSQL server of
 * BENCH_DATABASE_URL, else on one of its own that is thrown away. `-- --quick` for two minutes, `-- --write` to keep the report.
 */
import { demandNode, ensureBuilt, ensureInstalled, runUntilStopped } from './steps.mjs';

demandNode();
await ensureInstalled();
await ensureBuilt();
runUntilStopped(process.execPath, [
  '--enable-source-maps',
  'backend/dist/bench/bench.main.js',
  ...process.argv.slice(2),
]);
