import { footWords, placeWords, promisedAbout, stretchWords, type SignMeasure } from './sign-words.rules.js';

const measure = (part: Partial<SignMeasure>): SignMeasure => ({
  kind: 'cut-back',
  state: 'planned',
  plannedOn: null,
  doneOn: null,
  ...part,
});

describe('the sign of a stretch', () => {
  test.each([
    ['twelve are told', 12, '2026-11-14', 'Här har 12 önskat hastighetskontroll.'],
    ['five are told', 5, null, 'Här har 5 önskat hastighetskontroll.'],
    ['four could be known by the number', 4, null, 'Här har grannar önskat hastighetskontroll.'],
    ['so could one', 1, null, 'Här har grannar önskat hastighetskontroll.'],
    ['many are grouped as in print', 1200, null, 'Här har 1\u00a0200 önskat hastighetskontroll.'],
  ] as const)('%s', (_case, people, lastCheckOn, heading) => {
    expect(stretchWords({ people, lastCheckOn }, 'sv').heading).toBe(heading);
  });

  test.each([
    ['sv', '2026-11-14', 'Senast kontrollerad 14 november 2026.'],
    ['sv', null, 'Ingen kontroll har redovisats här än.'],
    ['en', '2026-11-14', 'Last checked on 14 November 2026.'],
    ['en', null, 'No check has been reported here yet.'],
  ] as const)('in %s, last checked %s', (language, lastCheckOn, line) => {
    expect(stretchWords({ people: 9, lastCheckOn }, language).lines).toEqual([line]);
  });

  test.each([
    [9, '9 people have asked for speed checks here.'],
    [4, 'Neighbours have asked for speed checks here.'],
  ])('in English for %i', (people, heading) => {
    expect(stretchWords({ people, lastCheckOn: null }, 'en').heading).toBe(heading);
  });
});

describe('the sign of a place', () => {
  test.each<[string, SignMeasure[], string]>([
    ['nothing yet', [], 'Ingen åtgärd är gjord än.'],
    [
      'the latest of what was done',
      [
        measure({ kind: 'cut-back', state: 'done', doneOn: '2025-05-02' }),
        measure({ kind: 'lamp-repaired', state: 'done', doneOn: '2026-10-01' }),
      ],
      'Senaste åtgärd: lampan lagad, 1 oktober 2026.',
    ],
    [
      'what was done goes before what comes',
      [
        measure({ kind: 'new-lamp', plannedOn: '2027-03-01' }),
        measure({ kind: 'cleaned', state: 'done', doneOn: '2026-01-02' }),
      ],
      'Senaste åtgärd: städat och sanerat, 2 januari 2026.',
    ],
    [
      'what comes first',
      [
        measure({ kind: 'rebuilt', plannedOn: '2028-03-01' }),
        measure({ kind: 'new-lamp', plannedOn: '2027-03-01' }),
      ],
      'Planerat: ny lampa sätts upp, 1 mars 2027.',
    ],
    [
      'what is late is not promised again',
      [measure({ kind: 'new-lamp', state: 'overdue', plannedOn: '2026-03-01' })],
      'Ingen åtgärd är gjord än.',
    ],
    [
      'a decision stands on the page, not on the sign',
      [measure({ kind: 'none', state: 'decided', plannedOn: '2026-03-01' })],
      'Ingen åtgärd är gjord än.',
    ],
  ])('%s', (_case, measures, line) => {
    expect(placeWords(measures, 'sv', 'form').lines).toEqual([line]);
  });
});

describe('how to use the sign of a place', () => {
  test.each([
    ['sv', 'form', /så öppnas formuläret\. Adressen under går till platsens sida\.$/],
    ['sv', 'page', /eller skriv in adressen\.$/],
    ['en', 'form', /the form opens\. The address below leads to the page of the place\.$/],
    ['en', 'page', /or type in the address\.$/],
  ] as const)('in %s, where its code opens the %s', (language, opens, how) => {
    expect(placeWords([], language, opens).how).toMatch(how);
  });
});

describe('the commitment on a sign', () => {
  const promised = (title: string, part: object = {}) => ({
    title,
    acceptsKinds: ['speed-check' as const, 'idea' as const],
    requiresWish: false,
    closing: null,
    ...part,
  });
  test.each([
    ['that answers wishes', [promised('A-traktorer'), promised('Kontroller', { requiresWish: true })]],
    [
      'that takes nothing else',
      [promised('A-traktorer'), promised('Kontroller', { acceptsKinds: ['speed-check'] })],
    ],
    ['that is open', [promised('Stängt', { requiresWish: true, closing: {} }), promised('Kontroller')]],
    ['that takes the kind', [promised('Lampor', { acceptsKinds: ['dark-place'] }), promised('Kontroller')]],
  ])('is the one %s', (_case, commitments) => {
    expect(promisedAbout('speed-check', commitments)).toBe('Kontroller');
  });

  test('is none where nothing is promised', () => {
    expect(promisedAbout('dark-place', [promised('Kontroller')])).toBeNull();
  });
});

test.each([
  ['sv', 'Utskriven i november 2026. Är det akut: ring 112.'],
  ['en', 'Printed in November 2026. In an emergency, call 112.'],
] as const)('the foot in %s', (language, words) => {
  expect(footWords('2026-11-26', language)).toBe(words);
});
