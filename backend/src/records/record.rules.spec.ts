import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { controllerOf, type PossibleController } from './record.rules.js';

const police: PossibleController = { id: 'p', name: 'LPO', type: 'police' };
const office: PossibleController = { id: 'k', name: 'Kommunen', type: 'municipality' };

describe('who answers for the personal data', () => {
  it.each<
    [
      name: string,
      kind: ProposalKind,
      ownerId: string | null,
      possible: PossibleController[],
      controller: string | null,
    ]
  >([
    ['of a speed check: the police', 'speed-check', null, [office, police], 'p'],
    ['of a dark place: the municipality', 'dark-place', null, [police, office], 'k'],
    ['of an idea: the municipality', 'idea', null, [police, office], 'k'],
    ['of what is linked to a commitment: its owner', 'speed-check', 'k', [police, office], 'k'],
    ['of a commitment that a partner owns: by kind', 'idea', 'x', [police, office], 'k'],
    ['where there is one organisation: that one', 'speed-check', null, [office], 'k'],
    ['where there is none: nobody', 'idea', null, [], null],
  ])('%s', (_name, kind, ownerId, possible, controller) => {
    expect(controllerOf({ kind, ownerId }, possible)?.id ?? null).toBe(controller);
  });
});
