import { readFile } from 'node:fs/promises';
import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { expect, test } from '../drivers/journey.js';
import { stockholmDay } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

const phoneSize = { viewport: { width: 360, height: 640 } };

test('a sign leads from the post to the form with the place chosen', async ({ page, browser }) => {
  const police = new Staff(page);
  await police.signsIn('police');
  await page.goto('/arbete/planering?municipality=ale');
  await page.locator('a[href*="/arbete/planering/stracka/"]').first().click();
  await police.button('Skylt (PDF)').click();
  const dialog = page.getByRole('dialog');
  const paper = dialog.getByRole('region', { name: 'Så står det på skylten' });
  const heading = (await paper.getByText(/önskat hastighetskontroll/).textContent()) ?? '';
  await expectAccessible(page, ['light', 'dark']);
  const coming = page.waitForEvent('download');
  await dialog.getByRole('link', { name: 'Hämta skylten' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('skylt-ale-hastighet.pdf');
  const pdf = (await readFile(await download.path())).toString('latin1');
  expect(pdf).toMatch(/^%PDF-1\.7/);
  expect(pdf).toContain(utf16(heading));

  const link = (await paper.getByText(/\?plats=/).textContent()) ?? '';
  const home = await browser.newContext(phoneSize);
  const phone = await home.newPage();
  await phone.goto(link.slice(link.indexOf('/')));
  await expect(phone.getByText('Platsen är redan vald')).toBeVisible();
  await expectAccessible(phone, ['light', 'dark']);
  await phone.getByRole('button', { name: 'Fortsätt' }).click();
  await phone.getByRole('button', { name: 'Här', exact: true }).click();
  await expect(phone.getByRole('heading', { level: 1 })).not.toHaveText('Var går det för fort?');

  for (const none of ['plats=skolan', 'plats=18.07,59.33', 'plats=57.9,12.05']) {
    await phone.evaluate(() => {
      localStorage.clear();
    });
    await phone.goto(`/ale/ny/hastighetskontroll?${none}`);
    await expect(phone.getByRole('link', { name: 'Är du i fara nu? Ring 112' })).toBeVisible();
    await expect(phone.getByText('Platsen är redan vald')).toBeHidden();
  }

  await phone.goto('/ale/karta');
  await phone.getByRole('button', { name: 'Platser vi arbetar med' }).click();
  await expect(phone).toHaveURL(/platser=visa/);
  await expect(phone.getByRole('link', { name: /Gångtunneln vid Nödinge station/ }).first()).toBeAttached();
  await expectAccessible(phone, ['light', 'dark']);
  await home.close();
});

test('what recurs is marked as done in the yearly wheel', async ({ page }) => {
  const office = new Staff(page);
  await office.signsIn('coordinator');
  await page.goto('/arbete/platser/arshjul?municipality=ale');
  await office.button('Lägg till').click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Rubrik').fill('Tvätta spegeln i backen');
  const months = ['Jan', 'Feb', 'Mars', 'Apr', 'Maj', 'Juni', 'Juli', 'Aug', 'Sep', 'Okt', 'Nov', 'Dec'];
  const month = months[Number(stockholmDay(0).slice(5, 7)) - 1] ?? '';
  await form.getByRole('checkbox', { name: month, exact: true }).check();
  await form.getByRole('button', { name: 'Spara' }).click();
  await expect(form).toBeHidden();
  await expectAccessible(page, ['light', 'dark']);

  await page.getByRole('button', { name: 'Markera klar: Tvätta spegeln i backen' }).click();
  const done = page.getByRole('dialog');
  await done.getByLabel(/^Hur gick det/).fill('Spegeln är ren.');
  await done.getByRole('button', { name: 'Markera klar' }).click();
  await expect(done).toBeHidden();
  const row = page.getByRole('listitem').filter({ hasText: 'Tvätta spegeln i backen' });
  await expect(row).toContainText('Gjort');
  await expect(row).toContainText('Spegeln är ren.');

  await page.getByRole('button', { name: 'Ångra klar: Tvätta spegeln i backen' }).click();
  const undone = page.getByRole('dialog');
  await undone.getByRole('button', { name: 'Ångra' }).click();
  await expect(undone.getByText('Skriv varför.')).toBeVisible();
  await expectAccessible(page, ['light', 'dark']);
  await undone.getByLabel('Varför?').fill('Det var en annan spegel.');
  await undone.getByRole('button', { name: 'Ångra' }).click();
  await expect(undone).toBeHidden();
  await expect(row).not.toContainText('Gjort');
  // The button that led there is gone: the focus stays in the month.
  await expect(page.locator('h2:focus')).toBeVisible();

  const ring = page.getByRole('group', { name: /^Årshjul \d{4}$/ });
  await ring.getByRole('link', { name: /^Januari/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toHaveText(/^[A-Z]\S+/);
  await page.setViewportSize(phoneSize.viewport);
  await expectNoSidewaysScroll(page);
});

/** Words with letters beyond ASCII as a PDF's title holds them. */
const utf16 = (words: string): string => Buffer.from(words, 'utf16le').swap16().toString('latin1');
