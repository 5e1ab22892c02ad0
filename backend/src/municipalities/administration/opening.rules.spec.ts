import { missingToOpen, type TownToOpen } from './opening.rules.js';

const ready: TownToOpen = {
  localities: [{}],
  organisations: [{ type: 'police' }, { type: 'municipality' }],
  contacts: [{}],
  facts: { hasOutline: true, promises: 1, commitments: 1, workers: 1 },
};
const without = (facts: Partial<TownToOpen['facts']>): TownToOpen => ({
  ...ready,
  facts: { ...ready.facts, ...facts },
});

describe('what is missing before a municipality opens', () => {
  const cases: [name: string, town: TownToOpen, missing: string[]][] = [
    ['nothing', ready, []],
    ['only the box that it began with', without({ hasOutline: false }), ['outline']],
    ['no locality', { ...ready, localities: [] }, ['locality']],
    ['no police district', { ...ready, organisations: [{ type: 'municipality' }] }, ['police']],
    [
      'no office of its own',
      { ...ready, organisations: [{ type: 'police' }, { type: 'partner' }] },
      ['office'],
    ],
    ['nobody to turn to', { ...ready, contacts: [] }, ['contact']],
    ['no promise', without({ promises: 0, commitments: 0 }), ['promise', 'commitment']],
    ['a promise without commitments', without({ commitments: 0 }), ['commitment']],
    ['nobody who handles proposals', without({ workers: 0 }), ['staff']],
  ];
  it.each(cases)('%s', (_name, town, missing) => {
    expect(missingToOpen(town)).toEqual(missing);
  });
});
