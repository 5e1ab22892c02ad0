import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import * as vocabulary from '@lofteskartan/shared/vocabulary';

type Words = { [key: string]: string | Words };

const here = dirname(fileURLToPath(import.meta.url));
const areas = readdirSync(join(here, 'sv')).map((file) => file.replace(/\.json$/, ''));
const read = (language: string, area: string) =>
  JSON.parse(readFileSync(join(here, language, `${area}.json`), 'utf8')) as Words;

/** All texts by their path, such as `nav.map`. */
function texts(words: Words, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(path + key, value);
    else for (const [inner, text] of texts(value, `${path}${key}.`)) found.set(inner, text);
  }
  return found;
}

/** Texts that are rightly the same in both languages: names, codes, and words that the languages share. */
const SHARED_WORDS = new Set([
  'Löfteskartan',
  'Löfteskartan {{place}}',
  'Svenska',
  'English',
  'Lättläst',
  'Administration',
  'API',
  'Station',
  'Period',
  'Organisation',
  'Moped',
]);
const isWords = (text: string) => /\p{Letter}{3}/u.test(text.replace(/\{\{.*?\}\}|<.*?>/g, ''));
const placeholders = (text: string) => [...text.matchAll(/\{\{.*?\}\}|<\/?\w+>/g)].map(String).sort();

/** Names that i18next reads for itself: a placeholder of that name changes the language instead of filling a gap. */
const OPTIONS_OF_I18NEXT = ['lng', 'lngs', 'ns', 'fallbackLng', 'replace', 'postProcess', 'defaultValue'];

test('both languages have the same areas', () => {
  expect(readdirSync(join(here, 'en')).sort()).toEqual(readdirSync(join(here, 'sv')).sort());
});

test('every area is named in platform/i18n-resources.ts', () => {
  const source = readFileSync(join(here, '../platform/i18n-resources.ts'), 'utf8');
  expect(areas.filter((area) => !source.includes(`locales/sv/${area}.json'`))).toEqual([]);
});

describe.each(areas)('%s', (area) => {
  const swedish = texts(read('sv', area));
  const english = texts(read('en', area));

  test('has the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...swedish.keys()].sort());
  });

  test('names no placeholder as an option of i18next is named', () => {
    const taken = OPTIONS_OF_I18NEXT.map((name) => `{{${name}}}`);
    const wrong = [...swedish].filter(([, text]) => placeholders(text).some((each) => taken.includes(each)));
    expect(wrong).toEqual([]);
  });

  test('has no empty text', () => {
    expect([...swedish, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('says nothing in English that is the Swedish text', () => {
    const same = [...swedish].filter(
      ([key, text]) => english.get(key) === text && isWords(text) && !SHARED_WORDS.has(text),
    );
    expect(same).toEqual([]);
  });

  test('has no Swedish letters in the English, and no English commonplaces in the Swedish', () => {
    const names =
      /Löfteskartan|Aleförslag|Älvängen|Nödinge|Kungälv|Alebyggen|Räddningstjänstförbund|Västtrafik|Myndigheten för digital förvaltning|Integritetsskyddsmyndigheten|Länsstyrelsen|Brå|Svenska|Lättläst/g;
    expect([...english].filter(([, text]) => /[åäö]/i.test(text.replace(names, '')))).toEqual([]);
    expect([...swedish].filter(([, text]) => /\b(?:the|and|with|your|please|submit)\b/i.test(text))).toEqual(
      [],
    );
  });

  test('has the same placeholders in both languages', () => {
    const differing = [...swedish].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });
});

const EASY = 'sv-x-lattlast';
const easyAreas = readdirSync(join(here, EASY)).map((file) => file.replace(/\.json$/, ''));

test('home, form with receipt, the lamps and the words for states are there in easy Swedish', () => {
  expect(easyAreas).toEqual(expect.arrayContaining(['app', 'home', 'form', 'lamps', 'words']));
});

describe.each(easyAreas)('%s in easy Swedish', (area) => {
  const swedish = texts(read('sv', area));
  const easy = texts(read(EASY, area));

  test('says anew only what there is, with the same placeholders', () => {
    const differing = [...easy].filter(
      ([key, text]) =>
        !swedish.has(key) || placeholders(text).join() !== placeholders(swedish.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test('has short sentences: at most 13 words, and at most one comma', () => {
    const long = [...easy.values()]
      .flatMap((text) => text.split(/(?<=[.!?])\s|\n/))
      .filter((sentence) => sentence.split(/\s+/).length > 13 || sentence.split(',').length > 2);
    expect(long).toEqual([]);
  });

  test('has words that are not too long, and no passive', () => {
    const hard = [...easy].filter(([, text]) =>
      /[\p{L}]{17,}|(?<!\p{L})\p{L}+(?:eras|ades)(?!\p{L})/u.test(text.replace(/\{\{.*?\}\}|<.*?>/g, '')),
    );
    expect(hard).toEqual([]);
  });
});

describe('words', () => {
  const swedish = texts(read('sv', 'words'));
  test.each([
    ['kind', vocabulary.PROPOSAL_KINDS],
    ['kinds', vocabulary.PROPOSAL_KINDS],
    ['status', vocabulary.PROPOSAL_STATUSES],
    ['declineReason', vocabulary.DECLINE_REASONS],
    ['weekday', vocabulary.WEEKDAYS],
    ['problem', vocabulary.SPEED_PROBLEMS],
    ['near', vocabulary.SPEED_SURROUNDINGS],
    ['cause', vocabulary.DARK_PLACE_CAUSES],
    ['when', vocabulary.DARK_PLACE_TIMES],
    ['topic', vocabulary.IDEA_TOPICS],
    ['role', vocabulary.ROLES],
    ['organisationType', vocabulary.ORGANISATION_TYPES],
    ['commitmentType', vocabulary.COMMITMENT_TYPES],
    ['whyNot', vocabulary.WHY_NOT_COUNTED],
    ['pace', vocabulary.PACES],
    ['publication', vocabulary.PUBLICATION_STATES],
    ['personalData', vocabulary.PERSONAL_DATA_TYPES],
    ['placeType', vocabulary.PLACE_TYPES],
    ['sort', vocabulary.PROPOSAL_SORTS],
  ])('there is a word for every %s', (group, values: readonly string[]) => {
    expect(values.filter((value) => !swedish.has(`${group}.${value}`))).toEqual([]);
  });

  test('every state has an easy word', () => {
    const easy = texts(read(EASY, 'words'));
    expect(vocabulary.PROPOSAL_STATUSES.filter((status) => !easy.has(`status.${status}`))).toEqual([]);
  });
});
