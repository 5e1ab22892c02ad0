import { describe, expect, test } from '@jest/globals';
import { makeFormats, type Formats } from './formats.js';

const NOW = new Date('2026-11-14T13:05:00Z');
const sv = makeFormats('sv', () => NOW);
const en = makeFormats('en', () => NOW);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('Swedish', () => {
  test.each<[string, (formats: Formats) => string, string]>([
    ['this afternoon', (f) => f.moment('2026-11-14T13:05:00Z'), 'i dag 14.05'],
    ['yesterday', (f) => f.moment('2026-11-13T08:30:00Z'), 'i går 09.30'],
    [
      'just past midnight in Sweden is today, though still yesterday in UTC',
      (f) => f.day('2026-11-13T23:30:00Z'),
      'i dag',
    ],
    ['earlier this year', (f) => f.moment('2026-05-03T07:30:00Z'), '3 maj 09.30'],
    ['another year', (f) => f.day('2024-05-03'), '3 maj 2024'],
    ['tomorrow', (f) => f.day('2026-11-15'), 'i morgon'],
    ['a date', (f) => f.date('2026-11-14'), '14 november 2026'],
    ['a month', (f) => f.month('2026-03'), 'mars 2026'],
    ['some days', (f) => f.days('2026-11-03', '2026-11-10'), '3–10 november 2026'],
    ['the days of moments', (f) => f.days('2026-11-03T06:00:00Z', '2026-11-03T20:00:00Z'), '3 november 2026'],
    ['four months', (f) => f.months('2026-01-01', '2026-04-30'), 'jan.–apr. 2026'],
    ['a number', (f) => f.number(1234.56, 1), '1 234,6'],
    ['a share', (f) => f.percent(0.61), '61 %'],
    ['near', (f) => f.distance(118), '120 m'],
    ['very near', (f) => f.distance(12), '10 m'],
    ['far', (f) => f.distance(1440), '1,4 km'],
    ['ago', (f) => f.ago('2026-11-11', NOW), 'för 3 dagar sedan'],
    ['a list', (f) => f.list(['Nol', 'Surte', 'Älvängen']), 'Nol, Surte och Älvängen'],
    [
      'words in a sentence',
      (f) => f.phrase(['Fortkörning', 'A-traktor', 'Tung trafik']),
      'Fortkörning, A-traktor och tung trafik',
    ],
    ['no words', (f) => f.phrase([]), ''],
    ['the alphabet', (f) => ['Ö', 'A', 'Ä', 'Å', 'Z'].sort(f.compare).join(''), 'AZÅÄÖ'],
  ])('%s', (_name, format, expected) => {
    expect(plain(format(sv))).toBe(expected);
  });
});

describe('English', () => {
  test.each<[string, (formats: Formats) => string, string]>([
    ['this afternoon', (f) => f.moment('2026-11-14T13:05:00Z'), 'today 14:05'],
    ['a date', (f) => f.date('2026-11-14'), '14 November 2026'],
    ['a number', (f) => f.number(1234.56, 1), '1,234.6'],
    ['far', (f) => f.distance(1440), '1.4 km'],
  ])('%s', (_name, format, expected) => {
    expect(plain(format(en))).toBe(expected);
  });
});
