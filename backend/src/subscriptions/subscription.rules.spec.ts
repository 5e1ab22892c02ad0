import { describe, expect, it } from '@jest/globals';
import type { NewsTopic } from '../notifications/news.rules.js';
import {
  afterAsking,
  allowanceOf,
  type AskStanding,
  isAnswer,
  newsDue,
  nextWeekly,
  reachMetres,
  toldSince,
} from './subscription.rules.js';

describe('the weekly mail leaves on a Thursday at seven by Swedish clocks', () => {
  it.each([
    ['on a Monday in winter', '2026-11-23T12:00:00Z', '2026-11-26T06:00:00Z'],
    ['a second before seven', '2026-11-26T05:59:59Z', '2026-11-26T06:00:00Z'],
    ['at seven it has left', '2026-11-26T06:00:00Z', '2026-12-03T06:00:00Z'],
    ['on a Wednesday just after midnight', '2026-11-24T23:30:00Z', '2026-11-26T06:00:00Z'],
    ['on a Thursday just after midnight', '2026-11-25T23:30:00Z', '2026-11-26T06:00:00Z'],
    ['in summer', '2026-07-01T12:00:00Z', '2026-07-02T05:00:00Z'],
    ['over the change of clocks in spring', '2026-03-27T12:00:00Z', '2026-04-02T05:00:00Z'],
    ['over the change of clocks in autumn', '2026-10-23T12:00:00Z', '2026-10-29T06:00:00Z'],
    ['over New Year', '2026-12-31T12:00:00Z', '2027-01-07T06:00:00Z'],
  ])('%s', (_when, now, due) => {
    expect(nextWeekly(new Date(now)).toISOString()).toBe(`${due.slice(0, -1)}.000Z`);
  });
});

describe('what becomes public', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  it.each([
    ['waits a quarter of an hour', 'at-once', '2026-11-23T12:15:00.000Z'],
    ['waits for Thursday', 'weekly', '2026-11-26T06:00:00.000Z'],
  ] as const)('%s', (_what, frequency, due) => {
    expect(newsDue(frequency, now, 15).toISOString()).toBe(due);
  });

  it('is told within 500 m of wherever in its square a point lay', () => {
    expect(reachMetres).toBe(642);
  });

  it('is remembered as told for more than a year', () => {
    expect(toldSince(now).toISOString()).toBe('2025-10-19T12:00:00.000Z');
  });

  it.each<[NewsTopic | null, boolean]>([
    ['committed', true],
    ['planned', true],
    ['answered', true],
    ['declined', true],
    ['referred', true],
    ['done', true],
    ['message', true],
    ['gathered', false],
    ['activity', false],
    ['check', false],
    ['asked', false],
    ['reminded', false],
    [null, false],
  ])('%s as an answer to neighbours: %s', (topic, told) => {
    expect(isAnswer(topic)).toBe(told);
  });
});

describe('somebody who wants to watch an area', () => {
  it.each<[string, AskStanding, 'ask' | 'ask-again' | 'list']>([
    ['for the first time', { same: 'none', areas: 0 }, 'ask'],
    ['the tenth area', { same: 'none', areas: 9 }, 'ask'],
    ['the eleventh', { same: 'none', areas: 10 }, 'list'],
    ['the same that waits for a yes', { same: 'unconfirmed', areas: 10 }, 'ask-again'],
    ['the same that has one', { same: 'confirmed', areas: 1 }, 'list'],
  ])('%s', (_who, standing, done) => {
    expect(afterAsking(standing)).toBe(done);
  });

  it.each([
    ['area-confirm', 5, '2026-11-22T12:00:00.000Z'],
    ['area-list', 3, '2026-11-23T11:00:00.000Z'],
  ] as const)('gets at most so many mails of the kind %s', (kind, mails, since) => {
    const allowance = allowanceOf(kind, new Date('2026-11-23T12:00:00Z'));
    expect([allowance.mails, allowance.since.toISOString()]).toEqual([mails, since]);
  });
});
