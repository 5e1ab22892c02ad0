import { randomUUID } from 'node:crypto';

/** What a call sends. */
export interface CallOptions {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** An `Idempotency-Key`; `true` makes a new one. */
  readonly key?: string | true;
  readonly followToken?: string;
  /** Multipart content instead of JSON. */
  readonly form?: FormData;
}

/** What came back. `body` is parsed JSON, or text. */
export interface ApiAnswer<Body = any> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export class Api {
  readonly cookies = new Map<string, string>();
  constructor(private readonly url: string) {}
}
