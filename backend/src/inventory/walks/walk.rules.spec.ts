import {
  CHECK_MARKS,
  crowMetres,
  type CheckMark,
  type WalkChecklist,
} from '@lofteskartan/shared/safety-walks';
import {
  isWholeOrder,
  missingOfAnswer,
  publicBands,
  publicParticipants,
  sumOf,
  tooManyIn,
  unanswered,
  whyNotAnswer,
  whyNotCancel,
  whyNotChange,
  whyNotPublish,
  whyNotWalked,
} from './walk.rules.js';

const today = '2026-11-20';

describe('what can be done with a walk', () => {
  it.each([
    // it is      changed           said to be held   called off        answered
    ['planned', null, null, null, 'walk.notWalked'],
    ['walked', null, null, 'walk.held', null],
    ['published', null, null, 'walk.held', null],
    ['cancelled', 'walk.cancelled', 'walk.cancelled', 'walk.cancelled', 'walk.cancelled'],
  ] as const)('one that is %s', (status, change, walked, cancel, answer) => {
    expect([
      whyNotChange(status),
      whyNotWalked(status, today, today),
      whyNotCancel(status),
      whyNotAnswer(status),
    ]).toEqual([change, walked, cancel, answer]);
  });

  it.each([
    ['the same day', '2026-11-20', null],
    ['long ago', '2026-09-01', null],
    ['tomorrow', '2026-11-21', 'walk.notYet'],
  ])('is held when it began %s', (_, startsOn, refusal) => {
    expect(whyNotWalked('planned', startsOn, today)).toBe(refusal);
  });
});

describe('publishing', () => {
  const yes = { answer: 'nothing', isTakenBack: false };
  const not = { answer: null, isTakenBack: false };
  it.each([
    ['before it was held', 'planned', [yes], true, 'walk.notWalked'],
    ['of one that was called off', 'cancelled', [yes], true, 'walk.cancelled'],
    ['without stops', 'walked', [], true, 'walk.noStops'],
    ['with one answer missing', 'walked', [yes, not], true, 'walk.unanswered'],
    ['with every answer', 'walked', [yes, yes], true, null],
    ['of a correction', 'published', [yes], true, null],
    ['of a correction that corrects nothing', 'published', [yes], false, 'walk.unchanged'],
    ['of a correction with a new stop unanswered', 'published', [yes, not], true, 'walk.unanswered'],
  ] as const)('%s', (_, status, stops, isChanged, refusal) => {
    expect(whyNotPublish({ status, stops, isChanged })).toBe(refusal);
  });

  it('names the stops without an answer by their number', () => {
    expect(unanswered([not, yes, not, { ...yes, isTakenBack: true }])).toEqual([1, 3, 4]);
  });
});

describe('an answer', () => {
  const measure = { kind: 'cut-back' };
  it.each([
    ['a measure that is there', { kind: 'measure', measureId: 'm' }, null],
    ['a measure that is made', { kind: 'measure', measure }, null],
    ['a measure, but which', { kind: 'measure' }, 'measure'],
    ['two measures', { kind: 'measure', measureId: 'm', measure }, 'measure'],
    ['referred to a body', { kind: 'referred', bodyId: 'b' }, null],
    ['referred to nobody', { kind: 'referred' }, 'bodyId'],
    ['nothing more needed', { kind: 'nothing' }, null],
    ['no', { kind: 'no' }, null],
  ] as const)('%s', (_, answer, missing) => {
    expect(missingOfAnswer(answer)).toBe(missing);
  });
});

const seen = (light: CheckMark, care: CheckMark, impression: number | null = null) => ({
  checklist: {
    light,
    care,
    sight: 'not-looked',
    vegetation: 'not-looked',
    way: 'not-looked',
  } satisfies WalkChecklist,
  impression,
});

describe('what was seen by several', () => {
  it.each([
    ['nobody', [], 'not-looked', 'not-looked', null],
    ['one', [seen('bad', 'good', 2)], 'bad', 'good', 2],
    [
      'two who looked at different things',
      [seen('bad', 'not-looked', 2), seen('not-looked', 'good')],
      'bad',
      'good',
      2,
    ],
    ['a second look', [seen('bad', 'good', 2), seen('attention', 'not-looked', 3)], 'attention', 'good', 3],
  ] as const)('by %s', (_, observations, light, care, impression) => {
    const sum = sumOf(observations);
    expect([sum.checklist.light, sum.checklist.care, sum.impression]).toEqual([light, care, impression]);
    expect(Object.values(sum.checklist).every((mark) => CHECK_MARKS.includes(mark))).toBe(true);
  });
});

describe('how many took part, for everyone', () => {
  it.each([
    [4, null],
    [5, 5],
    [14, 14],
  ])('%d', (people, told) => {
    expect(publicParticipants(people)).toBe(told);
  });

  const women = { band: 'women', people: 8 };
  it.each([
    ['not asked', null, 14, []],
    ['all told, and many', { women: 8, men: 6 }, 14, [women, { band: 'men', people: 6 }]],
    ['few of one group', { women: 10, men: 4 }, 14, []],
    ['few who belong to none', { women: 8 }, 10, []],
    ['many who belong to none', { women: 8 }, 14, [women]],
    ['none of one group', { women: 8, men: 0 }, 8, [women]],
    ['few young', { women: 8, men: 6, 'under-18': 2, '18-64': 12 }, 14, [women, { band: 'men', people: 6 }]],
    ['more than took part', { women: 8 }, 7, []],
  ])('groups: %s', (_, bands, people, told) => {
    expect(publicBands(bands, people)).toEqual(told);
  });

  it.each([
    ['as many as took part', { women: 8, men: 6 }, null],
    ['more women and men than took part', { women: 8, men: 7 }, 'women'],
    ['more of an age than took part', { women: 8, '65-more': 15 }, '65-more'],
    ['nobody asked', undefined, null],
  ])('groups hold %s', (_, bands, band) => {
    expect(tooManyIn(bands, 14)).toBe(band);
  });
});

describe('an order of stops', () => {
  const stops = [{ id: 'a' }, { id: 'b' }];
  it.each([
    ['each once', ['b', 'a'], true],
    ['one left out', ['a'], false],
    ['one twice', ['a', 'a'], false],
    ['one that is not there', ['a', 'c'], false],
    ['one too many', ['a', 'b', 'c'], false],
  ])('%s', (_, order, whole) => {
    expect(isWholeOrder(stops, order)).toBe(whole);
  });
});

describe('as the crow flies', () => {
  it.each([
    ['nowhere', [], 0],
    ['one stop', [[12, 58]], 0],
    // A thousandth of a degree of latitude is 111.2 metres.
    [
      'there and back',
      [
        [12, 58],
        [12, 58.001],
        [12, 58],
      ],
      222,
    ],
    // At 58 degrees north a degree of longitude is cos 58° of one of latitude.
    [
      'eastward',
      [
        [12, 58],
        [12.001, 58],
      ],
      59,
    ],
  ] as const)('%s', (_, positions, metres) => {
    expect(crowMetres(positions.map(([lng, lat]) => [lng, lat]))).toBe(metres);
  });
});
