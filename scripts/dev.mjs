/** `npm run dev`: the backend restarts and the pages reload as files change; the pages are on http://localhost:5173. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bin, demandNode, ensureBuilt, ensureInstalled, root, say } from './steps.mjs';

demandNode();
await ensureInstalled();
await ensureBuilt();
say('Backend on http://localhost:3000, pages with live reload on http://localhost:5173');

const children = [
  spawn(bin('tsc'), ['-b', 'backend/tsconfig.build.json', '--watch', '--preserveWatchOutput'], {
    cwd: root,
    stdio: 'inherit',
  }),
  spawn(process.execPath, ['--watch', '--enable-source-maps', 'backend/dist/src/main.js'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  }),
  spawn(bin('vite'), [], { cwd: join(root, 'frontend'), stdio: 'inherit' }),
];
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
for (const child of children) child.on('close', stop);
