import { isIPv6 } from 'node:net';

/**
 * Whom an address stands for: an IPv4 address itself; of an IPv6 address the first 64 bits, because one household or
 * school is given all that follow.
 */
export function addressSubject(address: string | undefined): string {
  const plain = (address ?? '').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(plain)) return plain;
  return `${firstGroups(plain).slice(0, 4).join(':')}::/64`;
}

function firstGroups(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  // A dotted IPv4 at the end takes the room of two groups.
  const afterLength = after.length + (after.at(-1)?.includes('.') ? 1 : 0);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - afterLength);
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}
