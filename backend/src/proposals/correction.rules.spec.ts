import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import { corrected, correctionFaults, differences, type CorrectionInput } from './correction.rules.js';

const dark = { causes: ['stairs'], when: [] } as ProposalDetails;
const speed = { weekdays: [], hourBands: [], problems: [], near: [], postedLimit: null } as ProposalDetails;
const drugs = { topic: 'drugs' } as ProposalDetails;
const before = { kind: 'dark-place', commitmentId: null, details: dark } as const;

describe('what a correction needs', () => {
  it.each<[name: string, input: CorrectionInput, commitmentId: string | null, faults: string[]]>([
    ['nothing to correct', {}, null, ['details required']],
    ['a position', { position: [12, 57] }, null, []],
    ['a place name', { placeName: '' }, null, []],
    ['details with their kind', { kind: 'dark-place', details: dark }, '9', []],
    ['details of the kind there is', { details: dark }, '9', []],
    ['details of another kind without it', { details: speed }, null, ['kind required']],
    ['another kind with its details', { kind: 'speed-check', details: speed }, null, []],
    ['another kind without details', { kind: 'speed-check' }, null, ['details required']],
    ['another kind of what is committed', { kind: 'speed-check', details: speed }, '9', ['kind kindFixed']],
    [
      'a position for drugs',
      { kind: 'idea', details: drugs, position: [12, 57] },
      null,
      ['position notWithTopic'],
    ],
  ])('%s', (_name, input, commitmentId, faults) => {
    expect(
      correctionFaults({ ...before, commitmentId }, input).map(({ field, code }) => `${field} ${code}`),
    ).toEqual(faults);
  });
});

describe('what a correction makes', () => {
  const sent = { kind: 'dark-place', position: [12, 57], placeName: 'Trappan', details: dark } as const;
  it('leaves what it does not name', () => {
    expect(corrected({ ...sent, position: [12, 57] }, { placeName: ' Torget ' })).toEqual({
      ...sent,
      placeName: 'Torget',
    });
  });

  it('an empty place name removes it', () => {
    expect(corrected({ ...sent, position: [12, 57] }, { placeName: ' ' }).placeName).toBeNull();
  });

  it('an idea about drugs loses its position', () => {
    expect(corrected({ ...sent, position: [12, 57] }, { kind: 'idea', details: drugs }).position).toBeNull();
  });

  it('says what was and what is', () => {
    const after = corrected({ ...sent, position: [12, 57] }, { position: [12.1, 57], placeName: 'Trappan' });
    expect(differences({ ...sent, position: [12, 57] }, after)).toEqual({
      position: { before: [12, 57], after: [12.1, 57] },
    });
  });
});
