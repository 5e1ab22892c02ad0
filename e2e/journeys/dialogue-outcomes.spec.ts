import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { DialogueKeeper } from '../drivers/dialogue-keeper.js';
import { expect, test } from '../drivers/journey.js';

test('what was asked and said at a public dialogue gets outcomes, a report and a place among all', async ({
  page,
  browser,
}) => {
  test.slow();
  const office = new DialogueKeeper(page);
  await office.signsIn('coordinator', '/arbete/dialoger');
  const reference = await office.hasHeld('Ljus i Älvängen', 'När blir gångtunneln ljus?');
  const home = `/arbete/dialoger/${reference}`;

  await page.goto(`${home}/papper`);
  await page.getByLabel('Bord', { exact: true }).fill('Bord 1');
  await page.getByLabel('Vad som sades').fill('Mörkt vid bäcken. Ring 070-123 45 67.');
  await expect(page.getByText(/telefonnummer/)).toBeVisible();
  await page.getByLabel('Vad som sades').fill('Mörkt vid bäcken.');
  await office.button('Spara anteckningen').click();
  await expect(page.getByRole('heading', { level: 3, name: 'Bord 1' })).toBeVisible();
  await office.button('Gör till en punkt').click();
  await expect(page.getByText('Punkten är uppskriven')).toBeVisible();
  await page.getByRole('group', { name: 'Älvängen' }).getByLabel('Personer').fill('24');
  await office.button('Spara närvaron').click();
  await expect(page.getByText('24 personer sammanlagt')).toBeVisible();
  await expectAccessible(page, ['light', 'dark']);
  await expectNoSidewaysScroll(page);

  await page.goto(`${home}/rapport`);
  await expect(page.getByText('2 punkter är öppna')).toBeVisible();
  await expect(page.getByText('1 anteckning är inte läst')).toBeVisible();
  await expect(office.button('Publicera rapporten')).toHaveCount(0);

  await page.goto(`${home}/punkter`);
  await office.decides(1, 'Besvarad direkt', 'Lamporna kommer i mars.');
  await office.decides(2, 'Nej', 'Marken är privat.');
  await expect(page.getByText('Alla punkter har ett utfall.')).toBeVisible();
  await expectAccessible(page, ['light', 'dark']);

  await page.goto(`${home}/papper`);
  await office.choosesChip(page.getByRole('radiogroup', { name: 'Ska den stå i rapporten?' }), 'Ja');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Spara', exact: true })).toBeDisabled();

  await page.goto(`${home}/rapport`);
  await page.getByLabel(/^Sammanfattning/).fill('Vi talade om ljus.');
  await office.button('Publicera rapporten').click();
  await expect(page.getByText('Rapporten säger redan det här.')).toBeVisible();

  const pocket = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const resident = await pocket.newPage();
  await resident.goto(`/ale/dialoger/${reference}/rapport`);
  await expect(resident.getByText('Lamporna kommer i mars.')).toBeVisible();
  await expect(resident.getByText('24 personer kom.')).toBeVisible();
  await expect(resident.getByText('Mörkt vid bäcken.').last()).toBeVisible();
  await expectAccessible(resident, ['light', 'dark']);
  await expectNoSidewaysScroll(resident);
  await resident.goto('/ale/dialoger/utfall');
  await resident.getByLabel('Sök i frågor och svar').fill('blir gångtunneln ljus');
  await expect(resident.getByText('1 punkt', { exact: true })).toBeVisible();
  await expect(resident.getByRole('link', { name: /^Ljus i Älvängen/ })).toBeVisible();
  await expectAccessible(resident, ['light', 'dark']);
  await resident.goto('/ale/dialoger/hordas');
  await expect(resident.getByRole('heading', { level: 1, name: 'Vilka som har hörts' })).toBeVisible();
  await expectAccessible(resident, ['light', 'dark']);
  await pocket.close();

  await page.goto(`${home}/uppfoljning`);
  await page
    .getByLabel(/^Hur det har gått, i stort/)
    .first()
    .fill('Halvvägs.');
  await office.button('Spara').first().click();
  await expect(page.getByText(/Går att publicera från och med/).first()).toBeVisible();
});
