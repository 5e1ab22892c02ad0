import { describe, expect, test } from '@jest/globals';
import type { ProposalMap } from '@lofteskartan/shared/contracts/proposals';
import { mustAsk, type Asked } from './feed-need.js';
import {
  countFilters,
  isAnsweredByFeed,
  readFilters,
  withoutFilters,
  writeFilters,
} from './proposal-filters.js';

const read = (address: string) => readFilters(new URLSearchParams(address));

describe('filters in the address', () => {
  test.each<[string, string, string]>([
    ['nothing', '', ''],
    ['several values', 'kind=idea&kind=speed-check&status=done', 'kind=speed-check&kind=idea&status=done'],
    ['a place and words', 'locality=nol&q=skola', 'locality=nol&q=skola'],
    [
      'an answer and who gives it',
      'answer=overdue&owner=body%3ATrafikverket',
      'answer=overdue&owner=body%3ATrafikverket',
    ],
    ['the default order is not written', 'sort=newest', ''],
    ['another order is', 'sort=most-supported', 'sort=most-supported'],
    ['what is unknown goes', 'kind=ufo&status=hidden&answer=maybe&sort=best', ''],
    ['blank words go', 'q=%20%20', ''],
    ['other parameters stay', 'center=12.05,57.9&zoom=14&kind=idea', 'center=12.05%2C57.9&zoom=14&kind=idea'],
  ])('%s', (_case, address, again) => {
    expect(writeFilters(new URLSearchParams(address), read(address)).toString()).toBe(again);
  });

  test('are counted without the order, and can be taken away', () => {
    const filters = read('kind=idea&status=done&status=declined&q=skola&sort=oldest');
    expect(countFilters(filters)).toBe(4);
    expect(withoutFilters(filters)).toMatchObject({ kind: [], status: [], q: '', sort: 'oldest' });
  });

  test('of words and localities are answered by the list', () => {
    expect(isAnsweredByFeed(read('kind=idea'))).toBe(true);
    expect(isAnsweredByFeed(read('q=skola'))).toBe(false);
    expect(isAnsweredByFeed(read('locality=nol'))).toBe(false);
    expect(isAnsweredByFeed(read('answer=yes'))).toBe(false);
    expect(isAnsweredByFeed(read('owner=none'))).toBe(false);
  });
});

describe('asking the map feed again', () => {
  const asked: Asked = { box: [12, 57, 13, 58], zoom: 12 };
  const answer = (features: ProposalMap['features'], bbox = asked.box): ProposalMap => ({
    type: 'FeatureCollection',
    bbox,
    features,
  });
  const pins = answer([
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [12.5, 57.5] },
      properties: { reference: 'ALE-22222', kind: 'idea', status: 'received', supportCount: 1 },
    },
  ]);
  const clusters = answer([
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [12.5, 57.5] },
      properties: { cluster: true, count: 9, kinds: [9, 0, 0], bounds: [12.4, 57.4, 12.6, 57.6] },
    },
  ]);
  const inside = { box: [12.2, 57.2, 12.8, 57.8], zoom: 12 } satisfies Asked;
  test.each<[string, Asked, Asked | null, ProposalMap | undefined, boolean]>([
    ['the first time', inside, null, undefined, true],
    ['not within what was answered', inside, asked, clusters, false],
    ['not while the answer is on its way', inside, asked, undefined, false],
    ['beyond what was answered', { ...inside, box: [12.2, 57.2, 13.2, 57.8] }, asked, pins, true],
    [
      'not where the answer reaches farther than asked',
      { ...inside, box: [12.2, 57.2, 13.2, 57.8] },
      asked,
      answer(pins.features, [12, 57, 14, 58]),
      false,
    ],
    ['closer to clusters', { ...inside, zoom: 13 }, asked, clusters, true],
    ['not closer to pins that are all there', { ...inside, zoom: 13 }, asked, pins, false],
    ['farther away', { ...inside, zoom: 11 }, asked, pins, true],
  ] as [string, Asked, Asked | null, ProposalMap | undefined, boolean][])(
    '%s',
    (_case, view, before, known, ask) => {
      expect(mustAsk(view, before, known)).toBe(ask);
    },
  );
});
