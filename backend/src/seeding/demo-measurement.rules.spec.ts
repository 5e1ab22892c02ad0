import { demoPassages } from './demo-measurement.rules.js';

const given = { days: 7, perDay: 400, mean: 48, spread: 7 };
const passages = (more: Partial<typeof given> = {}) =>
  demoPassages('2026-08-10', { ...given, ...more })
    .split('\n')
    .slice(1)
    .map((line) => line.split(';'));

describe('measured passages of the example data', () => {
  it('are as many, and about as fast, as is told', () => {
    const speeds = passages().map(([, , speed]) => Number(speed));
    const mean = speeds.reduce((sum, each) => sum + each, 0) / speeds.length;
    const squares = speeds.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    expect(Math.abs(speeds.length - 2800)).toBeLessThan(100);
    expect([Math.round(mean), Math.round(Math.sqrt(squares / speeds.length))]).toEqual([48, 7]);
  });
  it('fill the days and no more', () => {
    const days = [...new Set(passages().map(([day]) => day))];
    expect([days.length, days[0], days.at(-1)]).toEqual([7, '2026-08-10', '2026-08-16']);
  });
  it('are the same every time', () => {
    expect(passages()).toEqual(passages());
  });
});
