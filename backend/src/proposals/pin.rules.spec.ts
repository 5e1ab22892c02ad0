import { hasLeftMap } from './pin.rules.js';

const now = new Date('2026-11-20T12:00:00Z');

describe('what has left the public map', () => {
  it.each([
    ['done two years ago', 'done', '2024-11-20T10:00:00Z', true],
    ['done the day after that', 'done', '2024-11-21T10:00:00Z', false],
    ['answered long ago', 'answered', '2020-01-01T10:00:00Z', true],
    ['declined long ago', 'declined', '2020-01-01T10:00:00Z', true],
    ['still waiting, however long', 'received', '2020-01-01T10:00:00Z', false],
    ['with another body, however long', 'referred', '2020-01-01T10:00:00Z', false],
    ['ended, and nothing told of it', 'done', null, false],
  ] as const)('%s', (_, status, lastToldAt, left) => {
    expect(hasLeftMap(status, lastToldAt, 24, now)).toBe(left);
  });
});
