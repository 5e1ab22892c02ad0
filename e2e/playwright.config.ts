import { defineConfig, devices } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clockFile, demoPassword, identityPort, mailPort, port } from './drivers/product.js';

/** The municipality's sign-in service, as the product is told of it. */
const identityService = {
  id: 'ale',
  name: 'Ale kommun',
  issuer: `http://127.0.0.1:${identityPort}`,
  clientId: 'lofteskartan',
  clientSecret: 'a secret of the tests, of which nobody else knows',
  scopes: ['openid', 'profile', 'email', 'groups'],
  accounts: 'create',
  memberships: [
    {
      claim: 'groups',
      value: 'handlaggare',
      organisation: 'ale-kommun',
      municipality: 'ale',
      role: 'case-officer',
    },
  ],
};

// Time begins with the run, not with each worker.
if (process.env['TEST_WORKER_INDEX'] === undefined)
  for (const file of [clockFile, `${clockFile}.seen`]) rmSync(file, { force: true });

const root = fileURLToPath(new URL('..', import.meta.url));

/** The journeys run on the built product with example data in an embedded database of their own, without map tiles. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: '../test-results/journeys',
  // One embedded database serves all journeys: they take turns.
  workers: 1,
  retries: 0,
  // Two slow processors shared with others are enough.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    // A trace of every step takes a fifth of the time: ask for it with TRACE=1 when a journey fails.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'], channel: undefined } }],
  webServer: [
    {
      command: `node --import ./backend/test/support/typescript.mjs backend/test/support/processes/identity-provider.ts http://127.0.0.1:${port} ${identityPort}`,
      cwd: root,
      url: `http://127.0.0.1:${identityPort}/.well-known/openid-configuration`,
      timeout: 60_000,
      reuseExistingServer: false,
    },
    {
      command: 'node --import ./e2e/drivers/moving-clock.mjs --enable-source-maps backend/dist/src/main.js',
      cwd: root,
      url: `http://127.0.0.1:${port}/health/ready`,
      timeout: 300_000,
      reuseExistingServer: false,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
      env: {
        NODE_ENV: 'production',
        PORT: String(port),
        JOURNEY_CLOCK: clockFile,
        DATA_DIR: mkdtempSync(join(tmpdir(), 'lofteskartan-journeys-')),
        DEMO: 'on',
        DEMO_PASSWORD: demoPassword,
        MAP_TILES_URL: 'off',
        SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
        // Each piece of news is a mail at once: no journey waits a quarter of an hour.
        MAIL_DIGEST_MINUTES: '0',
        RATE_LIMITS: 'off',
        LOG_LEVEL: 'warn',
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        OIDC_ISSUERS: JSON.stringify([identityService]),
      },
    },
  ],
});
