import { SettingError } from './setting-error.js';

/** A rule that turns a claim of a sign-in service into a membership, by slugs. */
export interface ClaimRule {
  readonly claim: string;
  /** The claim's value, or one of them where it holds a list. */
  readonly value: string;
  readonly organisation: string;
  readonly municipality: string;
  readonly role: string;
}

/** A service that staff sign in with (OpenID Connect). */
export interface OidcIssuer {
  /** A short name for addresses and rows, such as `ale`. Never change it once people have signed in. */
  readonly id: string;
  /** The name on the button. */
  readonly name: string;
  /** The issuer's address, below which its discovery document lies. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client, which has PKCE alone. */
  readonly clientSecret: string | null;
  readonly scopes: readonly string[];
  /** Which claims hold the address and the name. */
  readonly claims: { readonly email: string; readonly name: string };
  readonly memberships: readonly ClaimRule[];
  /** Whether a person whom nobody has invited gets an account at the first sign-in. */
  readonly accounts: 'create' | 'invited';
  /** Domains whose addresses this service alone gives out: there, an account may be found by its address. */
  readonly trustedDomains: readonly string[];
  /** A value that the claim `amr` must hold, such as `mfa`; null where the service is left to see to the second factor. */
  readonly requiredAmr: string | null;
}

const variable = 'OIDC_ISSUERS';
const slug = /^[a-z][a-z0-9-]{0,59}$/;
const roles = ['police-officer', 'case-officer', 'coordinator', 'admin'];
const known = [
  'id',
  'name',
  'issuer',
  'clientId',
  'clientSecret',
  'scopes',
  'claims',
  'memberships',
  'accounts',
  'trustedDomains',
  'requiredAmr',
];

/**
 * Reads the sign-in services from JSON. What is wrong is named by its place; no value is repeated: it may be a secret.
 * @throws SettingError
 */
export function readOidcIssuers(text: string | null): readonly OidcIssuer[] {
  if (text === null) return [];
  const parsed = parse(text);
  if (!Array.isArray(parsed))
    throw wrong('must be a JSON list of sign-in services, or a file that holds one.');
  const issuers = parsed.map((each, index) => readIssuer(new Part(each, `[${index}]`)));
  for (const key of ['id', 'issuer'] as const) {
    const values = new Set(issuers.map((issuer) => issuer[key]));
    if (values.size < issuers.length) throw wrong(`has the same ${key} twice.`);
  }
  return issuers;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong('must be valid JSON.');
  }
}

function wrong(explanation: string): SettingError {
  return new SettingError(variable, explanation);
}

function readIssuer(part: Part): OidcIssuer {
  part.knowsOnly(known);
  const claims = part.object('claims');
  claims.knowsOnly(['email', 'name']);
  const scopes = part.texts('scopes', ['openid', 'profile', 'email']);
  return {
    id: part.text('id', slug),
    name: part.text('name'),
    issuer: readAddress(part),
    clientId: part.text('clientId'),
    clientSecret: part.optional('clientSecret'),
    scopes: scopes.includes('openid') ? scopes : ['openid', ...scopes],
    claims: { email: claims.optional('email') ?? 'email', name: claims.optional('name') ?? 'name' },
    memberships: part.objects('memberships').map(readRule),
    accounts: part.optional('accounts', /^(create|invited)$/) === 'create' ? 'create' : 'invited',
    trustedDomains: part.texts('trustedDomains', []).map((domain) => domain.toLowerCase()),
    requiredAmr: part.optional('requiredAmr'),
  };
}

function readRule(part: Part): ClaimRule {
  part.knowsOnly(['claim', 'value', 'organisation', 'municipality', 'role']);
  return {
    claim: part.text('claim'),
    value: part.text('value'),
    organisation: part.text('organisation', slug),
    municipality: part.text('municipality', slug),
    role: part.text('role', new RegExp(`^(${roles.join('|')})$`)),
  };
}

/** https, or http on this machine for trials. */
function readAddress(part: Part): string {
  const text = part.text('issuer');
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHere = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || (url.protocol !== 'https:' && !isHere)) {
    throw wrong(`${part.place}.issuer must be an address that begins with https://.`);
  }
  return text;
}

/** A part of the setting, whose place a fault is told by. */
class Part {
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(
    value: unknown,
    readonly place: string,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw wrong(`${place} must be an object.`);
    }
    this.values = value as Record<string, unknown>;
  }

  knowsOnly(names: readonly string[]): void {
    const unknown = Object.keys(this.values).find((name) => !names.includes(name));
    if (unknown !== undefined) throw wrong(`${this.place} has something unknown: ${unknown}.`);
  }

  optional(name: string, pattern = /./s): string | null {
    const value = this.values[name];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' || !pattern.test(value)) {
      throw wrong(`${this.place}.${name} is not what it should be: see .env.example.`);
    }
    return value;
  }

  text(name: string, pattern?: RegExp): string {
    const value = this.optional(name, pattern);
    if (value === null) throw wrong(`${this.place}.${name} is missing.`);
    return value;
  }

  texts(name: string, otherwise: readonly string[]): readonly string[] {
    const value = this.values[name];
    if (value === undefined) return otherwise;
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'string' && each !== '')) {
      throw wrong(`${this.place}.${name} must be a list of texts.`);
    }
    return value as string[];
  }

  object(name: string): Part {
    return new Part(this.values[name] ?? {}, `${this.place}.${name}`);
  }

  objects(name: string): Part[] {
    const value = this.values[name] ?? [];
    if (!Array.isArray(value)) throw wrong(`${this.place}.${name} must be a list.`);
    return value.map((each, index) => new Part(each, `${this.place}.${name}[${index}]`));
  }
}
