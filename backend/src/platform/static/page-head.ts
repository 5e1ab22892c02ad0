import { Injectable, Logger } from '@nestjs/common';
import { describeError } from '../logging/describe-error.js';

/** What a page says about itself before it is drawn, to search engines and to those who share its address. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** Its one address, absolute. */
  readonly canonical: string;
  /** A picture of 1200 × 630 with its description, or null. */
  readonly picture: { readonly address: string; readonly alt: string } | null;
  /** Feeds of what the page shows, for readers that look for them. */
  readonly feeds?: readonly { readonly title: string; readonly address: string }[];
  /** False for pages that belong to one person or to staff. */
  readonly indexed: boolean;
}

/** What is known of a page: its head, `nowhere` when there is none at that address, null for one that says nothing of its own. */
export type KnownPage = PageHead | 'nowhere' | null;

/** Knows what a page of the frontend says about itself. */
export type DescribePage = (path: string) => Promise<KnownPage>;

/** A page is not kept waiting longer than this for what it says about itself. */
const mostWaitMs = 1000;

/** Where the room that describes pages makes itself known. */
@Injectable()
export class PageHeads {
  private readonly logger = new Logger('Pages');
  private source: DescribePage | null = null;

  /** Sets who describes pages. */
  register(source: DescribePage): void {
    this.source = source;
  }

  /**
   * What a page says about itself; null when that cannot be found out in time. The page is there without it: it opens, keeps its
   * drafts and says what is wrong, also while the database is away.
   */
  async of(path: string): Promise<KnownPage> {
    if (this.source === null) return null;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, mostWaitMs, null);
    });
    try {
      return await Promise.race([this.source(path), tooLate]);
    } catch (error) {
      this.logger.warn({ what: 'A page went out without its description', error: describeError(error) });
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}

const letters: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in HTML and in its attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => letters[letter] ?? '');
}

/** The built page for an address at which there is nothing: it says so itself, and is kept out of search engines. */
export function ofNowhere(page: string): string {
  return page.replace('</head>', '<meta name="robots" content="noindex" />\n  </head>');
}

/** The built page with a head of its own: title, description, Open Graph and the page's one address. */
export function withHead(page: string, head: PageHead): string {
  const { title, description, canonical, picture, feeds = [], indexed } = head;
  const property = (name: string, content: string): string =>
    `<meta property="og:${name}" content="${escapeHtml(content)}" />`;
  const tags = [
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}" />`,
    `<link rel="canonical" href="${escapeHtml(canonical)}" />`,
    ...feeds.map(
      (feed) =>
        `<link rel="alternate" type="application/atom+xml" title="${escapeHtml(feed.title)}" href="${escapeHtml(feed.address)}" />`,
    ),
    ...(indexed ? [] : ['<meta name="robots" content="noindex" />']),
    property('type', 'website'),
    property('site_name', 'Löfteskartan'),
    property('locale', 'sv_SE'),
    property('title', title),
    property('description', description),
    property('url', canonical),
    ...(picture
      ? [
          property('image', picture.address),
          property('image:type', 'image/png'),
          property('image:width', '1200'),
          property('image:height', '630'),
          property('image:alt', picture.alt),
          '<meta name="twitter:card" content="summary_large_image" />',
        ]
      : []),
  ];
  // A function as replacement: what people wrote may hold `$&`.
  return page
    .replace(/<title>[^<]*<\/title>\s*/, '')
    .replace(/<meta\s+name="description"[^>]*>\s*/, '')
    .replace('</head>', () => `${tags.join('\n    ')}\n  </head>`);
}
