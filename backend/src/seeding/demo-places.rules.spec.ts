import { along, beside } from './demo-places.rules.js';

describe('a position on a road', () => {
  const road: [number, number][] = [
    [12, 57.9],
    [12, 57.91],
    [12, 57.93],
  ];
  it.each([
    [0, 57.9],
    [0.5, 57.915],
    [1, 57.93],
  ])('at %d of its length', (share, lat) => {
    const [lng, found] = along(road, share);
    expect(lng).toBeCloseTo(12, 6);
    expect(found).toBeCloseTo(lat, 5);
  });
});

describe('a position beside another', () => {
  it('lies as many metres away', () => {
    expect(beside([12.05, 57.9], 59.15, 0)).toEqual([12.051, 57.9]);
    expect(beside([12.05, 57.9], 0, -111.32)).toEqual([12.05, 57.899]);
  });
});
