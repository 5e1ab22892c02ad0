import type { SuitabilityVerdict, UnsuitableReason } from '@lofteskartan/shared/planner';
import { type SuitabilityFacts, suitabilityOf } from './suitability.rules.js';

describe('whether a check can be made', () => {
  const nothing: SuitabilityFacts = { safePlace: null, limitChangeMetres: null, roadKeeper: null };
  const rows: [
    name: string,
    facts: Partial<SuitabilityFacts>,
    verdict: SuitabilityVerdict,
    reasons: UnsuitableReason[],
  ][] = [
    ['nobody has looked', {}, 'not-assessed', []],
    ['the road keeper is known, and no more', { roadKeeper: 'state' }, 'not-assessed', []],
    ['far from a change of limit, and no more', { limitChangeMetres: 900 }, 'not-assessed', []],
    ['a safe place', { safePlace: true }, 'suitable', []],
    ['a safe place, just far enough', { safePlace: true, limitChangeMetres: 200 }, 'suitable', []],
    [
      'a safe place, too close to a change',
      { safePlace: true, limitChangeMetres: 199 },
      'unsuitable',
      ['near-limit-change'],
    ],
    ['no safe place', { safePlace: false }, 'unsuitable', ['no-safe-place']],
    ['a private road', { safePlace: true, roadKeeper: 'private' }, 'unsuitable', ['private-road']],
    [
      'all at once',
      { safePlace: false, limitChangeMetres: 0, roadKeeper: 'private' },
      'unsuitable',
      ['no-safe-place', 'near-limit-change', 'private-road'],
    ],
  ];
  it.each(rows)('%s', (_name, facts, verdict, reasons) => {
    expect(suitabilityOf({ ...nothing, ...facts }, { limitChangeMetres: 200 })).toEqual({ verdict, reasons });
  });
});
