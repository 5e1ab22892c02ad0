import { xmlText } from '../platform/xml.js';

/** An entry of a feed (RFC 4287). */
export interface AtomEntry {
  /** A `tag:` address that never changes. */
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly published: Date;
  readonly updated: Date;
  readonly author: string;
  readonly category: string;
  /** Plain text. */
  readonly summary: string;
  /** [lng, lat], rounded as everywhere in public; null without a place. */
  readonly position: readonly [number, number] | null;
}

/** A feed. */
export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** The feed's own address. */
  readonly self: string;
  /** The page that shows the same. */
  readonly page: string;
  readonly language: string;
  /** When it has no entries. */
  readonly beginning: Date;
  readonly entries: readonly AtomEntry[];
}

/** When what a feed tells last changed. */
export function updatedAt({ entries, beginning }: Pick<AtomFeed, 'entries' | 'beginning'>): Date {
  return new Date(Math.max(...entries.map(({ updated }) => updated.getTime()), beginning.getTime()));
}

/** The feed as XML. */
export function atomText(feed: AtomFeed): string {
  const entries = feed.entries.map(
    ({ id, title, link, published, updated, author, category, summary, position }) => `  <entry>
    <id>${xmlText(id)}</id>
    <title>${xmlText(title)}</title>
    <link rel="alternate" type="text/html" href="${xmlText(link)}"/>
    <published>${published.toISOString()}</published>
    <updated>${updated.toISOString()}</updated>
    <author><name>${xmlText(author)}</name></author>
    <category term="${xmlText(category)}"/>
    <summary>${xmlText(summary)}</summary>${
      position
        ? `
    <georss:point>${position[1]} ${position[0]}</georss:point>`
        : ''
    }
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" xml:lang="${xmlText(feed.language)}">
  <id>${xmlText(feed.id)}</id>
  <title>${xmlText(feed.title)}</title>
  <subtitle>${xmlText(feed.subtitle)}</subtitle>
  <updated>${updatedAt(feed).toISOString()}</updated>
  <author><name>Löfteskartan</name></author>
  <generator>Löfteskartan</generator>
  <link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${xmlText(feed.page)}"/>
${entries.join('')}</feed>
`;
}
