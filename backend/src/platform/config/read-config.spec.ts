import { describe, expect, it } from '@jest/globals';
import { type Environment, readConfig, SettingError } from './read-config.js';

const cwd = '/srv/app';
const server = { DATABASE_URL: 'postgres://u:p@db:5432/x', SECRET_KEY: 'x'.repeat(32) };

describe('without any setting', () => {
  it('is the embedded database with demo data on this machine alone', () => {
    expect(readConfig({}, cwd)).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/srv/app/.data',
      database: { kind: 'embedded', folder: '/srv/app/.data/database' },
      files: { kind: 'folder', path: '/srv/app/.data/files' },
      secretKey: null,
      demo: true,
      demoPassword: null,
      publicUrl: 'http://localhost:3000',
      trustProxy: false,
      smtpUrl: null,
      mailFrom: 'lofteskartan@localhost',
      mailDigestMinutes: 15,
      quarantineDays: 30,
      mapTilesUrl: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
      geocoderUrl: null,
      embedOrigins: ['https://ale.se', 'https://www.ale.se', 'https://polisen.se'],
      logLevel: 'info',
      rateLimits: true,
      sessionIdleMinutes: 480,
      sessionHours: 24,
      oidcIssuers: [],
      localPasswords: true,
    });
  });
});

describe('a setting that can be used', () => {
  it.each<[string, Environment, string, unknown]>([
    ['nobody embeds', { EMBED_ORIGINS: 'off' }, 'embedOrigins', []],
    [
      'who embeds',
      { EMBED_ORIGINS: 'https://kungalv.se, http://localhost:8080' },
      'embedOrigins',
      ['https://kungalv.se', 'http://localhost:8080'],
    ],
    ['a port', { PORT: '8080' }, 'port', 8080],
    ['the port is in the default origin', { PORT: '8080' }, 'publicUrl', 'http://localhost:8080'],
    ['a free port', { PORT: '0' }, 'port', 0],
    ['an empty one is absent', { PORT: '' }, 'port', 3000],
    ['a relative folder', { DATA_DIR: 'kept' }, 'dataDir', '/srv/app/kept'],
    [
      'an absolute folder',
      { DATA_DIR: '/var/lib/lofte' },
      'database',
      { kind: 'embedded', folder: '/var/lib/lofte/database' },
    ],
    ['a server', server, 'database', { kind: 'server', url: 'postgres://u:p@db:5432/x' }],
    ['no demo beside a server', server, 'demo', false],
    ['demo beside a server when asked for', { ...server, DEMO: 'on' }, 'demo', true],
    ['no demo', { DEMO: 'off' }, 'demo', false],
    ['files in a folder', { FILES_URL: 'uploads' }, 'files', { kind: 'folder', path: '/srv/app/uploads' }],
    [
      'files by a file address',
      { FILES_URL: 'file:///var/up%20loads' },
      'files',
      { kind: 'folder', path: '/var/up loads' },
    ],
    [
      'files in a bucket of one’s own',
      { FILES_URL: 's3://key:se%2Fcret@minio:9000/bucket/some/where?region=local&tls=off' },
      'files',
      {
        kind: 's3',
        bucket: 'bucket',
        prefix: 'some/where/',
        region: 'local',
        accessKeyId: 'key',
        secretAccessKey: 'se/cret',
        endpoint: 'http://minio:9000',
      },
    ],
    [
      'files at Amazon',
      { FILES_URL: 's3://key:secret@/bucket?region=eu-west-1' },
      'files',
      {
        kind: 's3',
        bucket: 'bucket',
        prefix: '',
        region: 'eu-west-1',
        accessKeyId: 'key',
        secretAccessKey: 'secret',
        endpoint: null,
      },
    ],
    ['an origin', { PUBLIC_URL: 'https://lofte.example/' }, 'publicUrl', 'https://lofte.example'],
    ['no proxy', { TRUST_PROXY: 'off' }, 'trustProxy', false],
    ['one proxy', { TRUST_PROXY: 'on' }, 'trustProxy', 1],
    ['two proxies', { TRUST_PROXY: '2' }, 'trustProxy', 2],
    [
      'proxies by address',
      { TRUST_PROXY: 'loopback, 10.0.0.0/8, fd00::/8' },
      'trustProxy',
      ['loopback', '10.0.0.0/8', 'fd00::/8'],
    ],
    ['mail', { SMTP_URL: 'smtp://mail:1025' }, 'smtpUrl', 'smtp://mail:1025'],
    [
      'mail comes from the host that people see',
      { PUBLIC_URL: 'https://kartan.example' },
      'mailFrom',
      'lofteskartan@kartan.example',
    ],
    ['or from an address', { MAIL_FROM: 'svar@kommun.example' }, 'mailFrom', 'svar@kommun.example'],
    ['no tiles', { MAP_TILES_URL: 'off' }, 'mapTilesUrl', null],
    [
      'a geocoder',
      { GEOCODER_URL: 'https://photon.example.se/' },
      'geocoderUrl',
      'https://photon.example.se',
    ],
    [
      'tiles of one’s own',
      { MAP_TILES_URL: '/tiles/{z}/{x}/{y}.png' },
      'mapTilesUrl',
      '/tiles/{z}/{x}/{y}.png',
    ],
    ['a quieter log', { LOG_LEVEL: 'WARN' }, 'logLevel', 'warn'],
    ['a week of quarantine', { QUARANTINE_DAYS: '7' }, 'quarantineDays', 7],
    ['news mailed one by one', { MAIL_DIGEST_MINUTES: '0' }, 'mailDigestMinutes', 0],
    ['no limits', { RATE_LIMITS: 'off' }, 'rateLimits', false],
    ['a secret', { SECRET_KEY: 's'.repeat(40) }, 'secretKey', 's'.repeat(40)],
    ['a demo password', { DEMO_PASSWORD: 'lanternan' }, 'demoPassword', 'lanternan'],
  ])('%s', (_, env, setting, value) => {
    expect((readConfig(env, cwd) as unknown as Record<string, unknown>)[setting]).toEqual(value);
  });
});

