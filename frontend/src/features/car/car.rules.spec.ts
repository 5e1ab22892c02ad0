import { describe, expect, test } from '@jest/globals';
import type { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import {
  type CarDraft,
  checkBody,
  emptyCheck,
  faultsOf,
  nearestFirst,
  nextCheck,
  suggested,
  wishesFor,
} from './car-draft.js';
import {
  goesOn,
  isOver,
  isTurnedAway,
  mayPassLater,
  refusalOf,
  sorted,
} from '../../platform/device-queue.js';
import { momentsOf, type WaitingCheck } from './car-queue.js';

const HOUR = 60 * 60_000;
const saved = '2026-11-26T10:00:00.000Z';
const at = new Date(saved).getTime();

const draft: CarDraft = { ...emptyCheck('ale'), method: 'fixed-laser' };
const check = (part: Partial<WaitingCheck> = {}): WaitingCheck => ({
  key: 'k',
  account: 'me',
  savedAt: saved,
  place: 'Storgatan',
  draft,
  body: { commitmentId: 'c', occurredOn: '2026-11-26', publicText: 'Kontroll.' },
  refusal: null,
  ...part,
});

describe('how long something lies on the device', () => {
  test.each([
    ['just saved', saved, 0, false],
    ['a minute before twelve hours', saved, 12 * HOUR - 60_000, false],
    ['twelve hours', saved, 12 * HOUR, true],
    ['a clock that was set back', saved, -HOUR, false],
    ['a moment that cannot be read', 'i går', 0, true],
  ])('%s', (_, savedAt, later, over) => {
    expect(isOver(savedAt, at + later)).toBe(over);
  });
  test('what is another’s or too old goes, the rest stands in the order of the day', () => {
    const mine = check({ key: 'mine' });
    const earlier = check({ key: 'earlier', savedAt: '2026-11-26T09:00:00.000Z' });
    const old = check({ key: 'old', savedAt: '2026-11-25T09:00:00.000Z' });
    const others = check({ key: 'others', account: 'you' });
    const { kept, gone } = sorted([mine, others, earlier, old], 'me', at);
    expect(kept.map(({ key }) => key)).toEqual(['earlier', 'mine']);
    expect(gone.map(({ key }) => key)).toEqual(['others', 'old']);
  });
});

describe('after an attempt that failed', () => {
  test.each([
    ['no network', 0, true, false],
    ['signed out', 401, true, false],
    ['it took too long', 408, true, false],
    ['too early', 425, true, false],
    ['too many at once', 429, true, false],
    ['a server that is ill', 503, true, false],
    ['a proxy without a server', 502, true, false],
    ['a server that fell over this one', 500, true, true],
    ['something is wrong with it', 422, false, true],
    ['not one’s own commitment', 403, false, true],
    ['the commitment is gone', 404, false, true],
    ['another message under the same key', 409, false, true],
  ])('%s', (_, status, waits, others) => {
    expect(mayPassLater({ status })).toBe(waits);
    expect(goesOn({ status })).toBe(others);
    expect(refusalOf({ status, code: 'c', detail: 'Därför.', errors: [] })).toEqual(
      waits ? null : { code: 'c', reasons: ['Därför.'] },
    );
  });
  test.each([
    [0, false],
    [401, false],
    [422, false],
    [429, true],
    [500, false],
    [503, true],
  ])('%d: the network is there, the server takes nothing: %s', (status, away) => {
    expect(isTurnedAway({ status })).toBe(away);
  });
  test('the fields’ own sentences say more than the general one', () => {
    const failure = { status: 422, code: 'c', detail: 'Något är fel.', errors: [{ message: 'För många.' }] };
    expect(refusalOf(failure)?.reasons).toEqual(['För många.']);
  });
});

describe('when a check was made', () => {
  const told = { commitmentId: 'c', occurredOn: '2026-11-25', publicText: 'Kontroll.' };
  const late = check({
    savedAt: '2026-11-25T22:30:00.000Z',
    body: { ...told, result: { endedAt: '2026-11-25T22:30:00.000Z' } },
  });
  const ahead = check({ body: { ...told, result: { endedAt: '2026-11-27T22:30:00.000Z' } } });
  const untold = check({ ...late, body: told });
  test.each([
    ['a new one: now', null, '2026-11-26', saved],
    ['half past eleven, corrected the morning after', late, '2026-11-25', '2026-11-25T22:30:00.000Z'],
    ['one that says only when it was saved', untold, '2026-11-25', '2026-11-25T22:30:00.000Z'],
    ['one of a clock that was ahead: now', ahead, '2026-11-26', saved],
  ])('%s', (_, corrected, madeOn, endedAt) => {
    expect(momentsOf(corrected, new Date(saved))).toEqual({ day: madeOn, at: endedAt });
  });
});

const wish = (reference: string, north: number, cameInOn = '2026-10-01') => ({
  reference,
  position: [12, 57 + north / 111_320] as [number, number],
  cameInOn,
  people: 1,
});
const stretch = (id: string, wishes: ReturnType<typeof wish>[]) => ({
  id,
  name: id,
  road: null,
  localityName: null,
  position: wishes[0]?.position ?? ([12, 57] as [number, number]),
  postedLimit: null,
  waiting: wishes.length,
  wishes,
});
const kit: CarKit = {
  municipality: 'ale',
  municipalityName: 'Ale',
  readAt: saved,
  commitment: { id: 'c', title: 'Kontroller' },
  wishMetres: 1000,
  stretches: [
    stretch('far', [wish('F1', 5000)]),
    stretch('near', [wish('N1', 400), wish('N2', 100), wish('N3', 120, '2026-11-27')]),
  ],
};
const day = '2026-11-26';

describe('the place', () => {
  test('the nearest wish makes a stretch near', () => {
    const [first] = nearestFirst(kit.stretches, [12, 57]);
    expect([first?.stretch.id, Math.round(first?.metres ?? 0)]).toEqual(['near', 100]);
  });
  test('without a position the planner’s order stands', () => {
    expect(nearestFirst(kit.stretches, null).map(({ stretch: { id } }) => id)).toEqual(['far', 'near']);
  });
  test.each([
    [
      'a stretch: its wishes, but none that came in later',
      { stretchId: 'near' },
      ['N1', 'N2', 'N3'],
      ['N1', 'N2'],
    ],
    [
      'here: those within reach, chosen are those close by',
      { position: [12, 57] },
      ['N2', 'N3', 'N1'],
      ['N2'],
    ],
    ['here, but nobody knows where', {}, [], []],
    ['a stretch that is no longer there', { stretchId: 'gone' }, [], []],
  ])('%s', (_, part, offered, chosen) => {
    const told = { ...draft, ...(part as Partial<CarDraft>) };
    expect(wishesFor(kit, told).map(({ reference }) => reference)).toEqual(offered);
    expect(suggested(kit, told, day)).toEqual(chosen);
  });
});

describe('what is sent', () => {
  const words = { text: ' Kontroll. ', day, at: saved };
  test.each<[string, Partial<CarDraft>, object]>([
    [
      'a stretch with wishes stands where the first wish is',
      { stretchId: 'near', position: [12, 57] },
      { proposalReferences: ['N1', 'N2'] },
    ],
    [
      'a stretch without wishes stands at its own middle',
      { stretchId: 'far', position: [12, 57], references: [] },
      { position: kit.stretches[0]?.position },
    ],
    ['here', { position: [12, 57], references: [] }, { position: [12, 57] }],
  ])('%s', (_, part, more) => {
    expect(checkBody(kit, { ...draft, ...part }, words)).toEqual({
      commitmentId: 'c',
      occurredOn: day,
      publicText: 'Kontroll.',
      result: { endedAt: saved, method: 'fixed-laser' },
      ...more,
    });
  });
  test('nothing that was not told is sent, and none is told as none', () => {
    const told = {
      ...draft,
      position: [12, 57] as [number, number],
      reported: 0,
      minutes: 20,
      topSpeedBand: '11-20' as const,
    };
    expect(checkBody(kit, told, words).result).toEqual({
      endedAt: saved,
      method: 'fixed-laser',
      durationMinutes: 20,
      topSpeedBand: '11-20',
      reported: 0,
    });
  });
  test.each<[string, Partial<CarDraft>, CarKit, string[]]>([
    ['all is told', { stretchId: 'near' }, kit, []],
    ['no place', {}, kit, ['place']],
    ['a stretch that is no longer there', { stretchId: 'gone', position: [12, 57] }, kit, ['place']],
    ['no method', { stretchId: 'near', method: null }, kit, ['method']],
    ['more reported than measured', { stretchId: 'near', measured: 2, reported: 3 }, kit, ['reported']],
    ['no promise', { stretchId: 'near' }, Object.assign({}, kit, { commitment: null }), ['commitment']],
  ])('%s', (_, part, own, faults) => {
    expect(faultsOf(own, { ...draft, ...part }, 'Kontroll.')).toEqual(faults);
  });
  test('the next check keeps the way and the time, and nothing else that was told', () => {
    const told = { ...draft, stretchId: 'near', minutes: 20, measured: 60, reported: 2, references: ['N1'] };
    expect(nextCheck(told)).toEqual({ ...draft, minutes: 20 });
  });
});
