/** `npm run migrate`: brings the database (embedded, or DATABASE_URL) to the newest shape. */
import { demandNode, ensureBuilt, ensureInstalled, runUntilStopped } from './steps.mjs';

demandNode();
await ensureInstalled();
await ensureBuilt();
runUntilStopped(process.execPath, [
  '--enable-source-maps',
  'backend/dist/src/platform/database/migrate.main.js',
]);
