import { describe, expect, it } from '@jest/globals';
import { plannedLog } from './planned-log.js';

const planned = {
  municipality: 'ale',
  commitmentId: 'c1',
  stretchId: 's1',
  stretchName: 'Göteborgsvägen',
  localityName: 'Nol',
  position: [12.06, 57.92] as [number, number],
  plannedOn: '2026-11-25',
  fromHour: 15,
  toHour: 17,
};
const wishes = [
  { reference: 'AAAAAA', open: true, createdAt: '2026-11-20T08:00:00Z' },
  { reference: 'BBBBBB', open: false, createdAt: '2026-11-20T08:00:00Z' },
  { reference: 'CCCCCC', open: true, createdAt: '2026-11-26T08:00:00Z' },
];

describe('telling a check that was planned', () => {
  it('begins from its stretch, day, hour and the wishes that wait there', () => {
    const log = plannedLog(planned, wishes, 'på Göteborgsvägen i Nol', new Date('2026-11-26T12:00:00Z'));
    expect(log).toMatchObject({
      commitmentId: 'c1',
      occurredOn: '2026-11-25',
      where: 'map',
      position: [12.06, 57.92],
      references: ['AAAAAA'],
      placeWords: 'på Göteborgsvägen i Nol',
      result: { endedAt: '17:00', measured: '' },
    });
  });

  it.each([
    ['it has ended', {}, '2026-11-25T16:30:00Z', '2026-11-25', '17:00'],
    ['it has not ended', {}, '2026-11-25T15:30:00Z', '2026-11-25', ''],
    ['it lasted to midnight', { toHour: 24 }, '2026-11-26T12:00:00Z', '2026-11-25', ''],
    ['it was made before its day', {}, '2026-11-24T20:00:00Z', '2026-11-24', ''],
  ])('when %s', (_name, part, now, occurredOn, endedAt) => {
    const log = plannedLog({ ...planned, ...part }, [], '', new Date(now));
    expect([log.occurredOn, log.result.endedAt]).toEqual([occurredOn, endedAt]);
  });

  it('leaves the place to be told where it is not known any more', () => {
    const log = plannedLog({ ...planned, position: null }, [], '', new Date('2026-11-26T12:00:00Z'));
    expect([log.where, log.position]).toEqual([null, null]);
  });

  it('leaves the commitment to be chosen where the plan serves none', () => {
    const log = plannedLog({ ...planned, commitmentId: null }, [], '', new Date('2026-11-26T12:00:00Z'));
    expect(log.commitmentId).toBe('');
  });
});
