import { describe, expect, test } from '@jest/globals';
import { WALK_LIMITS } from '@lofteskartan/shared/safety-walks';
import { hasRoomFor, momentsFrom, outsideStops, type WalkKit, type WalkMessage } from './walk-messages.js';
import { nothingSeen } from './nothing-seen.js';

const savedAt = '2026-11-26T17:00:00.000Z';
const kit: WalkKit = {
  reference: 'V7K3F9',
  account: 'me',
  savedAt,
  title: 'Centrum',
  status: 'planned',
  mayChange: true,
  stops: [
    { id: 'a', name: 'Tunneln', isFilled: true },
    { id: 'b', name: 'Trappan', isFilled: false },
  ],
};
const message = (what: WalkMessage['what'], part: Partial<WalkMessage> = {}): WalkMessage => ({
  key: 'k',
  account: 'me',
  savedAt,
  refusal: null,
  walk: 'V7K3F9',
  stopId: 'b',
  name: 'Trappan',
  what,
  ...part,
});
const observation = { kind: 'observation', body: { ...nothingSeen, seenAt: savedAt } } as const;
const found: WalkMessage['what'] = { kind: 'stop', body: { id: 'c', name: 'Gången', position: [12, 57] } };
const photo = (size: number): WalkMessage['what'] => ({
  kind: 'photo',
  light: 'night',
  photo: { size } as Blob,
});

describe('the stops on the phone', () => {
  const refusal = { code: 'c', reasons: [] };
  test.each<[string, WalkMessage[], string[]]>([
    ['as the server knew them', [], ['a done', 'b none']],
    ['with one that waits', [message(observation)], ['a done', 'b waits']],
    ['with a photo that waits', [message(photo(1))], ['a done', 'b waits']],
    ['with one that was refused', [message(observation, { refusal })], ['a done', 'b none']],
    ['of another walk', [message(observation, { walk: 'V22222' })], ['a done', 'b none']],
    [
      'with one that was found on the way',
      [message(found, { stopId: 'c', name: 'Gången' })],
      ['a done', 'b none', 'c none'],
    ],
    ['with one that has arrived meanwhile', [message(found, { stopId: 'b' })], ['a done', 'b none']],
  ])('%s', (_, messages, states) => {
    expect(outsideStops(kit, messages).map(({ id, state }) => `${id} ${state}`)).toEqual(states);
  });
});

describe('photos on the phone', () => {
  const max = WALK_LIMITS.photoBytesOnDevice;
  test.each([
    ['the first', [], 5_000_000, true],
    ['as much as may lie there', [photo(max - 5)], 5, true],
    ['a byte more', [photo(max - 5)], 6, false],
    ['beside what is no photo', [observation], max, true],
  ] as const)('%s', (_, waiting, bytes, fits) => {
    expect(
      hasRoomFor(
        waiting.map((what) => message(what)),
        bytes,
      ),
    ).toBe(fits);
  });
});

test('what is saved together keeps its order', () => {
  const moments = momentsFrom(new Date(savedAt).getTime(), 3);
  expect([moments[0], [...moments].sort()]).toEqual([savedAt, moments]);
});
