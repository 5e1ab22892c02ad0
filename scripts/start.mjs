/** `npm start`: installs and builds what is missing, then serves the whole product. */
import { demandNode, ensureBuilt, ensureInstalled, runUntilStopped } from './steps.mjs';

demandNode();
await ensureInstalled();
await ensureBuilt();
runUntilStopped(
  process.execPath,
  ['--enable-source-maps', 'backend/dist/src/main.js', ...process.argv.slice(2)],
  {
    NODE_ENV: process.env.NODE_ENV ?? 'production',
  },
);
