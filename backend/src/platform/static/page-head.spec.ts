import { beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { type DescribePage, type KnownPage, type PageHead, PageHeads } from './page-head.js';

const head: PageHead = {
  title: 'Löftet',
  description: 'Så går det',
  canonical: 'https://karta.example/ale',
  picture: null,
  indexed: true,
};

describe('what a page says about itself', () => {
  beforeAll(() => {
    Logger.overrideLogger(false);
  });

  it.each<[string, DescribePage | null, KnownPage]>([
    ['nothing where nobody knows', null, null],
    ['what is known of it', () => Promise.resolve(head), head],
    ['nowhere, where it is not', () => Promise.resolve('nowhere'), 'nowhere'],
    ['nothing of its own', () => Promise.resolve(null), null],
    ['nothing while the database is away', () => Promise.reject(new Error('away')), null],
    ['nothing when it takes too long', () => new Promise(() => undefined), null],
  ])('is %s', async (_what, source, expected) => {
    const heads = new PageHeads();
    if (source) heads.register(source);
    expect(await heads.of('/ale')).toEqual(expected);
  });
});
