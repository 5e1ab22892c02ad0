import { mayBecome, organisationRefusal, type OrganisationPlan } from './organisation.rules.js';

const plan = (changes: Partial<OrganisationPlan>): OrganisationPlan => ({
  isInstallationAdmin: false,
  administered: ['ale'],
  placesBefore: ['ale'],
  placesAfter: ['ale'],
  isRenamed: false,
  ...changes,
});

describe('who may say what an organisation is and where it works', () => {
  const cases: [name: string, plan: OrganisationPlan, refusal: string | null][] = [
    ['a new one in one’s own municipality', plan({ placesBefore: [], isRenamed: true }), null],
    ['a new one in another', plan({ placesBefore: [], placesAfter: ['kungalv'] }), 'role.insufficient'],
    ['a new name in one’s own', plan({ isRenamed: true }), null],
    [
      'a new name for one that works elsewhere, too',
      plan({ placesBefore: ['ale', 'kungalv'], placesAfter: ['ale', 'kungalv'], isRenamed: true }),
      'organisation.elsewhere',
    ],
    ['out of one’s own', plan({ placesBefore: ['ale', 'kungalv'], placesAfter: ['kungalv'] }), null],
    ['into another', plan({ placesAfter: ['ale', 'kungalv'] }), 'role.insufficient'],
    [
      'one of another municipality',
      plan({ placesBefore: ['kungalv'], placesAfter: ['kungalv'] }),
      'not.found',
    ],
    [
      'anything, by who looks after the installation',
      plan({ isInstallationAdmin: true, placesBefore: ['kungalv'], placesAfter: ['ale'], isRenamed: true }),
      null,
    ],
  ];
  it.each(cases)('%s', (_name, given, refusal) => {
    expect(organisationRefusal(given)).toBe(refusal);
  });

  it('its type stays while somebody works in it', () => {
    expect(mayBecome('partner', 'police', true)).toBe(false);
    expect(mayBecome('partner', 'partner', true)).toBe(true);
    expect(mayBecome('partner', 'police', false)).toBe(true);
  });
});
