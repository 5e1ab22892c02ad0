import { describe, expect, it } from '@jest/globals';
import { missingOf, writtenPoint, type PointDraft } from './point-draft.js';

const draft: PointDraft = {
  text: 'Fler bänkar',
  outcome: '',
  publicText: '',
  thingId: '',
  thingName: '',
  outsideWho: '',
  organisationId: '',
  personId: '',
  dueOn: '',
};

describe('what is written about a point', () => {
  it.each([
    ['nothing yet', {}, []],
    ['an answer without words', { outcome: 'answered' }, ['publicText']],
    ['a measure that is nowhere', { outcome: 'measure', publicText: 'Ja' }, ['thingId']],
    ['somebody else’s, nobody knows whose', { outcome: 'outside', publicText: 'Nej' }, ['outsideWho']],
    ['a day that nobody keeps', { dueOn: '2027-01-01' }, ['organisationId']],
    ['no words of what was asked', { text: ' ' }, ['text']],
  ] as const)('%s', (_, more, missing) => {
    expect(missingOf({ ...draft, ...more })).toEqual(missing);
  });

  it('is sent whole, what is empty as nothing', () => {
    expect(writtenPoint({ ...draft, outcome: 'no', publicText: 'Nej.' }, 3)).toEqual({
      version: 3,
      text: 'Fler bänkar',
      outcome: 'no',
      publicText: 'Nej.',
      thingId: null,
      outsideWho: null,
      organisationId: null,
      personId: null,
      dueOn: null,
    });
  });
});
