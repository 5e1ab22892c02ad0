const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', ß: 'ss' };

/** The name that something gets in addresses: `Älvängen Norra` is `alvangen-norra`. @param otherwise when no letter is left. */
export function slugOf(name: string, otherwise = 'namn'): string {
  const plain = name
    .toLocaleLowerCase('sv')
    .replace(/[æøß]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50)
    .replace(/-$/, '');
  return plain || otherwise;
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  const others = new Set(taken);
  let free = slug;
  for (let number = 2; others.has(free); number += 1) free = `${slug}-${number}`;
  return free;
}
