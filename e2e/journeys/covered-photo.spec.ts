import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { Keyboard } from '../drivers/keyboard.js';
import { chequeredPhoto, spreadOf, type PicturePart } from '../drivers/pictures.js';
import { places } from '../drivers/product.js';
import { Resident } from '../drivers/resident.js';
import { Staff } from '../drivers/staff.js';

/** A number plate, as shares of the photo. */
const plate: PicturePart = { x: 0.1, y: 0.6, width: 0.3, height: 0.2 };
/** What nobody covers. */
const sky: PicturePart = { x: 0.7, y: 0.05, width: 0.25, height: 0.2 };
/** Colours of one plain part after JPEG; chequers lie some 200 apart. */
const plain = 12;

test('a number plate on a resident’s photo is covered, and nobody but staff gets at the original', async ({
  page,
  browser,
  request,
}) => {
  const { reference, followToken } = await new Api(request).aWishAt(places.photo);
  const home = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const resident = new Resident(await home.newPage());
  await resident.page.goto(`/ale/folj/${reference}#${followToken}`);
  await resident.page.getByLabel('Lägg till bild').setInputFiles(await chequeredPhoto(resident.page));
  await resident.presses(resident.button('Skicka 1 bild'));
  await expect(resident.page.getByText('Inte granskad än').first()).toBeVisible();

  const office = new Staff(page);
  await office.signsIn('caseOfficer');
  await office.opensCase(reference);
  await office.choosesChip(page.getByRole('radiogroup', { name: 'Bild 1' }), 'Visa$');
  await office.button('Spara beslutet').click();
  await expect(page.getByText('Beslutet är sparat').first()).toBeVisible();
  const shown = async () => {
    await resident.page.goto(`/ale/forslag/${reference}`);
    const large = resident.page.getByRole('link', { name: /^Bild 1 av 1/ });
    const small = large.getByRole('img');
    return [await large.getAttribute('href'), await small.getAttribute('src')].map((each) => each ?? '');
  };
  const before = await shown();
  for (const address of before) expect(await spreadOf(resident.page, address, plate)).toBeGreaterThan(100);

  // With the mouse over the plate; with the keys over something else.
  await office.button('Sudda på bild 1').click();
  const dialog = page.getByRole('alertdialog', { name: 'Sudda på bild 1' });
  const picture = dialog.getByRole('img', { name: 'Bild 1 från invånaren' });
  await expect(picture).toHaveJSProperty('complete', true);
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (!box) throw new Error('The picture has no place on the page');
  await page.mouse.move(box.x + plate.x * box.width, box.y + plate.y * box.height);
  await page.mouse.down();
  await page.mouse.move(
    box.x + (plate.x + plate.width) * box.width,
    box.y + (plate.y + plate.height) * box.height,
    { steps: 4 },
  );
  await page.mouse.up();
  const areas = dialog.getByRole('list', { name: 'Ytor som suddas' }).getByRole('listitem');
  await expect(areas).toHaveCount(1);
  await new Keyboard(page).presses(dialog.getByRole('button', { name: 'Lägg till yta' }));
  await expect(areas).toHaveCount(2);
  await expect(dialog.getByRole('button', { name: 'Yta 2', exact: true })).toBeFocused();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press('ArrowUp');
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Shift+ArrowRight');
  const byKeys: PicturePart = { x: 0.36, y: 0.26, width: 0.25, height: 0.2 };
  await expect(areas.nth(1)).toContainText('36 % från vänster, 26 % uppifrån, 25 % bred, 20 % hög');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Spara suddningen' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/Suddad på 2 ställen/)).toBeVisible();

  // The photo is still shown, with plain colour in both places, large and small; what was shown before is gone.
  const after = await shown();
  for (const address of after) {
    for (const part of [plate, byKeys])
      expect(await spreadOf(resident.page, address, part)).toBeLessThan(plain);
    expect(await spreadOf(resident.page, address, sky)).toBeGreaterThan(100);
  }
  for (const address of before) expect((await request.get(address)).status()).toBe(404);
  await expectNoSidewaysScroll(resident.page);

  // The original opens for staff, and the history says who looked.
  const fetched = page.waitForRequest(/\/original$/);
  await office.button('Ändra suddningen på bild 1').click();
  await expect(dialog.getByText('Du ser originalet. Att du har öppnat det står i historiken.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Avbryt' }).click();
  await expect(office.section('Historik')).toContainText('Öppnade originalet av en bild');
  const original = (await fetched).url();
  expect(await spreadOf(page, original, plate)).toBeGreaterThan(100);
  for (const key of ['', followToken])
    expect((await request.get(original, { headers: { 'Follow-Token': key } })).status()).toBe(401);
  await home.close();
});
