import { randomUUID } from 'node:crypto';
import type { ContractCheck } from './contract-check.js';

/** What a call sends. */
export interface CallOptions {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number | readonly (string | number)[] | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** An `Idempotency-Key`; `true` makes a new one. */
  readonly key?: string | true;
  readonly followToken?: string;
  /** Multipart content instead of JSON. */
  readonly form?: FormData;
}

/** What came back. `body` is parsed JSON, bytes, text or null. */
export interface ApiAnswer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A problem as every refusal answers it. */
export interface ProblemBody {
  readonly code: string;
  readonly detail: string;
  readonly errors?: { readonly field: string; readonly code: string; readonly message: string }[];
}

/**
 * A caller of the API with cookies of its own. Every answer is held against the served OpenAPI document: its status must be
 * documented for the call and its body must fit, or the test fails.
 */
export class Api {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly contract: ContractCheck,
  ) {}

  /** Another caller of the same application, without cookies. */
  other(): Api {
    return new Api(this.url, this.contract);
  }

  get<Body = unknown>(path: string, options?: CallOptions): Promise<ApiAnswer<Body>> {
    return this.call('GET', path, options);
  }
  post<Body = unknown>(path: string, options?: CallOptions): Promise<ApiAnswer<Body>> {
    return this.call('POST', path, options);
  }
  patch<Body = unknown>(path: string, options?: CallOptions): Promise<ApiAnswer<Body>> {
    return this.call('PATCH', path, options);
  }
  put<Body = unknown>(path: string, options?: CallOptions): Promise<ApiAnswer<Body>> {
    return this.call('PUT', path, options);
  }
  delete<Body = unknown>(path: string, options?: CallOptions): Promise<ApiAnswer<Body>> {
    return this.call('DELETE', path, options);
  }

  /** @param path below `/api/v1`, or an address that begins with `/health` or `/api` */
  async call<Body>(method: string, path: string, options: CallOptions = {}): Promise<ApiAnswer<Body>> {
    const address = new URL(
      /^\/(health|api|embed)([./]|$)|\.(atom|ics)$/.test(path) ? path : `/api/v1${path}`,
      this.url,
    );
    for (const [name, value] of Object.entries(options.query ?? {})) {
      for (const each of [value].flat())
        if (each !== undefined) address.searchParams.append(name, String(each));
    }
    const response = await fetch(address, {
      method,
      redirect: 'manual',
      headers: this.headersOf(options),
      body: options.form ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
    });
    this.keepCookies(response.headers.getSetCookie());
    const body = await readBody(response);
    await this.contract.check(method, address.pathname, response, body);
    return { status: response.status, headers: response.headers, body: body as Body };
  }

  private headersOf({ body, key, followToken, headers }: CallOptions): Record<string, string> {
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(key === undefined ? {} : { 'Idempotency-Key': key === true ? randomUUID() : key }),
      ...(followToken === undefined ? {} : { 'Follow-Token': followToken }),
      ...(cookies ? { Cookie: cookies } : {}),
      ...headers,
    };
  }

  private keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

async function readBody(response: Response): Promise<unknown> {
  const media = response.headers.get('Content-Type') ?? '';
  if (/json/.test(media)) {
    const text = await response.text();
    return text === '' ? null : (JSON.parse(text) as unknown);
  }
  if (media.startsWith('text/')) return response.text();
  const bytes = Buffer.from(await response.arrayBuffer());
  return bytes.length === 0 ? null : bytes;
}
