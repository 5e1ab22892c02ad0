import type { HotSpot } from '@lofteskartan/shared/contracts/situation';
import { locality, ofMean, picture } from '../outside.fixture.js';
import { drawPicture } from './draw-picture.js';

const spot = (rank: number): HotSpot => ({
  rank,
  position: [12.1 + rank / 100, 57.9],
  name: `Plats ${String(rank)}`,
  locality: null,
  kinds: ['idea'],
  kindsOfMany: ['idea'],
  people: 20,
  low: 10,
  high: 30,
  certainty: 'certain',
});
const ground = { outline: [], localities: [] };

/** How many pages a picture with so many months and places takes. */
async function pagesWith(months: number, spots: number): Promise<number> {
  const names = Array.from({ length: 10 }, (_, index) => locality(`Ort ${String(index)}`, 20, 3000));
  const whole = picture({
    ...ofMean(names),
    months: Array.from({ length: months }, (_, index) => ({
      month: `2026-${String(index + 1).padStart(2, '0')}`,
      proposals: 20,
      people: 20,
      peopleBefore: 20,
    })),
  });
  const hotSpots = Array.from({ length: spots }, (_, index) => spot(index + 1));
  const pdf = await drawPicture(
    { picture: whole, hotSpots, usual: 4 },
    ground,
    new Date('2026-10-01T12:00:00Z'),
  );
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

it.each([
  ['a quarter', 3, 12, 4],
  // The map would leave half of the second page empty: the localities stand there instead.
  ['a year', 12, 12, 4],
  ['a year in which no place stands out', 12, 0, 3],
])('%s takes no page more than it has to say', async (_, months, spots, pages) => {
  expect(await pagesWith(months, spots)).toBe(pages);
});
