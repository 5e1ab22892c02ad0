/**
 * `npm test`: every test. Rules and services by Jest on a real PostGIS (the embedded one, or TEST_DATABASE_URL), then the browser
 * journeys by Playwright on the built product. The last line counts. `-- --services` runs Jest alone; further words choose files.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findChromium } from './chromium.mjs';
import { demandNode, ensureBuilt, ensureInstalled, root, run, say } from './steps.mjs';

const options = process.argv.slice(2);
const servicesOnly = options.includes('--services');
const chosen = options.filter((option) => option !== '--services');
const results = join(root, 'test-results');

demandNode();
await ensureInstalled();
await ensureBuilt();
mkdirSync(results, { recursive: true });

const totals = { passed: 0, failed: 0 };
/** What failed, by name and with the beginning of its message: said again at the end, where a reader of a long log looks first. */
const failures = [];
const add = (name, passed, failed) => {
  totals.passed += passed;
  totals.failed += failed;
  say(`${name}: ${passed} passed, ${failed} failed`);
};

say(
  `Rules and services, on ${process.env.TEST_DATABASE_URL ? 'the PostgreSQL server of TEST_DATABASE_URL' : 'the embedded database'}…`,
);
const jestFile = join(results, 'jest.json');
rmSync(jestFile, { force: true });
const jest = await run(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${jestFile}`,
    ...chosen,
  ],
  { env: { NODE_ENV: 'test' } },
);
add('Rules and services', ...countJest(jest.code));

if (!servicesOnly) {
  const chromium = await findChromium();
  say('Browser journeys, on the built product…');
  const journeysFile = join(results, 'journeys.json');
  rmSync(journeysFile, { force: true });
  const journeys = await run(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts', ...chosen],
    {
      env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: journeysFile },
    },
  );
  add('Browser journeys', ...countJourneys(journeysFile, journeys.code));
}

for (const { name, message } of failures) {
  console.log(`✗ ${name}`);
  for (const line of beginning(message)) console.log(`    ${line}`);
}
writeFileSync(join(results, 'totals.json'), JSON.stringify(totals));
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

/** A run that broke before it could count, or that skipped something, counts as a failure. */
function countJest(code) {
  try {
    const report = JSON.parse(readFileSync(jestFile, 'utf8'));
    const broken = report.numRuntimeErrorTestSuites + report.numPendingTests + report.numTodoTests;
    const failed = report.numFailedTests + broken;
    failures.push(...failedTests(report));
    return [report.numPassedTests, failed === 0 && code !== 0 ? 1 : failed];
  } catch {
    return [0, 1];
  }
}

function countJourneys(file, code) {
  try {
    const { stats, suites, errors } = JSON.parse(readFileSync(file, 'utf8'));
    failures.push(
      ...failedJourneys(suites),
      ...errors.map(({ message }) => ({ name: 'the journeys themselves', message })),
    );
    const failed = stats.unexpected + stats.flaky + stats.skipped;
    return [stats.expected, failed === 0 && code !== 0 ? 1 : failed];
  } catch {
    return [0, 1];
  }
}

function failedTests({ testResults }) {
  return testResults.flatMap((file) => {
    const tests = file.assertionResults.filter((test) => test.status === 'failed');
    const name = relative(root, file.name);
    if (tests.length === 0 && file.status === 'failed') return [{ name, message: file.message }];
    return tests.map((test) => ({
      name: `${name} › ${test.fullName}`,
      message: test.failureMessages[0] ?? '',
    }));
  });
}

/** Journeys lie in files, and in files in groups of any depth. */
function failedJourneys(suites) {
  return suites.flatMap((suite) => [
    ...failedJourneys(suite.suites ?? []),
    ...(suite.specs ?? [])
      .filter((spec) => spec.tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
      .map((spec) => ({
        name: `${spec.file} › ${spec.title}`,
        message: spec.tests[0]?.results[0]?.error?.message ?? '',
      })),
  ]);
}

function beginning(message) {
  const lines = stripVTControlCharacters(message).split('\n');
  return lines.filter((line) => line.trim() !== '' && !line.includes('node_modules')).slice(0, 12);
}
