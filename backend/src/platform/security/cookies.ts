/** The name of the cookie that holds the token of a staff session. */
export const sessionCookie = 'session';

/** The cookies of a `Cookie` header by name. A value that cannot be decoded is left out; the first of a name wins. */
export function readCookies(header: string | undefined): Record<string, string> {
  const cookies = Object.create(null) as Record<string, string>;
  for (const pair of (header ?? '').split(';')) {
    const separator = pair.indexOf('=');
    if (separator < 1) continue;
    const name = pair.slice(0, separator).trim();
    if (name in cookies) continue;
    try {
      cookies[name] = decodeURIComponent(pair.slice(separator + 1).trim());
    } catch {
      continue;
    }
  }
  return cookies;
}
