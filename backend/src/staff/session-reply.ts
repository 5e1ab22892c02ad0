import type { Config } from '../platform/config/config.js';
import { Reply } from '../platform/reply.js';
import { sessionCookie } from '../platform/security/cookies.js';

/** An answer that puts a session's token into the cookie. No cache keeps it. */
export function sessionReply<Body>(
  status: number,
  body: Body,
  token: string,
  { sessionHours }: Pick<Config, 'sessionHours'>,
): Reply<Body> {
  return new Reply(status, body, {
    cookies: [{ name: sessionCookie, value: token, maxAgeSeconds: sessionHours * 3600 }],
    headers: { 'Cache-Control': 'no-store' },
  });
}
