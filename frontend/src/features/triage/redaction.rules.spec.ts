import { describe, expect, test } from '@jest/globals';
import { byKey, drawn, moved, placed, resized } from './redaction.rules.js';

const part = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };

describe('parts drawn on a picture', () => {
  test.each<[name: string, from: [number, number], to: [number, number], outcome: unknown]>([
    ['down to the right', [0.1, 0.2], [0.3, 0.6], { x: 0.1, y: 0.2, width: 0.2, height: 0.4 }],
    ['up to the left', [0.3, 0.6], [0.1, 0.2], { x: 0.1, y: 0.2, width: 0.2, height: 0.4 }],
    ['past the edges', [0.5, 0.5], [1.4, -0.2], { x: 0.5, y: 0, width: 0.5, height: 0.5 }],
    ['a press that was no drawing', [0.5, 0.5], [0.51, 0.7], null],
  ])('%s', (_name, [x1, y1], [x2, y2], outcome) => {
    expect(drawn({ x: x1, y: y1 }, { x: x2, y: y2 })).toEqual(outcome);
  });

  test('are pushed to the edge and no further', () => {
    expect(moved(part, 0.05, -0.1)).toEqual({ ...part, x: 0.45, y: 0.3 });
    expect(moved(part, 3, -3)).toEqual({ ...part, x: 0.8, y: 0 });
  });

  test('are pulled to the edge, and never to nothing', () => {
    expect(resized(part, 0.1, 0.05)).toEqual({ ...part, width: 0.3, height: 0.25 });
    expect(resized(part, 3, -3)).toEqual({ ...part, width: 0.6, height: 0.02 });
  });

  test.each<[key: string, shift: boolean, outcome: unknown]>([
    ['ArrowLeft', false, { ...part, x: 0.39 }],
    ['ArrowDown', false, { ...part, y: 0.41 }],
    ['ArrowRight', true, { ...part, width: 0.21 }],
    ['ArrowUp', true, { ...part, height: 0.19 }],
    ['Enter', false, null],
  ])('answer to %s, Shift %s', (key, shift, outcome) => {
    expect(byKey(part, key, shift)).toEqual(outcome);
  });

  test('added by key do not hide each other', () => {
    const first = placed([]);
    expect(first).toEqual({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 });
    expect(placed([first])).not.toEqual(first);
  });
});
