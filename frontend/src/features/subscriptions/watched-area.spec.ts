import { expect, test } from '@jest/globals';
import type { SubscriptionView } from '@lofteskartan/shared/contracts/subscriptions';
import { areaOf, areaToSend, type WatchedArea } from './watched-area.js';

test.each<[string, WatchedArea, object | null]>([
  ['a locality', { kind: 'locality', locality: 'nol', position: null }, { locality: 'nol' }],
  ['no locality yet', { kind: 'locality', locality: '', position: [12, 58] }, null],
  ['a point', { kind: 'point', locality: 'nol', position: [12, 58] }, { position: [12, 58] }],
  ['no point yet', { kind: 'point', locality: 'nol', position: null }, null],
  ['everything', { kind: 'municipality', locality: 'nol', position: [12, 58] }, {}],
])('what is sent of %s', (_what, area, sent) => {
  expect(areaToSend(area)).toEqual(sent);
});

test.each<[string, Pick<SubscriptionView, 'locality' | 'position'>]>([
  ['a locality', { locality: 'nol', position: null }],
  ['a point', { locality: null, position: [12, 58] }],
  ['everything', { locality: null, position: null }],
])('what was chosen of %s is chosen when it is changed', (_what, view) => {
  const sent = areaToSend(areaOf(view as SubscriptionView));
  expect({ locality: null, position: null, ...sent }).toEqual(view);
});
