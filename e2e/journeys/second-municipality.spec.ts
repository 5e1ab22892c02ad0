import { expectAccessible } from '../drivers/accessible.js';
import { expect, test } from '../drivers/journey.js';
import { Staff } from '../drivers/staff.js';

/** A coarse polygon of this journey's own; the product ships no outline of Kungälv. */
const outline = [
  [11.6, 57.78],
  [11.99, 57.8],
  [12.0, 57.9],
  [11.95, 58.02],
  [11.7, 58.0],
  [11.6, 57.78],
];
const file = (coordinates: readonly (readonly number[])[]) => ({
  name: 'kungalv.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [coordinates] })),
});
const swapped = outline.map(([lng, lat]) => [lat ?? 0, lng ?? 0]);

test('a second municipality is added in the browser, as a draft that nobody else sees', async ({
  page,
  browser,
}) => {
  const admin = new Staff(page);
  await admin.signsIn('admin', '/arbete/admin');
  await page.getByRole('link', { name: /^Lägg till kommun/ }).click();
  await expect(admin.heading('Lägg till kommun')).toBeVisible();

  await page.getByLabel('Kommunens namn').fill('Kungälvs kommun');
  await expect(page.getByLabel('Kort namn')).toHaveValue('Kungälv');
  await expect(page.getByLabel('Namn i adressen')).toHaveValue('kungalv');
  await page.getByLabel('Kommunkod').fill('1482');
  await page.getByLabel('Förslagens nummer börjar med').fill('kgv');
  await page.getByLabel('Lokalpolisområde', { exact: true }).selectOption({ label: 'Polisen Kungälv-Ale' });
  await expect(page.getByLabel('Kommunens organisation')).toHaveValue('Kungälvs kommun');

  // A file with latitude first is told, and what would be right.
  const chooser = page.getByLabel('GeoJSON-fil');
  await chooser.setInputFiles(file(swapped));
  await expect(page.getByText(/Latitud och longitud har bytt plats/)).toBeVisible();
  await chooser.setInputFiles(file(outline));
  await expect(page.getByText('Filen går att använda')).toBeVisible();
  await page.getByLabel('Första orten').fill('Kungälv');
  await page.getByLabel('Mitten av orten').fill('11,97 57,87');
  await expect(page.getByRole('application', { name: /Så blir kartan för Kungälv/ })).toBeVisible();

  await admin.button('Lägg till kontakt').click();
  await page.getByLabel('Vem, på svenska').fill('Kungälvs kommun, kundcenter');
  await page.getByLabel('Vem, på engelska').fill('Kungälv Municipality, contact centre');
  await page.getByLabel('Telefonnummer eller adress').fill('0303-23 80 00');
  await expectAccessible(page);
  await admin.button('Lägg till kommunen som utkast').click();

  // Its administrator sees what is missing; everyone else sees nothing at all.
  await expect(page).toHaveURL(/\/arbete\/admin\/kommun\?municipality=kungalv$/);
  await expect(page.getByText('Kommunen är ett utkast')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ett medborgarlöfte' })).toBeVisible();
  await expect(admin.button('Öppna för invånarna')).toHaveCount(0);
  const resident = await browser.newPage();
  await resident.goto('/');
  // With one open municipality there is nothing to choose.
  await expect(resident).toHaveURL(/\/ale$/);
  await expect(resident.getByText('Kungälvs kommun')).toHaveCount(0);
  await resident.goto('/kungalv');
  await expect(resident.getByRole('heading', { level: 1, name: /finns inte/ })).toBeVisible();
  await resident.close();

  // A name that is taken is told at its field, and nothing is lost.
  await page.goto('/arbete/admin/ny-kommun');
  await page.getByLabel('Kommunens namn').fill('Kungälvs kommun');
  await page.getByLabel('Kommunkod').fill('1482');
  await page.getByLabel('Förslagens nummer börjar med').fill('KGV');
  await page.getByLabel('Lokalpolisområde', { exact: true }).selectOption({ label: 'Polisen Kungälv-Ale' });
  await page.getByLabel('Första orten').fill('Kungälv');
  await page.getByLabel('Mitten av orten').fill('11,97 57,87');
  await admin.button('Lägg till kommunen som utkast').click();
  await expect(page.getByText('Det är redan upptaget.').first()).toBeVisible();
  await expect(page.getByLabel('Kommunens namn')).toHaveValue('Kungälvs kommun');
});
