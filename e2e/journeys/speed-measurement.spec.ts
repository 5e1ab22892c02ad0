import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { expect, test } from '../drivers/journey.js';
import { stockholmDay } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

/** A hundred and fifty passages at 42 km/h, as a radar box writes them; two lines that say nothing, and a plate that is nobody's. */
const lines = [
  'Serienummer;SR4-1187',
  '',
  'Datum;Tid;Hastighet (km/h);Regnr',
  ...Array.from({ length: 150 }, (_, index) => {
    const time = `${String(7 + (index % 10)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
    return `${stockholmDay(-4)};${time};${String(38 + (index % 9))},0;ABC123`;
  }),
  `${stockholmDay(-4)};17:10;fort;ABC123`,
  `${stockholmDay(-4)};17:11;312;ABC123`,
];
const file = { name: 'radar.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}`) };

test('a file from a radar box is looked at, kept as sums, and stands beside what was measured before the check', async ({
  page,
  browser,
}) => {
  const police = new Staff(page);
  await police.signsIn('police', '/arbete/planering');
  await page
    .getByRole('link', { name: /Göteborgsvägen vid Surteskolan/ })
    .first()
    .click();
  const measured = police.section('Uppmätta hastigheter');
  const comparison = measured.getByRole('table', { name: /^Före och efter: Kontrollen/ });
  const means = comparison.getByRole('row', { name: /^Medel/ });
  await expect(means).toContainText('47,3');
  await expect(means).toContainText('44,9');
  await expect(measured.getByText(/Skillnaden kan bero på annat: väder, årstid, vägarbete/)).toBeVisible();
  await expectAccessible(page, ['light', 'dark']);

  await police.button('Läs in en mätning').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Fil').setInputFiles(file);
  await dialog.getByLabel('Vad mätte?').selectOption({ label: 'Radarlåda' });
  await dialog.getByLabel('Skyltad gräns').selectOption({ label: '40 km/h' });
  await dialog.getByLabel(/^Riktning/).fill('Norrut mot Bohus');
  await dialog.getByRole('button', { name: 'Granska filen' }).click();
  await expect(dialog.getByText('150 fordon är lästa, ett på varje rad.')).toBeVisible();
  await expect(dialog.getByText('Kolumner som inte läses och inte sparas: Regnr.')).toBeVisible();
  await expect(dialog.getByText('1 rad hade en orimlig hastighet och räknas inte.')).toBeVisible();
  const fault = dialog.getByRole('table', { name: 'Rader som inte gick att läsa' }).getByRole('row').nth(1);
  await expect(fault).toContainText('154');
  await expect(fault).toContainText('Skriv ett tal.');
  await expectAccessible(page, ['light', 'dark']);
  await dialog.getByRole('button', { name: 'Spara mätningen' }).click();
  await expect(page.getByText('Mätningen är sparad')).toBeVisible();
  await expect(measured.getByText('150 fordon', { exact: true })).toBeVisible();
  // What was measured first after the check is still what stands beside it.
  await expect(means).toContainText('44,9');

  await measured
    .getByRole('button', { name: /^Ta bort Radarlåda/ })
    .nth(1)
    .click();
  await page.getByRole('dialog').getByLabel('Varför?').fill('Lådan stod vid fel väg');
  await page.getByRole('dialog').getByRole('button', { name: 'Ta bort mätningen' }).click();
  await expect(page.getByText('En hastighetsmätning togs bort: Lådan stod vid fel väg')).toBeVisible();
  await expect(means).toContainText('41,9');
  await expect(means).not.toContainText('44,9');
  const address = new URL(page.url()).pathname;
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);

  const town = await browser.newContext();
  const coordinator = new Staff(await town.newPage());
  await coordinator.signsIn('coordinator', address);
  await expect(coordinator.page.getByRole('heading', { level: 1 })).toHaveText('Det här är polisens sida');
  await town.close();
});
