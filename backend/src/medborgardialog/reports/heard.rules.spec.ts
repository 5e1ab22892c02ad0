import type { PopulationBands } from '@lofteskartan/shared/contracts/population';
import type { DialogueBand } from '@lofteskartan/shared/medborgardialog-outcomes';
import { heardIn, populationFor } from './heard.rules.js';

const year = (of: number, bands: PopulationBands = {}) => ({ year: of, source: 'SCB', bands });

describe('the population that a year is laid beside', () => {
  it.each([
    ['that of the year', 2025, [2024, 2025, 2026], 2025],
    ['the latest before it', 2026, [2023, 2024], 2024],
    ['the first, where all are later', 2022, [2025, 2024], 2024],
    ['none, where nobody has said', 2026, [], undefined],
  ])('%s', (_, asked, years, expected) => {
    expect(
      populationFor(
        asked,
        years.map((each) => year(each)),
      )?.year,
    ).toBe(expected);
  });
});

describe('groups beside the population', () => {
  const living = { women: 4900, men: 5100, 'under-18': 2500, '18-29': 1500, '30-64': 4500, '65-more': 1500 };
  const heard = (bands: Partial<Record<DialogueBand, number>>, population: PopulationBands | null) =>
    heardIn(
      2026,
      {
        dialogues: [
          {
            heldOn: '2026-04-02',
            came: {
              people: 40,
              attendance: [],
              bands: Object.entries(bands).map(([band, people]) => ({ band: band as DialogueBand, people })),
            },
          },
        ],
        places: [],
        populations: population ? [year(2025, population)] : [],
      },
      '2026-11-26',
    ).bands.map(({ band, people, share, population: all, populationShare }) => [
      band,
      people,
      share,
      all,
      populationShare,
    ]);

  it('tells of each group who came and who lives there, in shares of what is told', () => {
    expect(heard({ women: 24, men: 8 }, living)).toEqual([
      ['women', 24, 0.75, 4900, 0.49],
      ['men', 8, 0.25, 5100, 0.51],
      ['under-18', null, null, 2500, 0.25],
      ['18-29', null, null, 1500, 0.15],
      ['30-64', null, null, 4500, 0.45],
      ['65-more', null, null, 1500, 0.15],
    ]);
  });

  it('says that nobody of a group came, where a dialogue tells the group', () => {
    expect(heard({ '65-more': 12 }, living).slice(2)).toEqual([
      ['under-18', 0, 0, 2500, 0.25],
      ['18-29', 0, 0, 1500, 0.15],
      ['30-64', 0, 0, 4500, 0.45],
      ['65-more', 12, 1, 1500, 0.15],
    ]);
  });

  it.each([
    ['without a population', { women: 24, 'other-sex': 6 }, null, 0.8],
    ['with ages alone', { women: 24, 'other-sex': 6 }, { 'under-18': 20 }, 0.8],
  ] as const)('tells who came %s', (_, came, population, share) => {
    expect(heard(came, population)[0]).toEqual(['women', 24, share, null, null]);
  });

  it('hides how many live there where they are few', () => {
    expect(heard({}, { women: 996, men: 4 })).toEqual([['women', null, null, 996, null]]);
  });
});
