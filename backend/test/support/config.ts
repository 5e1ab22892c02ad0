import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from '../../src/platform/config/config.js';
import { testDatabaseUrl } from './test-run.js';

/** Settings for a test, on this run's database and in a folder of their own. */
export function testConfig(changes: Partial<Config> = {}): Config {
  const dataDir = changes.dataDir ?? mkdtempSync(join(tmpdir(), 'lofteskartan-test-'));
  return new Config({
    port: 0,
    host: '127.0.0.1',
    dataDir,
    database: { kind: 'server', url: testDatabaseUrl() },
    files: { kind: 'folder', path: join(dataDir, 'files') },
    secretKey: 'a secret that only the tests know, 1234567890',
    demo: false,
    demoPassword: null,
    publicUrl: 'http://localhost:3000',
    trustProxy: false,
    smtpUrl: null,
    mailFrom: 'lofteskartan@kartan.example',
    mailDigestMinutes: 15,
    quarantineDays: 30,
    mapTilesUrl: null,
    geocoderUrl: null,
    embedOrigins: ['https://ale.example', 'https://polisen.example'],
    logLevel: 'silent',
    rateLimits: false,
    sessionIdleMinutes: 480,
    sessionHours: 24,
    oidcIssuers: [],
    localPasswords: true,
    ...changes,
  });
}
