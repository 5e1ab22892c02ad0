import { describe, expect, it } from '@jest/globals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { publicPlace, templateFacts } from './template-facts.js';

const proposal = (more: object) =>
  Object.assign(
    {
      reference: 'ALE-7K3F9',
      kind: 'speed-check',
      details: { roadName: 'Storgatan', weekdays: [], hourBands: [], problems: [], near: [] },
      roadListed: false,
      publication: 'pending',
      placeName: 'Vid Kalles hus',
    },
    more,
  ) as unknown as TriageProposal;

describe('the place that a template names', () => {
  it.each([
    ['a listed road at once', { roadListed: true }, 'Storgatan'],
    ['no other road before a human has read it', {}, null],
    ['another road once it is released', { publication: 'released' }, 'Storgatan'],
    ['no words about a place before they are released', { details: { causes: [], when: [] } }, null],
    [
      'words about a place once they are',
      { details: { causes: [], when: [] }, publication: 'released' },
      'Vid Kalles hus',
    ],
    ['nothing that is kept back', { publication: 'kept-back' }, null],
  ])('is %s', (_name, more, place) => {
    expect(publicPlace(proposal(more))).toBe(place);
  });

  it('stands beside what else is known, and nothing is made up', () => {
    const chosen = { locality: 'Nol', commitment: null, responsible: ' ' };
    expect(templateFacts(proposal({}), 'en', chosen)).toMatchObject({
      reference: 'ALE-7K3F9',
      kind: 'the wish for a speed check',
      place: null,
      locality: 'Nol',
      commitment: null,
      responsible: null,
    });
  });
});
