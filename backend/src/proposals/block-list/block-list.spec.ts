import {
  blockedWordsIn,
  blockWordFault,
  sameBlockWord,
  tidyBlockWord,
} from '@lofteskartan/shared/block-list';

describe('a word of the block list', () => {
  it.each([
    ['the word itself', 'idiot', 'Han är en idiot.', true],
    ['whatever the case', 'IDIOT', 'vilken Idiot!', true],
    ['not a part of another word', 'ren', 'Gatan är trasig och renen sprang', false],
    ['not the beginning of another word', 'idiot', 'idiotisk', false],
    ['beside punctuation', 'idiot', '(idiot)', true],
    ['å, ä and ö as letters of their own', 'åsna', 'asna', false],
    ['å, ä and ö as they are', 'åsna', 'En ÅSNA går här', true],
    ['å as a letter and a ring', 'åsna', 'a\u030asna', true],
    ['ä is not a', 'häst', 'hast', false],
    ['other accents do not count, in the text', 'ide', 'en dålig idé', true],
    ['other accents do not count, in the list', 'idé', 'en dålig ide', true],
    ['ü is u', 'muller', 'Müller', true],
    ['a part of a word with a hyphen', 'idiot', 'en idiot-förare', true],
    ['a hyphen is a hyphen', 'a-traktor', 'en A-traktor', true],
    ['a hyphen is a space', 'a-traktor', 'en a traktor', true],
    ['a hyphen is not nothing', 'a-traktor', 'en atraktor', false],
    ['several words in their order', 'dra åt skogen', 'Du kan dra  åt\nskogen!', true],
    ['several words in another order', 'dra åt skogen', 'skogen dra åt', false],
    ['digits', '1488', 'nr 1488 här', true],
    ['digits within others', '1488', '148812', false],
    ['a soft hyphen within it', 'idiot', 'idi\u00adot', true],
    ['a joiner without width within it', 'idiot', 'id\u200biot', true],
    ['a * last', 'idiot*', 'idiotiska förare', true],
    ['a * last, and the word alone', 'idiot*', 'idiot', true],
    ['a * last, but another beginning', 'idiot*', 'superidiot', false],
    ['a * first', '*idiot', 'superidiot', true],
    ['a * first, but another end', '*idiot', 'idiotisk', false],
    ['a * on both sides', '*idiot*', 'superidiotisk', true],
    ['a * after several words', 'dra åt skog*', 'dra åt skogarna', true],
    ['a * does not reach into the next word', 'idiot*förare', 'idiot i bil', false],
    ['an empty text', 'idiot', '', false],
  ] as const)('%s', (_, word, text, hits) => {
    expect(blockedWordsIn([word], text)).toEqual(hits ? [word] : []);
  });

  it('is told with the others that stand there, in the order of the list', () => {
    expect(blockedWordsIn(['tre', 'ett*', 'två'], 'Ettan, två, tre')).toEqual(['tre', 'ett*', 'två']);
  });

  it('is found in a long text in a moment', () => {
    const list = Array.from({ length: 500 }, (_, index) => `*ord${String(index)}*`);
    expect(blockedWordsIn(list, 'ord '.repeat(1000))).toEqual([]);
  });

  it.each([
    ['a word', 'idiot', null],
    ['several words', 'dra åt skogen', null],
    ['a short word without a *', 'ab', null],
    ['nothing', '  ', 'required'],
    ['a * alone', '*', 'wildcard'],
    ['two * alone', '**', 'wildcard'],
    ['a * with spaces', ' * ', 'wildcard'],
    ['a * beside too little', 'ab*', 'wildcard'],
    ['a * beside enough', 'abc*', null],
    ['a * within', 'ab*cd', 'wildcard'],
    ['two * last', 'abc**', 'wildcard'],
    ['a * on both sides', '*abc*', null],
    ['signs alone', '!?', 'malformed'],
    ['60 characters', 'å'.repeat(60), null],
    ['61 characters', 'å'.repeat(61), 'tooLong'],
  ] as const)('may be %s: %s', (_, word, fault) => {
    expect(blockWordFault(word)).toBe(fault);
  });

  it.each([
    ['case', 'Idiot', 'idiot', true],
    ['accents', 'idé', 'ide', true],
    ['a hyphen', 'a-traktor', 'a traktor', true],
    ['a *', 'idiot', 'idiot*', false],
    ['å', 'åsna', 'asna', false],
  ] as const)('differs from another by %s alone: the same', (_, one, other, same) => {
    expect(sameBlockWord(one, other)).toBe(same);
  });

  it('is kept without spaces around it', () => {
    expect(tidyBlockWord('  dra   åt ')).toBe('dra åt');
  });
});
