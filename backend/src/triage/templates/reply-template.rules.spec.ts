import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { templateFaults } from './reply-template.rules.js';

const template = (
  sv: string,
  en: string,
  status: ProposalStatus = 'answered',
  reason: string | null = null,
) => ({
  status,
  reason,
  text: { sv, en },
});

describe('a reply template', () => {
  it.each<[name: string, given: ReturnType<typeof template>, faults: string[]]>([
    ['plain words', template('Tack!', 'Thanks!'), []],
    ['names of each language', template('{nummer}', '{number}'), []],
    [
      'the Swedish name in the English text',
      template('{nummer}', '{nummer}'),
      ['text.en placeholderUnknown'],
    ],
    ['a misspelt name', template('{numer}', 'Thanks!'), ['text.sv placeholderUnknown']],
    [
      'what this status cannot fill',
      template('{åtagande}', '{commitment}'),
      ['text.sv placeholderNotHere', 'text.en placeholderNotHere'],
    ],
    ['what it can', template('{åtagande}', '{commitment}', 'committed'), []],
    ['a reason to decline', template('Nej', 'No', 'declined', 'other'), []],
    ['a reason where nothing is declined', template('Ja', 'Yes', 'answered', 'other'), ['reason notWanted']],
  ])('%s', (_name, given, faults) => {
    expect(templateFaults(given).map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
  });

  it('names what is wrong and what would be right', () => {
    expect(templateFaults(template('{numer}', 'Thanks!'))[0]?.params).toEqual({
      names: ['{numer}'],
      allowed: ['{nummer}', '{slag}', '{plats}', '{ort}', '{datum}'],
    });
  });
});
