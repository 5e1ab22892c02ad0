import { REFERENCE_ALPHABET, REFERENCE_PATTERN } from '@lofteskartan/shared/vocabulary';

/** Length of a number's own part as the product makes it; the contract allows up to eight. */
const USUAL = 5;
const TAIL = new RegExp(`^[${REFERENCE_ALPHABET}]{5,8}$`);

/** The letters before the hyphen, as most of the numbers have them; null when there are no numbers to learn from. */
export function prefixOf(references: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const reference of references) {
    const [prefix] = reference.split('-');
    if (prefix) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

/**
 * Reads a number as people write it: "ale 7k3f9", "ALE–7K3F9", "ALE7K3F9", or the last characters alone.
 * @param prefix the letters that numbers here begin with, when they are known
 * @returns the number as the contract writes it, or null when it cannot be one
 */
export function readReference(typed: string, prefix: string | null): string | null {
  const parts = typed
    .toUpperCase()
    .split(/[^A-ZÅÄÖ0-9]+/)
    .filter(Boolean);
  const whole = parts.join('');
  const valid = (first: string, tail: string) => {
    const reference = `${first}-${tail}`;
    return REFERENCE_PATTERN.test(reference) ? reference : null;
  };
  if (prefix !== null) {
    const known = whole.startsWith(prefix) ? valid(prefix, whole.slice(prefix.length)) : null;
    if (known) return known;
    if (TAIL.test(whole)) return valid(prefix, whole);
  }
  const [first = '', ...rest] = parts;
  if (rest.length > 0) return valid(first, rest.join(''));
  return valid(whole.slice(0, -USUAL), whole.slice(-USUAL));
}
