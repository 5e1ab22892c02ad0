/** A cookie that an answer sets. Lifetimes are seconds; an empty value with lifetime 0 removes it. */
export interface ReplyCookie {
  readonly name: string;
  readonly value: string;
  readonly maxAgeSeconds?: number;
  /** Defaults to `/`. */
  readonly path?: string;
}

/**
 * An answer with more than a body: a status chosen at run time, cookies or headers. A controller returns it and the
 * endpoint interceptor sends it. Cookies are always httpOnly, SameSite=Lax and Secure under https.
 */
export class Reply<Body = unknown> {
  constructor(
    readonly status: number,
    readonly body: Body,
    readonly extras: {
      readonly cookies?: readonly ReplyCookie[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {}
}
