/** `npm run seed`: loads Ale's promise; `-- --demo` adds example data, `-- --admin EMAIL` makes the first admin. */
import { demandNode, ensureBuilt, ensureInstalled, runUntilStopped } from './steps.mjs';

demandNode();
await ensureInstalled();
await ensureBuilt();
runUntilStopped(process.execPath, [
  '--enable-source-maps',
  'backend/dist/src/seeding/seed.main.js',
  ...process.argv.slice(2),
]);
