import { type Answer, partingDays, publicRating, ratingsOf } from './rating.rules.js';

const said = (
  on: string,
  rating: number,
  when: Answer['when'] = 'sent-in',
  person = `${on}${when}`,
  own: Answer['own'] = [],
): Answer => ({
  person,
  own,
  on,
  rating,
  when,
});

describe('how safe it feels before and after', () => {
  it.each([
    ['nobody has said', [], [], null, null],
    ['nothing was done', [said('2026-01-01', 1), said('2026-02-01', 2)], [], [1.5, 2], null],
    [
      'one measure',
      [said('2026-01-01', 1), said('2026-03-01', 4, 'asked-again'), said('2026-04-01', 5)],
      ['2026-02-01'],
      [1, 1],
      [4.5, 2],
    ],
    [
      'sent in on the day of the measure: it speaks of before',
      [said('2026-02-01', 1)],
      ['2026-02-01'],
      [1, 1],
      null,
    ],
    [
      'asked again on the day of the measure: it speaks of after',
      [said('2026-02-01', 4, 'asked-again')],
      ['2026-02-01'],
      null,
      [4, 1],
    ],
    [
      'two measures: what was said between them is of before the second',
      [
        said('2026-01-01', 1),
        said('2026-03-01', 3, 'asked-again', 'a'),
        said('2026-06-01', 5, 'asked-again', 'a'),
      ],
      ['2026-02-01', '2026-05-01'],
      [2, 2],
      [5, 1],
    ],
    [
      'the same people said so before and between two measures: each once, as they said last',
      ['a', 'b', 'c'].flatMap((id) => [
        said('2026-01-01', 1, 'sent-in', id),
        said('2026-03-01', 3, 'asked-again', id),
      ]),
      ['2026-02-01', '2026-05-01'],
      [3, 3],
      null,
    ],
    [
      'one who sent in two proposals and supports a third counts once, as they said last',
      [said('2026-01-01', 1, 'sent-in', 'a'), said('2026-01-09', 2, 'sent-in', 'a')],
      [],
      [2, 1],
      null,
    ],
    [
      'who sent in and who supports, each once, before and after',
      [
        said('2026-01-01', 1, 'sent-in', 'sender'),
        said('2026-03-01', 5, 'asked-again', 'sender'),
        said('2026-03-02', 4, 'asked-again', 'supporter'),
        said('2026-03-03', 3, 'asked-again', 'supporter'),
      ],
      ['2026-02-01'],
      [1, 1],
      [4, 2],
    ],
    [
      'the measure stayed with the place that this one was parted from: its own case knows of it',
      [
        said('2026-01-01', 1, 'sent-in', 'a', ['2026-02-01']),
        said('2026-03-01', 4, 'asked-again', 'a', ['2026-02-01']),
      ],
      [],
      [1, 1],
      [4, 1],
    ],
    [
      'two cases of one place, of which one was told of something: the other speaks of before',
      [said('2026-03-01', 4, 'asked-again', 'a', ['2026-02-01']), said('2026-03-01', 2, 'sent-in', 'b')],
      [],
      [2, 1],
      [4, 1],
    ],
    [
      'something was done for its case alone after the measure of the place: what was said between is of before',
      [
        said('2026-03-01', 2, 'asked-again', 'a', ['2026-02-01', '2026-04-01']),
        said('2026-03-02', 4, 'asked-again', 'b', ['2026-02-01']),
      ],
      ['2026-02-01'],
      [2, 1],
      [4, 1],
    ],
    [
      'somebody changed their answer: the last one stands',
      [said('2026-03-01', 2, 'asked-again', 'a'), said('2026-03-02', 4, 'asked-again', 'a')],
      ['2026-02-01'],
      null,
      [4, 1],
    ],
  ] as const)('%s', (_, answers, done, before, after) => {
    const figure = (pair: readonly [number, number] | null) => pair && { mean: pair[0], answers: pair[1] };
    expect(ratingsOf(answers, done)).toEqual({ before: figure(before), after: figure(after) });
  });
});

describe('what parts before from after', () => {
  it.each([
    ['nothing', [], []],
    ['what is planned: nothing', [{ doneOn: null, isCare: false, isTold: false }], []],
    ['what recurs: nothing', [{ doneOn: '2026-05-01', isCare: true, isTold: false }], []],
    [
      'what recurs, where people were told of it',
      [{ doneOn: '2026-05-01', isCare: true, isTold: true }],
      ['2026-05-01'],
    ],
    [
      'what was done, in turn',
      [
        { doneOn: '2026-05-01', isCare: false, isTold: true },
        { doneOn: '2026-06-01', isCare: true, isTold: false },
        { doneOn: '2026-02-01', isCare: false, isTold: false },
      ],
      ['2026-02-01', '2026-05-01'],
    ],
  ])('%s', (_, measures, days) => {
    expect(partingDays(measures)).toEqual(days);
  });
});

describe('a figure that everyone may read', () => {
  it.each([
    ['nobody', null, null],
    ['four people: too few', { mean: 2, answers: 4 }, null],
    ['five people: to the nearest half', { mean: 2.2, answers: 5 }, { mean: 2, answers: 5 }],
    ['a quarter goes up', { mean: 3.3, answers: 6 }, { mean: 3.5, answers: 6 }],
  ])('%s', (_, rating, told) => {
    expect(publicRating(rating)).toEqual(told);
  });
});
