import {
  attendanceFaults,
  looksPersonal,
  publicCame,
  wholeCame,
  whyNotPaper,
  whyNotTypeIn,
} from './paper.rules.js';

const from = (name: string | null, people: number, bands: object | null = null) => ({ name, people, bands });

it.each([
  ['draft', 'dialogue.notOpen'],
  ['published', 'dialogue.notOpen'],
  ['open', null],
  ['closed', null],
  ['reported', null],
  ['cancelled', 'dialogue.cancelled'],
] as const)('of a dialogue that is %s is noted: %s', (status, refusal) => {
  expect(whyNotPaper(status)).toBe(refusal);
});

it.each([
  ['draft', 'dialogue.draft'],
  ['published', null],
  ['open', null],
  ['closed', null],
  ['reported', 'dialogue.reported'],
  ['followed-up', 'dialogue.reported'],
  ['cancelled', 'dialogue.cancelled'],
] as const)('for a dialogue that is %s questions are typed in: %s', (status, refusal) => {
  expect(whyNotTypeIn(status)).toBe(refusal);
});

it.each([
  ['Det är mörkt vid tunneln.', false],
  ['Ring 070-123 45 67 om lampan.', true],
  ['kim@example.org vill veta.', true],
  ['Hon är född 19811228-9874.', true],
])('“%s” looks personal: %s', (text, looks) => {
  expect(looksPersonal(text)).toBe(looks);
});

describe('counts that are sent', () => {
  it.each([
    [
      'each locality once',
      [
        { locality: 'nol', people: 8 },
        { locality: null, people: 2 },
      ],
      [],
    ],
    [
      'a locality twice',
      [
        { locality: 'nol', people: 8 },
        { locality: 'nol', people: 2 },
      ],
      ['localities[1].locality'],
    ],
    [
      'elsewhere twice',
      [
        { locality: null, people: 8 },
        { locality: null, people: 2 },
      ],
      ['localities[1].locality'],
    ],
    ['fewer in groups than came', [{ locality: 'nol', people: 8, bands: { women: 3, '65-more': 8 } }], []],
    [
      'more women and men than came',
      [{ locality: 'nol', people: 8, bands: { women: 5, men: 4 } }],
      ['localities[0].bands.women'],
    ],
  ])('%s', (_, rows, fields) => {
    expect(attendanceFaults(rows).map(({ field }) => field)).toEqual(fields);
  });
});

describe('who came, as everyone reads it', () => {
  it.each([
    ['nobody', [], null, []],
    ['many from everywhere', [from('Nol', 12), from('Surte', 7)], 19, [12, 7]],
    [
      'few from one place: another is hidden with it',
      [from('Nol', 12), from('Surte', 7), from('Alafors', 2)],
      21,
      [12, null, null],
    ],
    ['a few alone', [from('Nol', 4)], null, [null]],
    [
      'few and many: what is hidden could be found out',
      [from('Nol', 30), from('Surte', 1)],
      31,
      [null, null],
    ],
    ['nobody from a place', [from('Nol', 12), from('Surte', 0)], 12, [12]],
  ])('%s', (_, rows, people, shown) => {
    const told = publicCame(rows);
    expect([told.people, told.attendance.map((each) => each.people)]).toEqual([people, shown]);
  });

  it.each([
    ['a group that is large enough is told', { women: 10, men: 6 }, [10, 6]],
    ['one of few hides its group', { women: 10, men: 3 }, []],
    ['few who belong to none hide it as well', { women: 10, men: 5 }, []],
  ])('%s', (_, bands, told) => {
    expect(publicCame([from('Nol', 16, bands)]).bands.map(({ people }) => people)).toEqual(told);
  });

  it('is whole for staff', () => {
    expect(wholeCame([from('Nol', 3, { women: 1 }), from(null, 1, { women: 1 })])).toEqual({
      people: 4,
      attendance: [
        { locality: 'Nol', people: 3 },
        { locality: null, people: 1 },
      ],
      bands: [{ band: 'women', people: 2 }],
    });
  });
});
