const collator = new Intl.Collator('sv', { numeric: true });

/** Orders names as a Swedish index does (å, ä and ö last), which SQL cannot do on every database; on a tie the next names decide. */
export function swedishOrder(names: readonly string[], others: readonly string[]): number {
  for (const [index, name] of names.entries()) {
    const order = collator.compare(name, others[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** Items in Swedish order of their names. */
export function inSwedishOrder<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): Item[] {
  return [...items].sort((a, b) => swedishOrder(namesOf(a), namesOf(b)));
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
