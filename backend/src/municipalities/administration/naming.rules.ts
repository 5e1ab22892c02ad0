import type { FieldCode } from '../../platform/problem/codes.js';

/** First words of addresses that belong to the product itself. */
const reservedSlugs: ReadonlySet<string> = new Set([
  'admin',
  'api',
  'arbete',
  'assets',
  'embed',
  'favicon',
  'health',
  'index',
  'live',
  'logga-in',
  'manifest',
  'metrics',
  'pictures',
  'robots',
  'share',
  'sitemap',
  'static',
  'well-known',
]);

/** What a new municipality would be called in addresses and numbers, and which of it another has already. */
export interface TownNames {
  readonly slug: string;
  readonly taken: { readonly slug: boolean; readonly code: boolean; readonly referencePrefix: boolean };
}

/** What is wrong with the names of a new municipality. */
export function namingFaults({ slug, taken }: TownNames): { field: string; code: FieldCode }[] {
  const faults: { field: string; code: FieldCode }[] = [];
  if (reservedSlugs.has(slug)) faults.push({ field: 'slug', code: 'reserved' });
  for (const field of ['slug', 'code', 'referencePrefix'] as const)
    if (taken[field]) faults.push({ field, code: 'taken' });
  return faults;
}
