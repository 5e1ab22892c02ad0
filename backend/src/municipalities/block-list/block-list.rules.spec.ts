import { blockListFaults, keptBlockList } from './block-list.rules.js';

it.each([
  ['nothing at all', [], []],
  ['words', ['idiot', 'dra åt skogen', 'svin*'], []],
  ['a * alone', ['idiot', '*'], [['words[1]', 'wildcard']]],
  ['an empty word', [' '], [['words[0]', 'required']]],
  ['signs alone', ['!!'], [['words[0]', 'malformed']]],
  ['a word that is too long', ['å'.repeat(61)], [['words[0]', 'tooLong']]],
  ['the same word twice', ['idiot', 'svin', 'IDIOT'], [['words[2]', 'notUnique']]],
  ['a word with and without a *', ['idiot', 'idiot*'], []],
  [
    'several faults',
    ['*', '', 'svin'],
    [
      ['words[0]', 'wildcard'],
      ['words[1]', 'required'],
    ],
  ],
] as const)('a list of %s', (_, words, faults) => {
  expect(blockListFaults(words).map(({ field, code }) => [field, code])).toEqual(faults);
});

it('is kept tidy, in Swedish order, whatever the stars', () => {
  expect(keptBlockList(['östra', ' åsna ', '*svin*', 'alla  djur'])).toEqual([
    'alla djur',
    '*svin*',
    'åsna',
    'östra',
  ]);
});
