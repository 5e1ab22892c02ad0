import { isAbsolute, join, resolve } from 'node:path';
import { Config, logLevels, type DatabaseSetting, type FilesSetting, type LogLevel } from './config.js';
import { readOidcIssuers } from './oidc-issuers.js';
import { SettingError } from './setting-error.js';

export { SettingError };

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings before a secret has been found or made: null says that the embedded database may make one. */
export type Settings = Omit<Config, 'secretKey'> & { readonly secretKey: string | null };

const osmTiles = 'https://tile.openstreetmap.org/{z}/{x}/{y}.png';
const shortestSecret = 32;
const embeddedBy = 'https://ale.se https://www.ale.se https://polisen.se';

/**
 * Reads and checks every setting. Pure: it touches no file.
 * @param env environment variables; an empty one counts as absent
 * @param cwd absolute folder that relative paths start from
 * @throws SettingError for the first setting that cannot be used
 */
export function readConfig(env: Environment, cwd: string): Settings {
  const read = new Reader(env, cwd);
  const port = read.wholeNumber('PORT', 3000, 0, 65_535);
  const host = read.text('HOST') ?? '127.0.0.1';
  const dataDir = read.path('DATA_DIR') ?? resolve(cwd, '.data');
  const database = readDatabase(read, dataDir);
  const embedded = database.kind === 'embedded';
  const publicUrl = readPublicUrl(read, port);
  const oidcIssuers = readOidcIssuers(read.text('OIDC_ISSUERS'));
  return {
    port,
    host,
    dataDir,
    database,
    files: readFiles(read, dataDir),
    secretKey: readSecret(read, embedded),
    demo: read.onOff('DEMO', embedded),
    demoPassword: readDemoPassword(read),
    publicUrl,
    trustProxy: readTrustProxy(read),
    smtpUrl: readSmtp(read),
    mailFrom: readMailFrom(read, publicUrl),
    mailDigestMinutes: read.wholeNumber('MAIL_DIGEST_MINUTES', 15, 0, 60),
    quarantineDays: read.wholeNumber('QUARANTINE_DAYS', 30, 1, 365),
    mapTilesUrl: readMapTiles(read),
    geocoderUrl: readGeocoder(read),
    embedOrigins: readEmbedOrigins(read),
    logLevel: readLogLevel(read),
    rateLimits: read.onOff('RATE_LIMITS', true),
    sessionIdleMinutes: read.wholeNumber('SESSION_IDLE_MINUTES', 8 * 60, 10, 24 * 60),
    sessionHours: read.wholeNumber('SESSION_HOURS', 24, 1, 30 * 24),
    oidcIssuers,
    localPasswords: readLocalPasswords(read, oidcIssuers.length > 0),
  };
}

class Reader {
  constructor(
    private readonly env: Environment,
    private readonly cwd: string,
  ) {}

  text(variable: string): string | null {
    return this.env[variable]?.trim() || null;
  }

  path(variable: string): string | null {
    const text = this.text(variable);
    return text === null ? null : resolve(this.cwd, text);
  }

  wholeNumber(variable: string, otherwise: number, min: number, max: number): number {
    const text = this.text(variable);
    if (text === null) return otherwise;
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < min || number > max) {
      throw new SettingError(variable, `must be a whole number from ${min} to ${max}, but is "${text}".`);
    }
    return number;
  }

  onOff(variable: string, otherwise: boolean): boolean {
    const text = this.text(variable);
    if (text === null) return otherwise;
    const answer = yesOrNo(text);
    if (answer === null) throw new SettingError(variable, `must be "on" or "off", but is "${text}".`);
    return answer;
  }

  /** A URL with one of the protocols. What it holds is never repeated in the message: it may be a password. */
  url(variable: string, protocols: readonly string[], example: string): URL | null {
    const text = this.text(variable);
    if (text === null) return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !protocols.includes(url.protocol)) {
      throw new SettingError(variable, `must be an address such as ${example}.`);
    }
    return url;
  }
}

