/** What stands in a reply template where staff write something of their own. */
const GAP = '…';
/** So many characters before it tell it from one that somebody means. */
const BEFORE = 12;

/** Whether a text still holds a gap as one of the templates left it: "Skälet är …" is no reason. */
export function leavesGap(text: string, templates: readonly string[]): boolean {
  return templates.some((template) =>
    [...template.matchAll(new RegExp(GAP, 'g'))].some(({ index }) => {
      const before = template.slice(Math.max(0, index - BEFORE), index);
      // What a placeholder was filled with stands there in its stead.
      return text.includes(before.slice(before.lastIndexOf('}') + 1) + GAP);
    }),
  );
}
