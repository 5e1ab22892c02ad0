import { describe, expect, it } from '@jest/globals';
import { bandOf, formOf, headLine, headsOf } from './measurement-heads.rules.js';

describe('the columns of a file', () => {
  it.each([
    ['a display, in Swedish', 'Datum;Tid;Hastighet (km/h);Längd', 'passages', ['Längd']],
    [
      'a radar box, in English',
      'Timestamp;Speed [km/h];Direction;Length;Class',
      'passages',
      ['Length', 'Class'],
    ],
    ['a device that writes both ways', 'Date/Time;Speed in;Speed out', 'passages', ['Speed out']],
    ['a German device', 'Datum;Uhrzeit;Geschwindigkeit km/h;Richtung', 'passages', []],
    ['a plate among them', 'Tidpunkt;Fart;Regnr', 'passages', ['Regnr']],
    ['day and time under “Tid”', 'Tid;Hastighet', 'passages', []],
    ['hours with means', 'Från;Till;Antal fordon;Medelhastighet;85-percentil', 'intervals', []],
    ['hours with Vavg and V85', 'Date;Time;Count;Vavg;V85;Vmax', 'intervals', ['Vmax']],
    ['hours with bands', 'Datum;Tid;0-30;31-40;41-50;>50', 'intervals', []],
    ['hours with one band beside the means', 'Datum;Tid;Antal;Medel;>50', 'intervals', []],
    [
      'hours in which the fast ones are counted again and again',
      'Datum;Tid;Antal;Medel;>50;>60;>70',
      'intervals',
      ['>50', '>60', '>70'],
    ],
    ['the same without a mean', 'Datum;Tid;Antal;>50;>60', null, ['>50', '>60']],
    ['the same beside a true band', 'Datum;Tid;0-50;>50;>60', null, ['0-50', '>50', '>60']],
    ['the slow ones counted again and again', 'Datum;Tid;<30;<40;<50', null, ['<30', '<40', '<50']],
    ['the fast ones alone', 'Datum;Tid;>50', null, []],
    ['no time', 'Hastighet;Längd', null, ['Längd']],
    ['no speed', 'Datum;Tid;Antal', null, []],
  ])('%s', (_, line, form, ignored) => {
    const heads = headsOf(line.split(';'));
    expect([formOf(heads), heads.ignored]).toEqual([form, ignored]);
  });

  it.each([
    ['30-40', 30, 40],
    ['31–40 km/h', 31, 40],
    ['[30-40)', 30, 40],
    ['<30', 0, 30],
    ['under 30', 0, 30],
    ['>80', 80, null],
    ['80+', 80, null],
    ['över 80 km/h', 80, null],
  ])('%s is a band', (head, from, to) => {
    expect(bandOf(head)).toEqual({ from, to });
  });

  it.each(['Hastighet', '85', '40-30', 'Klass 2-3', '2026-11-03'])('%s is none', (head) => {
    expect(bandOf(head)).toBeNull();
  });

  it('closes bands of whole numbers where the next begins', () => {
    const { bands } = headsOf(['Datum', '41-50', '31-40', '>50']);
    expect(bands.map(({ index, from, to }) => [index, from, to])).toEqual([
      [2, 31, 41],
      [1, 41, 50],
      [3, 50, null],
    ]);
  });
});

describe('the heads stand', () => {
  it.each([
    ['first', ['Datum;Tid;Hastighet', '2026-11-03;07:15;46'], 0],
    ['under what the device says of itself', ['Device,SR4', 'Serial,1234', '', 'Date,Time,Speed'], 3],
    ['nowhere', ['2026-11-03;07:15;46'], null],
  ])('%s', (_, lines, at) => {
    expect(headLine(lines)).toBe(at);
  });
});
