/** `npm run check`: format, lint, import rules, types, dead code, and the compose file. The last line counts. */
import { join } from 'node:path';
import { bin, demandNode, ensureInstalled, root, run } from './steps.mjs';

demandNode();
await ensureInstalled();

const checks = [
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['types', process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b']],
  [
    'lint',
    bin('eslint'),
    ['--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.'],
  ],
  [
    'import rules',
    bin('depcruise'),
    ['--config', '.dependency-cruiser.cjs', 'shared/src', 'backend/src', 'frontend/src', 'e2e'],
  ],
  ['dead code', bin('knip'), ['--no-progress']],
  ['compose file', process.execPath, ['scripts/check-compose.mjs']],
];

let passed = 0;
for (const [name, program, args] of checks) {
  const began = Date.now();
  const { code, output } = await run(program, args, { quiet: true });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code === 0) passed += 1;
  else console.log(output.trimEnd());
}
console.log(`${passed} passed, ${checks.length - passed} failed`);
process.exit(passed === checks.length ? 0 : 1);
