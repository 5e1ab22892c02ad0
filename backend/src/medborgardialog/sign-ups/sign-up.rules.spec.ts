import { needCounts, nextSeated, whyNotGiveUp } from './sign-up.rules.js';

const parties = (...people: number[]) =>
  people.map((each, index) => ({ id: String(index + 1), people: each }));

describe('who of the waiting gets a seat', () => {
  it.each([
    ['nobody, when there is none', 0, [1], []],
    ['the first', 1, [1, 1], ['1']],
    ['the first two', 2, [1, 1, 1], ['1', '2']],
    ['the first who fits, when the first is too many', 2, [3, 1, 2], ['2']],
    ['those who fit together', 4, [3, 2, 1], ['1', '3']],
    ['everyone, when there is room', 9, [3, 2, 1], ['1', '2', '3']],
    ['nobody, when capacity was lowered below those who have seats', -2, [1], []],
  ] as const)('%s', (_, free, people, seated) => {
    expect(nextSeated(free, parties(...people))).toEqual(seated);
  });
});

describe('giving up a seat', () => {
  it.each([
    ['published', null],
    ['open', null],
    ['closed', 'dialogue.signUpClosed'],
    ['reported', 'dialogue.signUpClosed'],
    ['cancelled', 'dialogue.cancelled'],
  ] as const)('of one that is %s', (status, refusal) => {
    expect(whyNotGiveUp(status)).toBe(refusal);
  });
});

it('counts what is needed, in a fixed order', () => {
  expect(
    needCounts([{ needs: ['child-care', 'interpreter'] }, { needs: [] }, { needs: ['interpreter'] }]),
  ).toEqual([
    { need: 'interpreter', signUps: 2 },
    { need: 'child-care', signUps: 1 },
  ]);
});