describe('a setting that cannot be used is named', () => {
  it.each<[string, Environment, string]>([
    ['a word as port', { PORT: 'http' }, 'PORT'],
    ['a port too high', { PORT: '65536' }, 'PORT'],
    ['a half port', { PORT: '80.5' }, 'PORT'],
    ['another database', { DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL'],
    ['no address', { DATABASE_URL: 'db' }, 'DATABASE_URL'],
    ['a server without a secret', { DATABASE_URL: server.DATABASE_URL }, 'SECRET_KEY'],
    ['a short secret', { SECRET_KEY: 'short' }, 'SECRET_KEY'],
    ['a short demo password', { DEMO_PASSWORD: 'kort' }, 'DEMO_PASSWORD'],
    ['a maybe', { DEMO: 'maybe' }, 'DEMO'],
    ['files at an unknown place', { FILES_URL: 'ftp://host/x' }, 'FILES_URL'],
    ['a bucket without a key', { FILES_URL: 's3://host/bucket' }, 'FILES_URL'],
    ['a bucket with a maybe', { FILES_URL: 's3://k:s@host/bucket?tls=perhaps' }, 'FILES_URL'],
    ['an origin with a path', { PUBLIC_URL: 'https://ale.se/lofte' }, 'PUBLIC_URL'],
    ['an origin that is none', { PUBLIC_URL: 'ale.se' }, 'PUBLIC_URL'],
    ['a proxy by name', { TRUST_PROXY: 'nginx' }, 'TRUST_PROXY'],
    ['mail over the web', { SMTP_URL: 'https://mail' }, 'SMTP_URL'],
    ['mail from a name', { MAIL_FROM: 'Kommunen <svar@kommun.example>' }, 'MAIL_FROM'],
    ['no quarantine at all', { QUARANTINE_DAYS: '0' }, 'QUARANTINE_DAYS'],
    ['news that wait for hours', { MAIL_DIGEST_MINUTES: '61' }, 'MAIL_DIGEST_MINUTES'],
    ['tiles without places', { MAP_TILES_URL: 'https://tiles.example/' }, 'MAP_TILES_URL'],
    [
      'tiles that would break the CSP',
      { MAP_TILES_URL: "https://t.example/{z}/{x}/{y};script-src 'none'" },
      'MAP_TILES_URL',
    ],
    ['a loud log', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    ['a session without rest', { SESSION_IDLE_MINUTES: '5' }, 'SESSION_IDLE_MINUTES'],
    ['a session for ever', { SESSION_HOURS: '8760' }, 'SESSION_HOURS'],
    ['services that are no JSON', { OIDC_ISSUERS: '[{' }, 'OIDC_ISSUERS'],
    ['one service alone', { OIDC_ISSUERS: '{}' }, 'OIDC_ISSUERS'],
    ['no way to sign in', { LOCAL_PASSWORDS: 'off' }, 'LOCAL_PASSWORDS'],
    ['limits perhaps', { RATE_LIMITS: '5' }, 'RATE_LIMITS'],
  ])('%s', (_, env, variable) => {
    const reading = (): unknown => readConfig(env, cwd);
    expect(reading).toThrow(SettingError);
    expect(reading).toThrow(new RegExp(`^${variable} (must|is|has)`));
  });

  it('without telling passwords', () => {
    const reading = (): unknown => readConfig({ DATABASE_URL: 'mysql://u:hemligt@db/x' }, cwd);
    expect(reading).not.toThrow(/hemligt/);
  });
});
