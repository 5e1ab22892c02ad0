const collator = new Intl.Collator('sv', { numeric: true });

/** Sorts names as a Swedish index does (å, ä and ö last), which SQL cannot do on every database. */
export function inSwedishOrder<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return [...items].sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
}

/** Whether a name comes after another in a Swedish index. */
export function comesAfter(name: string, other: string): boolean {
  return collator.compare(name, other) > 0;
}

/** Whether a name, or a word in it, begins with what somebody typed; upper and lower case are alike. */
export function beginsLike(name: string, typed: string): boolean {
  const wanted = folded(typed).trim();
  const whole = folded(name);
  if (whole.startsWith(wanted)) return true;
  return [...whole.matchAll(/[\s\-/(]+/g)].some((gap) => whole.startsWith(wanted, gap.index + gap[0].length));
}

function folded(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('sv');
}
