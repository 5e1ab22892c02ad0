/** HTML that is safe to put into a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Part = Markup | string | number | null | undefined | false | readonly Part[];

/** Builds HTML: what is put in is escaped unless it is `Markup` itself; null, undefined and false leave nothing. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.reduce((text, string, i) => text + (i > 0 ? rendered(parts[i - 1]) : '') + string, ''),
  );
}

function rendered(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(rendered).join('');
  return String(part).replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** Text with `code` marked between backticks. */
export function withCode(text: string): Markup {
  const pieces = text.split('`');
  return markup`${pieces.map((piece, i) => (i % 2 ? markup`<code>${piece}</code>` : piece))}`;
}
