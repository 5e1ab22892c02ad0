import type { ApiAnswer } from './api.js';

/** The body of a call that has to succeed. */
export async function done<Body>(call: Promise<ApiAnswer<unknown>>): Promise<Body> {
  const { status, body } = await call;
  if (status >= 300) throw new Error(`${String(status)} ${JSON.stringify(body)}`);
  return body as Body;
}
