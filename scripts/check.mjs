/** `npm run check`: format, lint, import rules, types, dead code, and the container set. The last line counts. */
import { join } from 'node:path';
import { bin, demandNode, ensureInstalled, must, root, run } from './steps.mjs';

demandNode();
await ensureInstalled();

/** The contract first, since the others read what it builds; then the linter beside all that is quick: it takes as long as they do together. */
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const lanes = [
  [
    [
      'lint',
      bin('eslint'),
      ['--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.'],
    ],
  ],
  [
    ['types', process.execPath, [tsc, '-b']],
    ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
    [
      'import rules',
      bin('depcruise'),
      ['--config', '.dependency-cruiser.cjs', 'shared/src', 'backend/src', 'frontend/src', 'e2e'],
    ],
    ['dead code', bin('knip'), ['--no-progress']],
    ['container set', process.execPath, ['scripts/check-compose.mjs']],
  ],
];

let passed = 0;
let failed = 0;

async function check(name, program, args) {
  const began = Date.now();
  const { code, output } = await run(program, args, { quiet: true });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code === 0) passed += 1;
  else {
    failed += 1;
    console.log(output.trimEnd());
  }
}

await must(process.execPath, [tsc, '-b', 'shared']);
await Promise.all(
  lanes.map(async (lane) => {
    for (const [name, program, args] of lane) await check(name, program, args);
  }),
);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
