import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { DialogueKeeper } from '../drivers/dialogue-keeper.js';
import { expect, test } from '../drivers/journey.js';
import { halfAYearPasses } from '../drivers/product.js';

// The last of all files: time goes on for everybody.
test('what was promised at a public dialogue is followed up half a year later, and everyone reads how it went', async ({
  page,
  browser,
}) => {
  test.slow();
  const office = new DialogueKeeper(page);
  await office.signsIn('coordinator', '/arbete/dialoger');
  const reference = await office.hasHeld('Ljus i Surte', 'När får busskuren ljus?');
  const home = `/arbete/dialoger/${reference}`;
  await page.goto(`${home}/punkter`);
  await office.decides(1, 'Besvarad direkt', 'Busskuren får ljus i höst.');
  await page.goto(`${home}/rapport`);
  await office.button('Publicera rapporten').click();
  await expect(page.getByText('Rapporten säger redan det här.')).toBeVisible();
  await page.goto(`${home}/uppfoljning`);
  await expect(page.getByText(/Går att publicera från och med/).first()).toBeVisible();
  await expect(office.button('Publicera uppföljningen')).toHaveCount(0);

  await halfAYearPasses();
  const later = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const phone = await later.newPage();
  const morning = new DialogueKeeper(phone);
  await morning.signsIn('coordinator', '/arbete/dialoger');
  await phone.goto(`${home}/uppfoljning`);
  await expect(phone.getByText(/Uppföljningen skulle ha publicerats/)).toBeVisible();
  await expectAccessible(phone, ['light', 'dark']);
  await expectNoSidewaysScroll(phone);
  await phone
    .getByLabel(/^Hur det har gått, i stort/)
    .first()
    .fill('Busskuren har ljus sedan i mars.');
  await morning.button('Spara').first().click();
  await expect(morning.button('Publicera uppföljningen')).toBeEnabled();
  await morning.button('Publicera uppföljningen').press('Enter');
  await expect(phone.getByText(/^Publicerad /)).toBeVisible();

  const town = await browser.newContext();
  const resident = await town.newPage();
  await resident.goto(`/ale/dialoger/${reference}/uppfoljning/6`);
  await expect(resident.getByRole('heading', { level: 1 })).toContainText('Uppföljning efter 6 månader');
  await expect(resident.getByText('Busskuren har ljus sedan i mars.')).toBeVisible();
  await expect(resident.getByText('Busskuren får ljus i höst.').first()).toBeVisible();
  await expectAccessible(resident, ['light', 'dark']);
  await expectNoSidewaysScroll(resident);
  await later.close();
  await town.close();
});
