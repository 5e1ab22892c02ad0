import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { places, stockholmDay } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

test('a dark place becomes a place of the inventory, is put right, and is asked about again', async ({
  page,
  browser,
  request,
}) => {
  const sent = await new Api(request).anUnsafePlaceAt(places.inventory, 'Gångvägen ligger i mörker.');
  const office = new Staff(page);
  await office.signsIn('coordinator');
  await office.opensCase(sent.reference);
  const panel = office.section('Plats i inventeringen');
  await panel.getByLabel('Platsens namn').fill('Gångvägen vid dammen');
  await panel.getByRole('button', { name: 'Gör en plats av förslaget' }).click();
  await panel.getByRole('link', { name: 'Gångvägen vid dammen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Gångvägen vid dammen' })).toBeVisible();

  await office.button('Planera åtgärd').click();
  const planning = page.getByRole('dialog');
  await office.choosesChip(planning, 'Sätta upp ny lampa');
  await planning.getByLabel(/^Vilken dag/).fill(stockholmDay(0));
  await planning.getByLabel(/^Beskrivning/).fill('Tre nya stolpar sätts upp.');
  await planning.getByRole('button', { name: 'Spara' }).click();
  await expect(office.section('Åtgärder')).toContainText('Tre nya stolpar sätts upp.');
  await expectAccessible(page, ['light', 'dark']);

  await office.button('Markera som klar').click();
  const done = page.getByRole('dialog');
  await done.getByLabel(/^Vad gjordes/).fill('Tre nya stolpar lyser.');
  await done.getByRole('checkbox', { name: /^Bekräfta insatsen direkt/ }).check();
  await done.getByRole('button', { name: 'Spara som klar' }).click();
  await expect(office.section('Åtgärder')).toContainText('Räknas i löftet');

  await office.button('Ändra platsen').click();
  await office.choosesChip(page.getByRole('radiogroup', { name: 'Vem ser platsen?' }), 'Alla');
  await office.button('Spara').click();
  const link = page.getByRole('link', { name: 'Se sidan som alla ser' });
  const address = (await link.getAttribute('href')) ?? '';

  const home = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const phone = await home.newPage();
  await phone.goto(address);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Gångvägen vid dammen');
  await expect(phone.getByText('Tre nya stolpar lyser.')).toBeVisible();
  await expectNoSidewaysScroll(phone);
  await expectAccessible(phone, ['light', 'dark']);

  const told = await request.put('/api/v1/follow/outcome', {
    headers: { 'Follow-Token': sent.followToken },
    data: { helped: 'yes', safetyNow: 5 },
  });
  expect(told.status()).toBe(200);
  await page.reload();
  await expect(office.section('Hur trygg den känns')).toContainText('5 av 5');
  await home.close();

  await page.getByRole('link', { name: 'Dela platsen i två' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dela Gångvägen vid dammen i två');
  await page.getByRole('checkbox', { name: /^Ny lampa/ }).check();
  await page.getByLabel('Varför är de inte samma plats?').fill('Stolparna står vid trappan.');
  await page.getByLabel('Namn', { exact: true }).fill('Trappan vid dammen');
  await expectAccessible(page, ['light', 'dark']);
  await office.button('Spara').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trappan vid dammen');
  await expect(office.section('Åtgärder')).toContainText('Tre nya stolpar lyser.');
  await expect(office.section('Historik')).toContainText('Delades av från Gångvägen vid dammen');
});
