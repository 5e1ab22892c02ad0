import { originalDisposeAfter, pixelBox, regionFaults } from './redaction.rules.js';

describe('parts of a photo to cover', () => {
  it.each<[name: string, region: [number, number, number, number], fields: string[]]>([
    ['the whole picture', [0, 0, 1, 1], []],
    ['a corner', [0.75, 0.75, 0.25, 0.25], []],
    ['thirds that add up to a hair over one', [0.7, 0.1, 0.3000000001, 0.2], []],
    ['over the right edge', [0.8, 0.1, 0.3, 0.2], ['regions[0].width']],
    ['over the lower edge', [0.1, 0.95, 0.2, 0.1], ['regions[0].height']],
    ['over both', [1, 1, 0.5, 0.5], ['regions[0].width', 'regions[0].height']],
  ])('%s', (_name, [x, y, width, height], fields) => {
    const faults = regionFaults([{ x, y, width, height }]);
    expect(faults.map(({ field }) => field)).toEqual(fields);
  });

  it('names the part that is wrong', () => {
    const good = { x: 0, y: 0, width: 0.1, height: 0.1 };
    expect(regionFaults([good, { ...good, x: 0.95 }])).toEqual([
      { field: 'regions[1].width', code: 'outsideThePicture' },
    ]);
  });

  it.each<[name: string, region: [number, number, number, number], box: [number, number, number, number]]>([
    ['whole pixels stay as they are', [0.25, 0.5, 0.5, 0.25], [50, 50, 100, 25]],
    ['a touched pixel is covered', [0.2525, 0.505, 0.4975, 0.25], [50, 50, 100, 26]],
    ['the smallest is one pixel', [0.999, 0.999, 0.001, 0.001], [199, 99, 1, 1]],
    ['at the far edges it is still inside', [1, 1, 0.001, 0.001], [199, 99, 1, 1]],
    ['the whole picture', [0, 0, 1, 1], [0, 0, 200, 100]],
  ])('%s', (_name, [x, y, width, height], [left, top, boxWidth, boxHeight]) => {
    expect(pixelBox({ x, y, width, height }, { width: 200, height: 100 })).toEqual({
      left,
      top,
      width: boxWidth,
      height: boxHeight,
    });
  });

  it('the original is kept a year', () => {
    expect(originalDisposeAfter('2026-02-28')).toBe('2027-02-28');
    expect(originalDisposeAfter('2028-02-29')).toBe('2029-02-28');
  });
});
