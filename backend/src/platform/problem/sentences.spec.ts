import { describe, expect, it } from '@jest/globals';
import { codes, fieldCodes } from './codes.js';
import { sentences } from './sentences.js';

const placeholders = (sentence: string | undefined): string[] =>
  [...(sentence ?? '').matchAll(/\{\w+\}/g)].map(([each]) => each).sort();

describe.each(['sv', 'en'] as const)('the sentences in %s', (language) => {
  it('say something for every code, and for nothing else', () => {
    expect(Object.keys(sentences[language].codes).sort()).toEqual(Object.keys(codes).sort());
    expect(Object.keys(sentences[language].fields).sort()).toEqual([...fieldCodes].sort());
    expect(Object.keys(sentences[language].titles)).toEqual(
      [...new Set(Object.values(codes))].sort().map(String),
    );
  });

  it('are sentences', () => {
    const all = [...Object.values(sentences[language].codes), ...Object.values(sentences[language].fields)];
    expect(all.filter((sentence) => !/^[A-ZÅÄÖ{].*[.?]$/.test(sentence))).toEqual([]);
  });
});

it('the two languages have the same words to fill in', () => {
  for (const kind of ['codes', 'fields'] as const) {
    for (const [code, sentence] of Object.entries(sentences.sv[kind])) {
      expect([code, placeholders(sentences.en[kind][code])]).toEqual([code, placeholders(sentence)]);
    }
  }
});
