import type { FieldProblem, ProblemDetails } from '@lofteskartan/shared/contracts/problem';

const BASE = '/api/v1';
const PATIENCE_MS = 20_000;
const UPLOAD_PATIENCE_MS = 120_000;

/** What went wrong before an answer came: these codes are the client's own, all others are the server's. */
export type NetworkCode = 'network.offline' | 'network.timeout' | 'network.unreachable' | 'network.aborted';

/**
 * The one error that the api client throws: the server's problem details, or a failure of the network (`status` 0).
 * `code` is stable for programs; `detail` is a sentence in the chosen language when the server wrote one.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldProblem[] = [],
    /** Seconds to wait before a new attempt, from Retry-After. */
    readonly retryAfter: number | null = null,
  ) {
    super(`${String(status)} ${code}`);
  }

  /** True when nothing is known about what the server did: sending again with the same key is safe and right. */
  get isNetwork(): boolean {
    return this.status === 0;
  }

  /** The message for one field of the input, if the server had something to say about it. */
  messageFor(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.message;
  }
}

/** The values that a query may hold; arrays become repeated parameters, undefined and null are left out. */
export type Query = Record<
  string,
  string | number | boolean | readonly (string | number)[] | null | undefined
>;

export interface RequestOptions {
  query?: Query;
  /** From `newKey()`, kept with the draft: the same key makes a repeated sending harmless. */
  idempotencyKey?: string;
  /** The sender's token, only ever in a header. */
  followToken?: string;
  /** Sends no cookie: what is sent can be joined to nothing else that this device does. */
  anonymous?: boolean;
  /** Ends the request; TanStack Query passes its own. */
  signal?: AbortSignal;
}

let language = 'sv';

/** Told by i18n; the server answers errors in this language. */
export function answerIn(chosen: string): void {
  language = chosen;
}

let isInUse = (): boolean => true;

/** Told by the workplace: whether somebody is at the page. What it asks by itself must not keep a session running. */
export function askedBySomebody(check: () => boolean): void {
  isInUse = check;
}

/** A new idempotency key (36 characters). Make one per intention, not per attempt. */
export function newKey(): string {
  // randomUUID exists only on secure pages; a pilot on a plain address in the local network still has to work.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** A path with its query, without the base: `withQuery('/proposals', { kind: ['idea'] })`. */
export function withQuery(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

function isProblemDetails(body: unknown): body is ProblemDetails {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

async function problemFrom(response: Response): Promise<Problem> {
  const retry = Number(response.headers.get('retry-after'));
  const retryAfter = Number.isFinite(retry) && retry > 0 ? retry : null;
  const body: unknown = await response.json().catch(() => null);
  if (isProblemDetails(body))
    return new Problem(response.status, body.code, body.detail, body.errors, retryAfter);
  return new Problem(response.status, `http.${String(response.status)}`, '', [], retryAfter);
}

function networkProblem(signal: AbortSignal | undefined, patience: AbortSignal): Problem {
  let code: NetworkCode = 'network.unreachable';
  if (signal?.aborted) code = 'network.aborted';
  else if (patience.aborted) code = 'network.timeout';
  else if (typeof navigator !== 'undefined' && !navigator.onLine) code = 'network.offline';
  return new Problem(0, code, '');
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await response.text();
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

async function request(
  method: string,
  path: string,
  body: unknown,
  options: RequestOptions,
  read: (response: Response) => Promise<unknown> = readJson,
): Promise<unknown> {
  const isForm = body instanceof FormData;
  const headers = new Headers({
    Accept: read === readJson ? 'application/json' : '*/*',
    'Accept-Language': language,
  });
  if (body !== undefined && !isForm) headers.set('Content-Type', 'application/json');
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
  if (!isInUse()) headers.set('Session-Use', 'background');
  if (options.followToken) headers.set('Follow-Token', options.followToken);

  // AbortSignal.any is missing on phones of 2022, so both signals are tied by hand.
  const patience = new AbortController();
  const timer = setTimeout(
    () => {
      patience.abort();
    },
    isForm ? UPLOAD_PATIENCE_MS : PATIENCE_MS,
  );
  const either = new AbortController();
  const abort = () => {
    either.abort();
  };
  patience.signal.addEventListener('abort', abort, { once: true });
  options.signal?.addEventListener('abort', abort, { once: true });
  if (options.signal?.aborted) abort();

  try {
    const response = await fetch(BASE + withQuery(path, options.query), {
      method,
      headers,
      body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
      credentials: options.anonymous ? 'omit' : 'same-origin',
      signal: either.signal,
    });
    if (!response.ok) throw await problemFrom(response);
    return await read(response);
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof SyntaxError) throw new Problem(502, 'answer.unreadable', '');
    throw networkProblem(options.signal, patience.signal);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', abort);
  }
}

/**
 * The api client. `T` is the contract class of the answer:
 * `api.get<ProposalStory>('/proposals/ALE-7K3F9', { signal })`. Throws `Problem` and nothing else.
 */
export const api = {
  get: <T>(path: string, options: RequestOptions = {}) =>
    request('GET', path, undefined, options) as Promise<T>,
  post: <T>(path: string, body?: object, options: RequestOptions = {}) =>
    request('POST', path, body, options) as Promise<T>,
  patch: <T>(path: string, body: object, options: RequestOptions = {}) =>
    request('PATCH', path, body, options) as Promise<T>,
  put: <T>(path: string, body: object, options: RequestOptions = {}) =>
    request('PUT', path, body, options) as Promise<T>,
  /** A file that needs a header, such as one's own data. */
  file: (path: string, options: RequestOptions = {}) =>
    request('GET', path, undefined, options, (response) => response.blob()) as Promise<Blob>,
  /** A picture that needs a header, such as a photo that only its sender may see; `address` as an answer gave it. */
  picture: (address: string, options: RequestOptions = {}) =>
    request('GET', address.replace(BASE, ''), undefined, options, (response) =>
      response.blob(),
    ) as Promise<Blob>,
  delete: <T = void>(path: string, options: RequestOptions = {}) =>
    request('DELETE', path, undefined, options) as Promise<T>,
};
