import type { OidcIssuer } from './oidc-issuers.js';

/** Where the data lies: PGlite in a folder, or a PostgreSQL server. */
export type DatabaseSetting =
  { readonly kind: 'embedded'; readonly folder: string } | { readonly kind: 'server'; readonly url: string };

/** Where uploaded files lie. */
export type FilesSetting =
  | { readonly kind: 'folder'; readonly path: string }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      readonly prefix: string;
      readonly region: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      /** Null for Amazon's own address. */
      readonly endpoint: string | null;
    };

/** How much is logged. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The settings that stay the same while the program runs. Inject it: `constructor(private readonly config: Config)`. */
export class Config {
  /** TCP port of the one HTTP server; 0 takes a free one. */
  readonly port: number;
  /** Address that the server listens on. */
  readonly host: string;
  /** Absolute path of the folder for what the program stores itself. */
  readonly dataDir: string;
  readonly database: DatabaseSetting;
  readonly files: FilesSetting;
  /** At least 32 characters; every key is derived from it. */
  readonly secretKey: string;
  /** Whether example data and example staff are there. */
  readonly demo: boolean;
  /** The password of the example staff, or null for a random one. */
  readonly demoPassword: string | null;
  /** The origin that people see, without a slash at the end, such as `https://lofteskartan.ale.se`. */
  readonly publicUrl: string;
  /** Express's `trust proxy`: false, a number of proxies, or their addresses. */
  readonly trustProxy: false | number | readonly string[];
  /** Mail server, or null when no mail is sent. */
  readonly smtpUrl: string | null;
  /** The address that mails come from. */
  readonly mailFrom: string;
  /** How long a mail about news waits for more of them after the first; 0 sends each at once. */
  readonly mailDigestMinutes: number;
  /** For how many days that which was probably sent by a machine is kept. */
  readonly quarantineDays: number;
  /** Template of map tiles with `{z}`, `{x}` and `{y}`, or null for none. */
  readonly mapTilesUrl: string | null;
  /** A geocoder that speaks as Photon does, without a slash at the end, or null for none. */
  readonly geocoderUrl: string | null;
  /** Origins whose pages may show our progress in a frame, such as `https://ale.se`. */
  readonly embedOrigins: readonly string[];
  readonly logLevel: LogLevel;
  /** Whether calls are counted and refused when there are too many. */
  readonly rateLimits: boolean;
  /** A staff session ends when nothing was done in it for so long. */
  readonly sessionIdleMinutes: number;
  /** A staff session ends so long after the sign-in, whatever was done in it. */
  readonly sessionHours: number;
  /** Services that staff can sign in with. */
  readonly oidcIssuers: readonly OidcIssuer[];
  /** Whether staff can sign in with a password of this installation. */
  readonly localPasswords: boolean;

  constructor(settings: Config) {
    Object.assign(this, settings);
    Object.freeze(this);
  }
}
