import { describe, expect, test } from '@jest/globals';
import { WALK_LIMITS } from '@lofteskartan/shared/safety-walks';
import { isHeld, nextToSend } from '../../platform/device-queue.js';
import {
  goesWith,
  hasRoomFor,
  momentsFrom,
  needsStop,
  outsideStops,
  seenAtOf,
  type WalkKit,
  type WalkMessage,
} from './walk-messages.js';
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

describe('what is sent next', () => {
  const refusal = { code: 'c', reasons: ['För långt bort.'] };
  const stop = message(found, { key: 'stop', stopId: 'c' });
  const seen = message(observation, { key: 'seen', stopId: 'c' });
  const picture = message(photo(1), { key: 'picture', stopId: 'c' });
  const known = message(photo(1), { key: 'known', stopId: 'b' });
  const elsewhere = message(photo(1), { key: 'elsewhere', walk: 'V22222', stopId: 'c' });
  const refused = { ...stop, refusal };
  test.each<[string, WalkMessage[], string[], string | undefined]>([
    ['the stop that was found, before what was seen there', [stop, seen, picture], [], 'stop'],
    ['what was seen, once the stop has arrived', [seen, picture], ['stop'], 'seen'],
    ['nothing of a stop that could not be sent', [stop, seen, picture], ['stop'], undefined],
    ['nothing of a stop that was refused', [refused, seen, picture], ['stop'], undefined],
    ['what belongs to other stops', [refused, seen, picture, known], ['stop'], 'known'],
    ['what belongs to another walk', [refused, seen, elsewhere], ['stop'], 'elsewhere'],
    ['a photo beside a checklist that was refused', [{ ...seen, refusal }, picture], ['seen'], 'picture'],
    ['nothing twice in a round', [known], ['known'], undefined],
    ['nothing', [], [], undefined],
  ])('%s', (_, lying, tried, next) => {
    expect(nextToSend(lying, new Set(tried), needsStop)?.key).toBe(next);
  });
  test('what waits for its stop is told so, the stop itself is not', () => {
    const lying = [refused, seen, picture, known];
    expect(lying.map((each) => isHeld(each, lying, needsStop))).toEqual([false, true, true, false]);
  });
  test.each([
    ['a stop takes along what could not be taken in without it', 'stop', ['seen', 'picture', 'stop']],
    ['a photo goes alone', 'picture', ['picture']],
    ['what is not there takes nothing', 'gone', []],
  ])('%s', (_, key, gone) => {
    expect(goesWith(key, [refused, seen, picture, known, elsewhere])).toEqual(gone);
  });
});

describe('when something was seen', () => {
  const later = new Date('2026-11-27T07:00:00.000Z').getTime();
  test.each([
    ['new: now', null, '2026-11-27T07:00:00.000Z'],
    ['a checklist that is corrected the morning after keeps its moment', message(observation), savedAt],
    ['beside photos: now', message(photo(1)), '2026-11-27T07:00:00.000Z'],
  ])('%s', (_, corrected, moment) => {
    expect(seenAtOf(corrected, later)).toBe(moment);
  });
});
