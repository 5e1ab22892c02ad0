import { describe, expect, it } from '@jest/globals';
import { xmlText } from '../platform/xml.js';
import { type AtomEntry, atomText, updatedAt } from './atom.rules.js';
import { tagOf } from './tag-address.rules.js';

describe('a text in XML', () => {
  it.each([
    ['marks are escaped', `<b> & "a" 'b'`, '&lt;b&gt; &amp; &quot;a&quot; &apos;b&apos;'],
    ['letters and pictures stay', 'åäö 💡', 'åäö 💡'],
    ['new lines and tabs stay', 'a\n\tb', 'a\n\tb'],
    ['what XML forbids is left out', 'a\u0000\u0008\u001bb\uFFFE', 'ab'],
    ['half a letter is left out', 'a\uD800b', 'ab'],
  ])('%s', (_what, text, xml) => {
    expect(xmlText(text)).toBe(xml);
  });
});

describe('a feed', () => {
  const beginning = new Date('2026-01-01T00:00:00Z');
  const entry: AtomEntry = {
    id: tagOf('https://kartan.example/ale', 'proposal/1'),
    title: 'A & B',
    link: 'https://kartan.example/ale/forslag/ALE-1',
    published: new Date('2026-02-01T00:00:00Z'),
    updated: new Date('2026-03-01T00:00:00Z'),
    author: 'Ale kommun',
    category: 'idea',
    summary: 'Text',
    position: [12.05, 57.9],
  };
  const feed = {
    id: tagOf('https://kartan.example', 'ale'),
    title: 'Ale',
    subtitle: 'Nytt',
    self: 'https://kartan.example/ale/flode.atom?language=en&x=1',
    page: 'https://kartan.example/ale',
    language: 'sv',
    beginning,
    entries: [entry],
  };

  it('has names that no address changes', () => {
    expect([feed.id, entry.id]).toEqual([
      'tag:kartan.example,2026:ale',
      'tag:kartan.example,2026:proposal/1',
    ]);
  });

  it('was updated with its latest entry, and in the beginning without one', () => {
    expect(updatedAt(feed)).toEqual(entry.updated);
    expect(updatedAt({ entries: [], beginning })).toEqual(beginning);
  });

  it('says latitude first, as GeoRSS does', () => {
    expect(atomText(feed)).toContain('<georss:point>57.9 12.05</georss:point>');
    expect(atomText({ ...feed, entries: [{ ...entry, position: null }] })).not.toContain('<georss:point>');
  });

  it('escapes what stands in attributes', () => {
    expect(atomText(feed)).toContain('href="https://kartan.example/ale/flode.atom?language=en&amp;x=1"');
  });
});
