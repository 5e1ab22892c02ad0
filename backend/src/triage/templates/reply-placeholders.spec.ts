import {
  fillPlaceholders,
  fittingTemplates,
  NO_FACTS,
  type PlaceholderFacts,
  placeholderFaults,
} from '@lofteskartan/shared/reply-placeholders';
import type { Language, ProposalStatus } from '@lofteskartan/shared/vocabulary';

const facts: PlaceholderFacts = {
  reference: 'ALE-7K3F9',
  kind: 'tipset om en mörk plats',
  place: 'Göteborgsvägen',
  locality: 'Nol',
  date: '26 november 2026',
  commitment: 'Mörka platser',
  responsible: 'Trafikverket',
};

describe('placeholders of a reply template', () => {
  it.each<
    [
      name: string,
      text: string,
      language: Language,
      status: ProposalStatus,
      unknown: string[],
      notHere: string[],
    ]
  >([
    ['none', 'Tack!', 'sv', 'answered', [], []],
    ['known', '{nummer} i {ort}', 'sv', 'answered', [], []],
    ['in the other language', '{number}', 'sv', 'answered', ['number'], []],
    ['in English', '{number} in {locality}', 'en', 'answered', [], []],
    ['misspelt, twice', '{numer} och {numer}', 'sv', 'answered', ['numer'], []],
    ['empty', '{}', 'sv', 'answered', [''], []],
    ['the commitment where there is one', '{atagande}', 'sv', 'committed', [], []],
    ['the commitment, written as it is said', '{åtagande}', 'sv', 'committed', [], []],
    ['the commitment where there is none', '{åtagande}', 'sv', 'declined', [], ['åtagande']],
    ['the responsible body where there is one', '{ansvarig}', 'sv', 'referred', [], []],
    ['the responsible body where there is none', '{ansvarig}', 'sv', 'answered', [], ['ansvarig']],
  ])('%s', (_name, text, language, status, unknown, notHere) => {
    expect(placeholderFaults(text, language, status)).toEqual({ unknown, notHere });
  });

  it.each<[name: string, text: string, language: Language, given: PlaceholderFacts, filled: string]>([
    [
      'all',
      '{nummer}: {ansvarig} svarar för {plats}.',
      'sv',
      facts,
      'ALE-7K3F9: Trafikverket svarar för Göteborgsvägen.',
    ],
    ['the commitment', 'Det hör till ”{åtagande}”.', 'sv', facts, 'Det hör till ”Mörka platser”.'],
    [
      'at the beginning',
      '{slag} är klart. {slag} också.',
      'sv',
      facts,
      'Tipset om en mörk plats är klart. Tipset om en mörk plats också.',
    ],
    [
      'with nothing known',
      'Vi har tittat på {plats}.',
      'sv',
      NO_FACTS,
      'Vi har tittat på platsen du pekade ut.',
    ],
    ['in English', 'We looked at {place}.', 'en', NO_FACTS, 'We looked at the place you pointed out.'],
    ['what is unknown stays', '{annat}', 'sv', facts, '{annat}'],
    ['what fills it is not filled again', '{plats}', 'sv', { ...facts, place: '{nummer}' }, '{nummer}'],
  ])('are filled in: %s', (_name, text, language, given, filled) => {
    expect(fillPlaceholders(text, language, given)).toBe(filled);
  });

  it('the most particular template comes first', () => {
    const template = (
      name: string,
      kind: 'idea' | null,
      reason: 'other' | null,
      status: ProposalStatus = 'declined',
    ) => ({
      name,
      kind,
      reason,
      status,
    });
    const all = [
      template('Ö', null, null),
      template('Alla', null, null),
      template('Idé', 'idea', null),
      template('Skäl', null, 'other'),
      template('Båda', 'idea', 'other'),
      template('Svar', null, null, 'answered'),
    ];
    const names = (kind: 'idea' | 'dark-place', reason: string | null) =>
      fittingTemplates(all, { status: 'declined', kind, reason }).map(({ name }) => name);
    expect(names('idea', 'other')).toEqual(['Båda', 'Skäl', 'Idé', 'Alla', 'Ö']);
    expect(names('dark-place', 'not-possible')).toEqual(['Alla', 'Ö']);
  });
});
