import type { PromiseContent } from '@lofteskartan/shared/promise-content';

/** A name for addresses: small letters and digits with hyphens, `å` and `ä` as `a`, `ö` as `o`. */
export function slugOf(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 50).replace(/-+$/, '');
}

/** A slug that none of the taken ones is: with a number after it where it has to be. */
export function freeSlug(text: string, taken: ReadonlySet<string>, otherwise: string): string {
  const base = slugOf(text) || otherwise;
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

/** The content with names for addresses for focus areas that no earlier version had; the others keep theirs. */
export function withSettledAreas(content: PromiseContent, earlier: readonly string[]): PromiseContent {
  const taken = new Set(earlier);
  const settled = new Map<string, string>();
  for (const { slug, name } of content.focusAreas) {
    const own = earlier.includes(slug) ? slug : freeSlug(name.sv, taken, 'omrade');
    taken.add(own);
    settled.set(slug, own);
  }
  const of = (slug: string): string => settled.get(slug) ?? slug;
  return {
    ...content,
    focusAreas: content.focusAreas.map((area) => ({ ...area, slug: of(area.slug) })),
    commitments: content.commitments.map((each) => ({ ...each, focusArea: of(each.focusArea) })),
  };
}
