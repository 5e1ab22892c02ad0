import { describe, expect, test } from '@jest/globals';
import type { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import type { Position } from '@lofteskartan/shared/position';
import { type CarDraft, emptyCheck } from './car-draft.js';
import { type CarFix, fixFault, withFix, withSuggestion } from './car-fix.js';

const AT = new Date('2026-11-26T10:00:00.000Z').getTime();
const MINUTE = 60_000;
const north = (metres: number): Position => [12, 57 + metres / 111_320];
const fix = (metres: number, minutes = 1, accuracy = 10): CarFix => ({
  position: north(metres),
  accuracy,
  at: AT + minutes * MINUTE,
});
const stretch = (id: string, metres: number) => ({
  id,
  name: id,
  road: null,
  localityName: null,
  position: north(metres),
  postedLimit: null,
  waiting: 0,
  wishes: [],
});
const kit: CarKit = {
  municipality: 'ale',
  municipalityName: 'Ale',
  readAt: '2026-11-26T09:00:00.000Z',
  commitment: null,
  wishMetres: 1000,
  stretches: [stretch('first', 0), stretch('second', 3000)],
};
/** Stands on the first stretch since ten o'clock. */
const draft = (part: Partial<CarDraft> = {}): CarDraft => ({
  ...emptyCheck('ale'),
  stretchId: 'first',
  position: north(0),
  accuracy: 10,
  foundAt: AT,
  ...part,
});

describe('a car that is found anew', () => {
  const here = { place: 'chosen', stretchId: null } as const;
  test.each<[string, Partial<CarDraft>, CarFix, Partial<CarDraft>]>([
    ['nothing told: the place follows', {}, fix(3000), { stretchId: 'second', position: north(3000) }],
    ['nothing told, far from all', {}, fix(9000), { stretchId: null, position: north(9000) }],
    ['the way and the time follow too', { method: 'moving' }, fix(3000), { stretchId: 'second' }],
    [
      'figures told: it stays, and says so',
      { measured: 4 },
      fix(3000),
      { hasMoved: true, stretchId: 'first', position: north(0), foundAt: AT },
    ],
    ['here chosen: it stays, and says so', here, fix(3000), { hasMoved: true, position: north(0) }],
    [
      'figures told, and the car stands still: the moment is newer',
      { measured: 4 },
      fix(20),
      { hasMoved: false, stretchId: 'first', foundAt: AT + MINUTE },
    ],
    [
      'figures told, and the car has come back',
      { measured: 4, hasMoved: true },
      fix(20),
      { hasMoved: false, foundAt: AT + MINUTE },
    ],
    [
      'a chosen stretch stays whatever the car does',
      { place: 'chosen', measured: 4 },
      fix(3000),
      { hasMoved: false, stretchId: 'first', position: north(3000) },
    ],
    ['a kept place stays', { place: 'kept' }, fix(3000), { position: north(0), stretchId: 'first' }],
    ['what is known well is not lost', {}, fix(3000, 1, 800), { position: north(0), foundAt: AT }],
    [
      'what is known badly is no suggestion',
      { accuracy: 900 },
      fix(3000, 1, 800),
      { position: north(3000), stretchId: null },
    ],
  ])('%s', (_, part, found, then) => {
    expect(withFix(draft(part), kit, found)).toMatchObject(then);
  });
  test.each<[string, Partial<CarDraft>, Partial<CarDraft>]>([
    ['here: here is where the car stands now', here, { stretchId: null, position: north(3000) }],
    ['a suggestion: it follows', { measured: 4, hasMoved: true }, { stretchId: 'second', hasMoved: false }],
    ['its wishes were those of the other place', { references: ['A'] }, { references: null }],
    ['what was kept is given up', { place: 'kept' }, { place: 'suggested', stretchId: 'second' }],
    [
      'a corrected check without a place: no suggestion of where that was',
      { place: 'kept', position: null, stretchId: null },
      { place: 'kept', stretchId: null, position: north(3000) },
    ],
  ])('asked for by a press. %s', (_, part, then) => {
    expect(withFix(draft(part), kit, fix(3000), true)).toMatchObject(then);
  });
  test('its stretch is suggested as soon as stretches are known, unless something is told', () => {
    const found = withFix(emptyCheck('ale'), undefined, fix(20));
    expect(found).toMatchObject({ stretchId: null, position: north(20) });
    expect(withSuggestion(found, kit).stretchId).toBe('first');
    expect(withSuggestion({ ...found, measured: 4 }, kit).stretchId).toBeNull();
  });
});

describe('whether a check was made where the car was found', () => {
  const here = { place: 'chosen', stretchId: null } as const;
  test.each<[string, Partial<CarDraft>, number, ReturnType<typeof fixFault>]>([
    ['just found', here, 0, null],
    ['two minutes ago', here, 2, null],
    ['longer ago', here, 2.1, 'old'],
    ['longer ago, and suggested', {}, 2.1, 'old'],
    ['longer ago, on a chosen stretch', { place: 'chosen' }, 60, null],
    ['longer ago, and it stays', { place: 'kept', stretchId: null }, 60, null],
    ['the car has left', { ...here, hasMoved: true }, 0, 'moved'],
    ['a hundred metres', { ...here, accuracy: 100 }, 0, null],
    ['known badly', { ...here, accuracy: 101 }, 0, 'coarse'],
    ['known badly, and kept', { place: 'kept', stretchId: null, accuracy: 2000 }, 0, 'coarse'],
    ['known badly, on a chosen stretch', { place: 'chosen', accuracy: 2000 }, 0, null],
    ['nobody knows where: that is told elsewhere', { ...here, position: null }, 60, null],
    ['a clock that was set back', here, -60, null],
  ])('%s', (_, part, minutes, fault) => {
    expect(fixFault(draft(part), AT + minutes * MINUTE)).toBe(fault);
  });
});
