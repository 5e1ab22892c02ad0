import { readFile } from 'node:fs/promises';
import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { expect, test } from '../drivers/journey.js';
import { textOfPdf } from '../drivers/pdf-text.js';
import { Staff } from '../drivers/staff.js';

/** What stands in the tables of a PDF under a heading, up to the next. */
function partOf(text: readonly string[], heading: string, next: string): string[] {
  const from = text.indexOf(heading);
  const to = text.indexOf(next);
  expect([heading, from >= 0 && to > from]).toEqual([heading, true]);
  return text.slice(from + 1, to);
}

test('the shared picture: another period, another time of day, a place that stands out, and a PDF without small figures', async ({
  page,
}) => {
  const coordinator = new Staff(page);
  await coordinator.signsIn('coordinator', '/arbete/lagesbild');
  await expect(page.getByRole('heading', { level: 1, name: /^Lägesbild för/ })).toBeVisible();
  const municipality = page.getByLabel('Kommun', { exact: true });
  if ((await municipality.count()) > 0) await municipality.selectOption({ label: 'Ale kommun' });

  await page.getByRole('radio', { name: 'År', exact: true }).click();
  await expect(page).toHaveURL(/from=\d{4}-01-01&to=\d{4}-12-31/);
  await expect(page.getByText(/personer hördes/).first()).toBeVisible();
  const spots = page.getByRole('list', { name: 'Platser som sticker ut' }).first();
  await expect(spots.getByRole('listitem').first()).toContainText(/\d+ personer · Säker/);
  await expect(page.getByText(/^Hörs knappt:/).first()).toBeVisible();
  const asked = await page.getByText(/^Invånarna pekar på \d+ platser/).innerText();

  await page.getByText('Dygn och veckodag').click();
  await page.getByRole('checkbox', { name: /^Natt/ }).click();
  await expect(page).toHaveURL(/part=night/);
  await expect(page.getByText(/^Invånarna pekar på \d+ platser/)).not.toHaveText(asked);
  await expect(page.getByText(/säger inte när det händer/).first()).toBeVisible();
  await expectAccessible(page, ['light', 'dark']);
  await expectNoSidewaysScroll(page);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Ladda ner PDF' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^lagesbild-ale-\d{4}-01-01-\d{4}-12-31\.pdf$/);
  const text = textOfPdf(await readFile(await download.path()));
  expect(text).toContain('visas inte');
  // Tables of localities and of what was done come before the map where there is room. They and the ranks of places have other numbers as
  // well: all before them is counts of residents.
  const others = ['Ort för ort', 'Vad som har gjorts', 'Platser som sticker ut'];
  const [next = ''] = others.sort((one, other) => text.indexOf(one) - text.indexOf(other));
  const counted = partOf(text, 'I korthet', next).filter((each) => /^\d+$/.test(each));
  expect(text.indexOf('När det händer, som invånarna säger')).toBeLessThan(
    text.indexOf('Platser som sticker ut'),
  );
  expect(counted.length).toBeGreaterThan(10);
  expect(counted.filter((each) => Number(each) < 5)).toEqual([]);

  // What is printed is not what the screen shows.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Dygn och veckodag')).toBeHidden();
  await expect(
    page.getByText(/^Tal som gäller färre än fem|Tal som gäller färre än fem personer visas inte/).first(),
  ).toBeVisible();
  await expect(page.getByRole('cell', { name: 'visas inte' }).first()).toBeVisible();
});
