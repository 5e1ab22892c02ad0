import { Inbox } from '../drivers/inbox.js';
import { ResidentByMail } from '../drivers/resident-by-mail.js';
import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { places, stockholmDay } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

const supporter = 'robin.dammen@example.org';
const inbox = new Inbox();

test.beforeAll(() => inbox.opens());
test.afterAll(() => inbox.closes());

test('a dark place becomes a place of the inventory, is put right, and those behind it are asked again', async ({
  page,
  browser,
  request,
}) => {
  const sent = await new Api(request).anUnsafePlaceAt(places.inventory, 'Gångvägen ligger i mörker.');
  test.slow();
  const robinsPhone = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const robin = new ResidentByMail(await robinsPhone.newPage());
  await robin.supports(sent.reference, supporter);
  await robin.confirmsTheAddress(await inbox.gets(supporter, new RegExp(`^Bekräfta .*${sent.reference}`)));
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
  // The area is drawn with keys alone: the arrows move the map under the cross.
  await office.button('Rita på kartan').press('Enter');
  const drawing = page.getByRole('dialog', { name: 'Rita området' });
  const map = drawing.getByRole('application');
  await map.focus();
  for (const keys of [[], ['ArrowRight', 'ArrowRight'], ['ArrowDown', 'ArrowDown']]) {
    for (const key of keys) await map.press(key);
    await map.press('Enter');
  }
  await map.press('Backspace');
  await expect(drawing.getByText('2 hörn.')).toBeVisible();
  await map.press('Enter');
  await expectAccessible(page, ['light', 'dark']);
  await drawing.getByRole('button', { name: 'Klar med området' }).press('Enter');
  await expect(page.getByText(/^3 hörn\. Ungefär/)).toBeVisible();
  await expect(office.button('Ändra på kartan')).toBeFocused();
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
  // Who supports is told by mail, and answers in two presses on a phone; the device that supported is asked on the place's page.
  const mail = await inbox.gets(supporter, new RegExp(`^Det här gjordes: ${sent.reference}`));
  await robin.saysHowItFeelsNow(mail, 3, 'Delvis');
  await expectNoSidewaysScroll(robin.page);
  await expectAccessible(robin.page, ['light']);
  await robin.page.goto(address);
  await expect(robin.page.getByText('Så tryggt känns det nu: 3 av 5.')).toBeVisible();
  await robinsPhone.close();

  // Four neighbours without an address answer on their devices: with those two that is six people, enough for everyone to read.
  for (const safety of [4, 4, 4, 4]) {
    const device = await browser.newContext();
    const path = `/api/v1/proposals/${sent.reference}/support`;
    const supported = await device.request.post(path, {
      headers: { 'Idempotency-Key': crypto.randomUUID() },
      data: {},
    });
    expect(supported.status()).toBe(200);
    const said = await device.request.put(`${path}/outcome`, { data: { helped: 'yes', safetyNow: safety } });
    expect(said.status()).toBe(200);
    await device.close();
  }
  await page.reload();
  await expect(office.section('Hur trygg den känns')).toContainText('4 av 5');
  await expect(office.section('Hur trygg den känns')).toContainText('6 svar');
  // What everyone reads is drawn anew by night, and with each change of the place.
  await office.button('Planera åtgärd').click();
  await office.choosesChip(planning, 'Klippa och röja');
  await planning.getByRole('button', { name: 'Spara' }).click();
  await expect(planning).toBeHidden();
  await phone.reload();
  const felt = phone.getByRole('region', { name: 'Hur trygg den känns' });
  await expect(felt).toContainText('Efter åtgärden');
  await expect(felt).toContainText('4 av 5 · 6 svar');
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
