import { describe, expect, it } from '@jest/globals';
import type { DarkPlaceTime } from '@lofteskartan/shared/vocabulary';
import { glowQuery, glowsOf, readGlow, type Glow } from './glow.rules.js';

const nobody = { morning: 0, day: 0, afternoon: 0, evening: 0, night: 0, untold: 0 };

const place = (
  name: string,
  people: number,
  mean: number | null,
  times: Partial<typeof nobody> = {},
  when: DarkPlaceTime[] = [],
) => ({
  reference: name,
  name,
  position: [12, 57] as [number, number],
  people,
  ratings: { before: mean === null ? null : { mean, answers: 1 }, after: null },
  times: { ...nobody, ...times },
  when,
});

describe('what shines on the map', () => {
  const places = [
    place('quiet', 0, null, {}, ['night']),
    place('some', 2, 5, { evening: 2, night: 2 }),
    place('many', 8, 1, { morning: 2, night: 8 }, ['night']),
  ];
  it.each<[glow: Glow, lights: [name: string, weight: number][]]>([
    [{ kind: 'none', part: 'night' }, []],
    [
      { kind: 'people', part: 'night' },
      [
        ['many', 1],
        ['some', 0.25],
      ],
    ],
    [{ kind: 'unsafe', part: 'night' }, [['many', 1]]],
    [{ kind: 'time', part: 'evening' }, [['some', 0.25]]],
    [{ kind: 'time', part: 'morning' }, [['many', 0.25]]],
    [{ kind: 'time', part: 'day' }, []],
    [
      { kind: 'time', part: 'night' },
      [
        ['many', 1],
        ['some', 0.25],
        ['quiet', 0.001],
      ],
    ],
  ])('%j, the strongest first', (glow, lights) => {
    expect(glowsOf(places, glow).map(({ name, weight }) => [name, weight])).toEqual(lights);
  });

  it('says what it shines of', () => {
    const of = (glow: Glow) => glowsOf(places, glow).map(({ figure }) => figure);
    expect(of({ kind: 'unsafe', part: 'night' })).toEqual([{ mean: 1 }]);
    expect(of({ kind: 'time', part: 'night' })).toEqual([{ people: 8 }, { people: 2 }, 'noted']);
  });

  it('is how it feels since the latest measure, where somebody has said', () => {
    const better = {
      ...place('better', 1, null),
      ratings: { before: { mean: 1, answers: 2 }, after: { mean: 3, answers: 2 } },
    };
    expect(glowsOf([better], { kind: 'unsafe', part: 'night' })[0]?.weight).toBe(0.5);
  });
});

describe('what shines, in the address', () => {
  it.each([
    ['', {}],
    ['heat=people', { heat: 'people' }],
    ['heat=people&part=night', { heat: 'people' }],
    ['heat=time', { heat: 'time', part: 'evening' }],
    ['heat=time&part=morning', { heat: 'time', part: 'morning' }],
    ['heat=time&part=noon', { heat: 'time', part: 'evening' }],
    ['heat=ghosts', {}],
  ])('%s', (text, query) => {
    expect(glowQuery(readGlow(new URLSearchParams(text)))).toEqual(query);
  });
});
