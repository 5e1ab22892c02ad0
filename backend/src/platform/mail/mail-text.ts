/** A part of a mail. */
export type MailBlock =
  | { readonly type: 'text'; readonly text: string }
  /** Somebody's words, shown apart. */
  | { readonly type: 'quote'; readonly text: string }
  | { readonly type: 'link'; readonly label: string; readonly url: string }
  /** Small print, with an address when there is one. */
  | { readonly type: 'footer'; readonly text: string; readonly url?: string };

/** The same mail as plain text; lines of a quote begin with `> `. */
export function plainText(blocks: readonly MailBlock[]): string {
  const parts = blocks.map((block, index) => {
    switch (block.type) {
      case 'text':
        return block.text;
      case 'quote':
        return block.text
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n');
      case 'link':
        return `${block.label}:\n${block.url}`;
      case 'footer': {
        const rule = blocks[index - 1]?.type === 'footer' ? '' : '-- \n';
        return `${rule}${block.text}${block.url ? `\n${block.url}` : ''}`;
      }
    }
  });
  return `${parts.join('\n\n')}\n`;
}

const styles = {
  body: 'margin:0;padding:24px;background:#faf7f0;color:#16213a;font:17px/1.5 Verdana,Arial,sans-serif',
  sheet: 'max-width:560px;margin:0 auto',
  text: 'margin:0 0 16px',
  quote: 'margin:0 0 16px;padding:0 0 0 16px;border-left:4px solid #e8a317;white-space:pre-line',
  link: 'display:inline-block;margin:0 0 16px;padding:12px 20px;border-radius:6px;background:#16213a;color:#ffffff;text-decoration:none',
  footer: 'margin:16px 0 0;font-size:14px;color:#4a5468',
} as const;

/** The same mail as simple HTML: nothing is fetched from anywhere. */
export function htmlText(language: string, title: string, blocks: readonly MailBlock[]): string {
  const parts = blocks.map((block) => {
    switch (block.type) {
      case 'text':
        return `<p style="${styles.text}">${escaped(block.text)}</p>`;
      case 'quote':
        return `<blockquote style="${styles.quote}">${escaped(block.text)}</blockquote>`;
      case 'link':
        return `<p><a href="${escaped(block.url)}" style="${styles.link}">${escaped(block.label)}</a></p>`;
      case 'footer': {
        const url = block.url ? escaped(block.url) : null;
        const link = url ? `<br><a href="${url}" style="color:#16213a">${url}</a>` : '';
        return `<p style="${styles.footer}">${escaped(block.text)}${link}</p>`;
      }
    }
  });
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body style="${styles.body}"><div style="${styles.sheet}">
${parts.join('\n')}
</div></body></html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
