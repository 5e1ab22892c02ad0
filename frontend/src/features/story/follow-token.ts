/**
 * A token as the server makes them: 32 random bytes on the receipt, or two parts with a dot between them in a mail. Anything else
 * behind `#` is an ordinary place on the page.
 */
const TOKEN = /^#?([A-Za-z0-9_.-]{20,128})$/;
const KEY = 'lofteskartan.follow';

function read(): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, string>) : {};
  } catch {
    return {};
  }
}

/**
 * The secret of a sender's page: what stands behind `#` in the address, else what this tab kept when it did (a jump on the
 * page overwrites it). It never becomes part of a request's address.
 */
export function followToken(reference: string, hash: string): string | null {
  const found = TOKEN.exec(hash)?.[1] ?? null;
  if (found === null) return read()[reference] ?? null;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...read(), [reference]: found }));
  } catch {
    // Without storage the address alone holds it.
  }
  return found;
}
