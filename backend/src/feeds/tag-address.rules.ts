/** The year from which the platform names things by tags (RFC 4151). Never change it: readers would see everything as new. */
const tagYear = 2026;

/** A name that stays the same whatever becomes of its page's address. @param origin the platform's, or any address below it */
export function tagOf(origin: string, name: string): string {
  return `tag:${new URL(origin).hostname},${tagYear}:${name}`;
}
