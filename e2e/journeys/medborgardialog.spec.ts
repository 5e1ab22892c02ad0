import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { expect, test } from '../drivers/journey.js';
import { stockholmDay } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

test('a dialogue is planned, published, signed up for, opened and closed', async ({ page, browser }) => {
  test.slow();
  const office = new Staff(page);
  await office.signsIn('coordinator', '/arbete/dialoger');
  await page.getByRole('link', { name: 'Planera en dialog' }).click();
  await page.getByLabel('Rubrik').first().fill('Kvällsmöte om Alafors');
  await page.getByLabel('Tema').fill('Trygghet på kvällen');
  await page.getByLabel('Syfte').first().fill('Vi vill veta var ni undviker att gå.');
  await page.getByRole('radio', { name: 'Inflytande' }).check();
  await expect(page.getByLabel('Vad det betyder för dem').first()).toHaveValue(/styr vad vi gör/);
  await page.getByLabel('Dag', { exact: true }).fill(stockholmDay(0));
  await page.getByLabel('Börjar').fill('23:50');
  await page.getByLabel('Slutar').fill('23:59');
  await page.getByLabel('Antal platser').fill('3');
  await page.getByLabel('Plats', { exact: true }).fill('Bygdegården i Alafors');
  await office.button('Lägg till en punkt').click();
  await page.getByRole('textbox', { name: 'Punkt 1' }).fill('Var är det mörkt?');
  await office.button('Lägg till en roll').click();
  await page.getByRole('textbox', { name: 'För vem' }).fill('Ale kommun');
  await expectAccessible(page, ['light', 'dark']);
  await office.button('Spara').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kvällsmöte om Alafors' })).toBeVisible();
  const reference = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const address = `/ale/dialoger/${reference}`;

  const phone = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const resident = await phone.newPage();
  await resident.goto('/ale/dialoger');
  await expect(resident.getByRole('heading', { level: 1, name: /^Medborgardialoger/ })).toBeVisible();
  await expect(resident.getByRole('link', { name: 'Ortsutvecklingsmöte i Nödinge' })).toBeVisible();
  await expect(resident.locator(`a[href="${address}"]`)).toHaveCount(0);
  await office.button('Publicera').click();
  await expect(page.getByRole('heading', { name: 'Affisch' })).toBeVisible();

  await resident.goto('/ale/dialoger');
  await resident.locator(`a[href="${address}"]`).click();
  await expect(resident.getByText('Bygdegården i Alafors').first()).toBeVisible();
  await expectAccessible(resident, ['light', 'dark']);
  await expectNoSidewaysScroll(resident);
  await resident.getByRole('link', { name: 'Anmäl dig' }).click();
  await resident.getByLabel('Hur många kommer?').selectOption('2');
  await resident.getByRole('checkbox', { name: 'Hörslinga' }).check();
  await resident.getByRole('button', { name: 'Anmäl' }).click();
  await expect(resident.getByText('2 platser är dina')).toBeVisible();
  await expectAccessible(resident, ['light', 'dark']);
  const own = await resident.getByRole('link', { name: /anmalan#/ }).getAttribute('href');

  const other = await phone.newPage();
  await other.goto(`${address}/anmalan`);
  await other.getByLabel('Hur många kommer?').selectOption('2');
  await other.getByRole('button', { name: 'Anmäl' }).click();
  await expect(other.getByText('2 personer står i kö')).toBeVisible();
  const waiting = await other.getByRole('link', { name: /anmalan#/ }).getAttribute('href');

  await page.reload();
  await expect(page.getByText('2 av 3')).toBeVisible();
  await resident.goto(own ?? '');
  await resident.reload();
  await resident.getByRole('button', { name: 'Ta tillbaka anmälan' }).click();
  await expect(resident.getByText('Anmälan är tillbakatagen')).toBeVisible();
  await other.goto(waiting ?? '');
  await other.reload();
  await expect(other.getByText('2 platser är dina')).toBeVisible();

  await office.button('Öppna dialogen').click();
  await expect(page.getByText('Pågår nu')).toBeVisible();
  await resident.goto(address);
  await expect(resident.getByRole('link', { name: 'Var med nu' })).toBeVisible();
  await office.button('Avsluta dialogen').click();
  await expect(page.getByText('Hållen').first()).toBeVisible();
  await resident.goto(address);
  await expect(resident.getByText('Hållen').first()).toBeVisible();
  await phone.close();
});
