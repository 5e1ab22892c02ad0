import type { OrganisationType, ProposalKind } from '@lofteskartan/shared/vocabulary';
import { isEmbargoed, releaseMoment } from './release.rules.js';

describe('whether an activity stays secret for a while', () => {
  const rows: [string, ProposalKind[], OrganisationType[], boolean][] = [
    ['the police’s speed checks', ['speed-check'], ['police'], true],
    [
      'the police’s checks of tuned vehicles, which answer the same wishes',
      ['speed-check', 'idea'],
      ['police'],
      true,
    ],
    [
      'speed checks that police and municipality own together',
      ['speed-check'],
      ['municipality', 'police'],
      true,
    ],
    ['the police’s drug operations', ['idea'], ['police'], false],
    ['the municipality’s own speed measurements', ['speed-check'], ['municipality'], false],
    ['the municipality’s lamps', ['dark-place', 'idea'], ['municipality'], false],
  ];
  it.each(rows)('%s', (_name, acceptsKinds, owners, embargoed) => {
    expect(isEmbargoed({ acceptsKinds, owners: owners.map((type) => ({ type })) })).toBe(embargoed);
  });
});

describe('when an embargoed activity becomes public', () => {
  const rows: [string, string, string | undefined, number, string][] = [
    ['24 hours after it ended', '2026-03-10', '2026-03-10T08:30:00Z', 24, '2026-03-11T08:30:00.000Z'],
    [
      '24 hours after the end of its day when nobody told',
      '2026-03-10',
      undefined,
      24,
      '2026-03-11T23:00:00.000Z',
    ],
    [
      'counted in real hours where summer time begins',
      '2026-03-28',
      '2026-03-28T20:00:00+01:00',
      24,
      '2026-03-29T19:00:00.000Z',
    ],
    ['after a day of 23 hours', '2026-03-29', undefined, 24, '2026-03-30T22:00:00.000Z'],
    [
      'at once where the municipality waits for nothing',
      '2026-03-10',
      '2026-03-10T08:30:00Z',
      0,
      '2026-03-10T08:30:00.000Z',
    ],
  ];
  it.each(rows)('%s', (_name, occurredOn, endedAt, hours, moment) => {
    expect(releaseMoment(occurredOn, endedAt, hours).toISOString()).toBe(moment);
  });
});
