const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as XML 1.0 may hold it: marks escaped, characters that it forbids left out. */
export function xmlText(text: string): string {
  return (
    text
      // What XML 1.0 allows is a tab, a new line and what is printed.
      .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
      .replace(/[&<>"']/g, (mark) => marks[mark] ?? '')
  );
}
