import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { expect, test } from '../drivers/journey.js';
import { chequeredPhoto } from '../drivers/pictures.js';
import { stockholmDay } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';
import { Walker } from '../drivers/walker.js';

const stops = ['Stigen vid Alafors', 'Hållplatsen i Starrkärr', 'Skolgården vid Himlaskolan'] as const;

test.use({ expectedInConsole: [/net::ERR_INTERNET_DISCONNECTED/, /409 \(Conflict\)/] });

test('a safety walk is planned, filled in without a network, answered and read', async ({
  page,
  browser,
}) => {
  test.slow();
  const office = new Staff(page);
  await office.signsIn('coordinator', '/arbete/trygghetsvandring');
  await page.getByRole('link', { name: 'Planera en vandring' }).click();
  await page.getByLabel('Vad heter vandringen?').fill('Från skolan hem');
  await page.getByLabel('Dag', { exact: true }).fill(stockholmDay(0));
  await page.getByLabel('Var samlas ni?').fill('Vid skolans grind');
  await page.getByLabel('Varför går ni just här?').fill('Många går här i mörker.');
  await office.button('Spara').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Från skolan hem' })).toBeVisible();
  for (const stop of [stops[1], stops[0], stops[2]]) {
    await page.getByLabel('Lägg till en plats').selectOption({ label: stop });
    await expect(page.getByRole('heading', { level: 3, name: new RegExp(stop) })).toBeVisible();
  }
  await office.button(`Flytta ${stops[0]} tidigare`).click();
  await expect(page.getByRole('heading', { level: 3, name: `Stopp 1: ${stops[0]}` })).toBeVisible();
  await expect(page.getByText(/fågelvägen mellan stoppen/)).toBeVisible();
  const address = new URL(page.url()).pathname;

  const pocket = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const walker = new Walker(await pocket.newPage());
  await walker.signsIn('coordinator', address);
  await walker.page.getByRole('link', { name: 'Ta med ut i telefonen' }).click();
  await expect(walker.button('Spara stopp 1')).toBeVisible();
  await walker.isReadyWithoutNetwork();
  await expectAccessible(walker.page, ['light', 'dark']);
  await expectNoSidewaysScroll(walker.page);

  await pocket.setOffline(true);
  await walker.page.reload();
  await walker.marks('Ljus', 'Dåligt');
  await walker.page.getByLabel(/^Anteckning/).fill('Tre lampor är släckta.');
  await walker.saves(1);
  await walker.marks('Skötsel', 'Bra');
  const photo = await chequeredPhoto(walker.page, 'natt.jpg');
  await walker.page.locator('input[type="file"]').setInputFiles(photo);
  await walker.saves(2);
  await expect(walker.waiting).toHaveCount(3);
  await expectAccessible(walker.page, ['light', 'dark']);
  await pocket.setOffline(false);
  await expect(walker.page.getByText('3 delar är framme')).toBeVisible();
  await expect(walker.waiting).toHaveCount(0);
  expect((await walker.leftOnDevice()).length).toBeGreaterThan(2);
  await walker.signsOut('Demo Samordnare');
  await expect.poll(() => walker.leftOnDevice()).toEqual([]);
  await pocket.close();

  await page.reload();
  await expect(page.getByText('1 iakttagelse')).toHaveCount(2);
  await expect(page.getByRole('img', { name: `${stops[1]}, Natt` })).toHaveCount(1);
  await page.getByLabel('Hur många deltog?').fill('14');
  await office.button('Vandringen är genomförd').click();
  await expect(page.getByText(/^3 stopp saknar svar/)).toBeVisible();
  await expect(page.getByText(/^Ett stopp visas inte med namn/)).toContainText(stops[2]);
  await office.button('Publicera').click();
  await expect(page.getByText(/Svar saknas för stopp 1, 2, 3/)).toBeVisible();
  await expectAccessible(page, ['light', 'dark']);

  const answers = [
    ['Åtgärd', 'Lamporna lagas i veckan.'],
    ['Skickat vidare', 'Hållplatsen är Trafikverkets.'],
    ['Nej', 'Skolan klipper häcken själv.'],
  ] as const;
  for (const [index, [kind, words]] of answers.entries()) {
    const stop = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { level: 3, name: new RegExp(`^Stopp ${String(index + 1)}:`) }),
    });
    await stop.getByRole('button', { name: 'Svara' }).click();
    await office.choosesChip(stop.getByRole('radiogroup', { name: 'Vad leder stoppet till?' }), kind);
    if (kind === 'Åtgärd')
      await office.choosesChip(stop.getByRole('radiogroup', { name: 'Vad görs?' }), 'Laga lampa');
    if (kind === 'Skickat vidare') await stop.getByLabel('Till vem?').selectOption({ label: 'Trafikverket' });
    await stop.getByLabel(/^Svaret/).fill(words);
    await stop.getByRole('button', { name: 'Spara svaret' }).click();
    await expect(stop.getByRole('button', { name: 'Ändra svaret' })).toBeVisible();
  }
  await office.button('Publicera').click();
  await page.getByRole('link', { name: 'Det publicerade protokollet' }).click();

  const home = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const resident = await home.newPage();
  await resident.goto('/ale/vandringar');
  await resident.getByRole('link', { name: 'Från skolan hem' }).click();
  await expect(resident.getByRole('heading', { level: 1, name: 'Från skolan hem' })).toBeVisible();
  for (const [, words] of answers) await expect(resident.getByText(words).first()).toBeVisible();
  await expect(resident.getByText('En plats som inte visas')).toBeVisible();
  for (const secret of [stops[2], 'grind']) await expect(resident.getByText(secret)).toHaveCount(0);
  await expectNoSidewaysScroll(resident);
  await expectAccessible(resident, ['light', 'dark']);
  await resident.getByRole('link', { name: `Läs mer om platsen: ${stops[0]}` }).click();
  await expect(resident.getByRole('link', { name: /^Från skolan hem/ })).toBeVisible();
  await home.close();
});