function yesOrNo(text: string): boolean | null {
  if (['on', 'true', '1', 'yes'].includes(text.toLowerCase())) return true;
  return ['off', 'false', '0', 'no'].includes(text.toLowerCase()) ? false : null;
}

/** Where addresses are looked up; the server alone speaks with it. */
function readGeocoder(read: Reader): string | null {
  const url = read.url('GEOCODER_URL', ['http:', 'https:'], 'https://photon.example.se');
  return url === null ? null : `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function readDatabase(read: Reader, dataDir: string): DatabaseSetting {
  const example = 'postgres://user:password@host:5432/database';
  const url = read.url('DATABASE_URL', ['postgres:', 'postgresql:'], example);
  if (!url) return { kind: 'embedded', folder: join(dataDir, 'database') };
  return { kind: 'server', url: read.text('DATABASE_URL') ?? '' };
}

function readFiles(read: Reader, dataDir: string): FilesSetting {
  const text = read.text('FILES_URL');
  if (text === null) return { kind: 'folder', path: join(dataDir, 'files') };
  if (text.startsWith('s3:')) return readS3(read);
  if (text.startsWith('file://')) {
    const path = decodeURIComponent(new URL(text).pathname);
    return { kind: 'folder', path };
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(text) && !isAbsolute(text)) {
    throw new SettingError('FILES_URL', 'must be a folder or an address that begins with s3://.');
  }
  return { kind: 'folder', path: read.path('FILES_URL') ?? text };
}

/** `s3://key:secret@host:port/bucket/prefix?region=…&tls=off`; without a host part it is Amazon's: `s3://key:secret@/bucket`. */
function readS3(read: Reader): FilesSetting {
  const example = 's3://key:secret@minio.example:9000/bucket?region=eu-north-1&tls=on';
  const parts = /^s3:\/\/([^:@/]+):([^@/]+)@([^/]*)\/([^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(
    read.text('FILES_URL') ?? '',
  );
  if (!parts) throw new SettingError('FILES_URL', `must look like ${example}.`);
  const [, key = '', secret = '', host = '', bucket = '', prefix = '', query = ''] = parts;
  const options = new URLSearchParams(query);
  const tls = yesOrNo(options.get('tls') ?? 'on');
  if (tls === null) throw new SettingError('FILES_URL', 'has a "tls" that is neither "on" nor "off".');
  const endpoint = host ? `${tls ? 'https' : 'http'}://${host}` : null;
  if (endpoint && !URL.canParse(endpoint)) throw new SettingError('FILES_URL', `must look like ${example}.`);
  return {
    kind: 's3',
    bucket,
    prefix: prefix.replace(/\/*$/, prefix ? '/' : ''),
    region: options.get('region') ?? 'eu-north-1',
    accessKeyId: decodeURIComponent(key),
    secretAccessKey: decodeURIComponent(secret),
    endpoint,
  };
}

function readSecret(read: Reader, embedded: boolean): string | null {
  const secret = read.text('SECRET_KEY');
  if (secret === null) {
    if (embedded) return null;
    throw new SettingError(
      'SECRET_KEY',
      `is required with DATABASE_URL: at least ${shortestSecret} random characters.`,
    );
  }
  if (secret.length < shortestSecret) {
    throw new SettingError(
      'SECRET_KEY',
      `must have at least ${shortestSecret} characters, but has ${secret.length}.`,
    );
  }
  return secret;
}

function readDemoPassword(read: Reader): string | null {
  const password = read.text('DEMO_PASSWORD');
  if (password !== null && password.length < 8) {
    throw new SettingError('DEMO_PASSWORD', 'must have at least 8 characters.');
  }
  return password;
}

function readPublicUrl(read: Reader, port: number): string {
  const url = read.url('PUBLIC_URL', ['http:', 'https:'], 'https://lofteskartan.example');
  if (!url) return `http://localhost:${port}`;
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new SettingError(
      'PUBLIC_URL',
      'must be an origin alone, without a path: https://lofteskartan.example.',
    );
  }
  return url.origin;
}

/** Proxies in front: `off`, their number, or their addresses and nets. `on` means one. */
function readTrustProxy(read: Reader): Config['trustProxy'] {
  const text = read.text('TRUST_PROXY')?.toLowerCase();
  if (text === undefined || ['off', 'false', 'no', '0'].includes(text)) return false;
  if (['on', 'true', 'yes'].includes(text)) return 1;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const addresses = text.split(',').map((each) => each.trim());
  const known = /^(loopback|linklocal|uniquelocal|[\d.]+(\/\d{1,2})?|[\da-f:]*:[\da-f:.]*(\/\d{1,3})?)$/;
  if (!addresses.every((each) => known.test(each))) {
    throw new SettingError(
      'TRUST_PROXY',
      'must be "off", the number of proxies, or their addresses with commas.',
    );
  }
  return addresses;
}

function readSmtp(read: Reader): string | null {
  const url = read.url('SMTP_URL', ['smtp:', 'smtps:'], 'smtp://user:password@mail.example:587');
  return url && read.text('SMTP_URL');
}

/** An address alone; by default one at the host that people see. */
function readMailFrom(read: Reader, publicUrl: string): string {
  const text = read.text('MAIL_FROM') ?? `lofteskartan@${new URL(publicUrl).hostname}`;
  if (!/^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/.test(text)) {
    throw new SettingError('MAIL_FROM', 'must be an address alone, such as lofteskartan@kommun.example.');
  }
  return text;
}

function readMapTiles(read: Reader): string | null {
  const text = read.text('MAP_TILES_URL') ?? osmTiles;
  if (text.toLowerCase() === 'off') return null;
  const hasPlaces = ['{z}', '{x}', '{y}'].every((place) => text.includes(place));
  const isAddress = /^https?:\/\/(\{s\}\.)?[a-z0-9.:-]+\//i.test(text) || /^\/(?!\/)/.test(text);
  if (!hasPlaces || !isAddress || /[\s;,'"]/.test(text)) {
    throw new SettingError(
      'MAP_TILES_URL',
      `must be "off" or an address with {z}, {x} and {y}, such as ${osmTiles}.`,
    );
  }
  return text;
}

/** Origins with spaces or commas between them, or `off`. They stand in a header, so nothing else may. */
function readEmbedOrigins(read: Reader): readonly string[] {
  const text = read.text('EMBED_ORIGINS') ?? embeddedBy;
  if (text.toLowerCase() === 'off') return [];
  const origins = text.split(/[\s,]+/).filter((each) => each !== '');
  if (!origins.every((each) => /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i.test(each))) {
    throw new SettingError(
      'EMBED_ORIGINS',
      `must be "off" or origins without a path, with spaces between them: ${embeddedBy}.`,
    );
  }
  return origins.map((each) => each.toLowerCase());
}

/** Without passwords and without a service nobody could sign in. */
function readLocalPasswords(read: Reader, hasIssuers: boolean): boolean {
  const localPasswords = read.onOff('LOCAL_PASSWORDS', true);
  if (!localPasswords && !hasIssuers) {
    throw new SettingError(
      'LOCAL_PASSWORDS',
      'must stay on while OIDC_ISSUERS names no service to sign in with.',
    );
  }
  return localPasswords;
}

function readLogLevel(read: Reader): LogLevel {
  const text = read.text('LOG_LEVEL') ?? 'info';
  const level = logLevels.find((each) => each === text.toLowerCase());
  if (!level)
    throw new SettingError('LOG_LEVEL', `must be one of ${logLevels.join(', ')}, but is "${text}".`);
  return level;
}
