import { expectAccessible } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { Patrol } from '../drivers/patrol.js';
import { places } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

const [longitude, latitude] = places.car;

test.use({
  viewport: { width: 360, height: 640 },
  geolocation: { longitude, latitude },
  permissions: ['geolocation'],
  expectedInConsole: [/net::ERR_INTERNET_DISCONNECTED/],
});

test('from the planner to the car without a network, to an answer on the resident’s own page', async ({
  page,
  browser,
  request,
}) => {
  test.slow();
  const wish = await new Api(request).aWishAt(places.car);
  const patrol = new Patrol(page);
  await patrol.signsIn('police', '/arbete/planering');
  await expect(patrol.heading('Planera kontroller')).toBeVisible();
  await page.goto('/arbete/bilen');
  await expect(patrol.button('Spara kontrollen')).toBeVisible();
  await expect(page.getByText('Svarar på 1 önskemål')).toBeVisible();
  await expectAccessible(page, ['light', 'dark']);
  await patrol.isReadyWithoutNetwork();

  await patrol.losesTheNetwork();
  await page.reload();
  await expect(page.getByText('Svarar på 1 önskemål')).toBeVisible();
  await patrol.saves();
  await expect(page.getByText('Välj hur kontrollen gjordes.')).toBeInViewport();
  await patrol.tells('Laser', '3', '8');
  await patrol.saves();
  await expect(page.getByText('Fler kan inte ha rapporterats än mätts.')).toBeVisible();
  await patrol.tells('Laser', '61', '8');
  await patrol.saves();
  await expect(page.getByText(/Väntar på nät/)).toHaveCount(1);

  await patrol.findsTheNetwork();
  await expect(page.getByText('1 kontroll är framme')).toBeVisible();
  await expect(page.getByText(/Väntar på nät/)).toHaveCount(0);

  const words = '61 fordon mättes. 8 förare rapporterades.';
  const town = await browser.newContext();
  const coordinator = new Staff(await town.newPage());
  await coordinator.signsIn('coordinator');
  await coordinator.page.goto('/arbete/insatser');
  await expect(coordinator.activity(words)).toHaveCount(1);
  await expect(coordinator.activity(words)).toContainText(wish.reference);
  await coordinator.confirms(words);
  await patrol.releases(words);

  const home = await browser.newContext();
  const resident = await home.newPage();
  await resident.goto(`/ale/folj/${wish.reference}#${wish.followToken}`);
  await expect(resident.getByText('Ditt önskemål ledde till den här kontrollen')).toBeVisible();
  await expect(resident.getByText(words).first()).toBeVisible();

  const other = await new Api(request).aWishAt(places.car);
  const next = await new Api(request).aWishAt(places.carNext);
  // What lies on the phone still has the first wish: only what is read anew has the other.
  const kit = page.waitForResponse((answer) => answer.url().endsWith('/car-kit'));
  await page.goto('/arbete/bilen');
  await kit;
  await expect(page.getByText('Svarar på 1 önskemål')).toBeVisible();
  await patrol.tells('Rörlig', '14', '0');
  await patrol.drivesTo(places.carNext);
  const hasLeft = page.getByText('Bilen har lämnat platsen');
  await expect(hasLeft).toBeVisible();
  await patrol.saves();
  await expect(hasLeft).toBeInViewport();
  await expectAccessible(page, ['light', 'dark']);
  await patrol.button('Hämta platsen igen').click();
  await expect(hasLeft).toHaveCount(0);
  const sentThere = page.waitForRequest((sent) => sent.url().endsWith('/activities'));
  await patrol.saves();
  expect((await sentThere).postDataJSON()).toMatchObject({ proposalReferences: [next.reference] });
  await expect(page.getByText('1 kontroll är framme')).toBeVisible();
  await patrol.drivesTo(places.car);
  await expect(page.getByRole('radio', { name: /5 m bort|0 m bort/ })).toBeChecked();
  await patrol.losesTheNetwork();
  await patrol.tells('Rörlig', '12', '1');
  await patrol.saves();
  await expect(page.getByText(/Väntar på nät/)).toHaveCount(1);
  await new Api(request).takesBack(other);
  await patrol.findsTheNetwork();
  await expect(page.getByText(/Gick inte att ta emot/)).toBeVisible();
  await expectAccessible(page, ['light', 'dark']);
  const again = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await patrol.button('Försök igen').click();
  expect((await again).ok()).toBe(false);
  await expect(page.getByText(/Gick inte att ta emot/)).toBeVisible();
  await patrol.signsOut();
  const warning = page.getByRole('alertdialog', { name: 'Allt är inte skickat' });
  await expect(warning).toContainText('1 sak som du sparat utan nät har inte kommit fram');
  await warning.getByRole('button', { name: 'Stanna' }).click();
  await page.goto('/arbete/bilen');
  await patrol.button('Ta bort').click();
  await patrol.button('Ja, ta bort').click();
  await expect(page.getByText(/Gick inte att ta emot/)).toHaveCount(0);

  expect((await patrol.leftOnDevice()).length).toBeGreaterThan(2);
  const second = new Patrol(await page.context().newPage());
  const failsLater = await second.loses('POST', '**/api/v1/activities');
  await second.page.goto('/arbete/bilen');
  await expect(second.page.getByText('Platsen skickas med kontrollen.')).toBeVisible();
  await second.tells('Rörlig', '12', '1');
  await second.saves();
  await expect(second.page.getByText(/Väntar på nät/)).toHaveCount(1);
  const failsNow = await patrol.loses('DELETE', '**/api/v1/sessions/current');
  await patrol.signsOut();
  await warning.getByRole('button', { name: 'Logga ut ändå' }).click();
  failsNow();
  const stillIn = page.getByRole('alertdialog', { name: 'Du är fortfarande inloggad' });
  await expect(stillIn).toContainText('Utloggningen nådde inte servern');
  await expectAccessible(page, ['light', 'dark']);
  failsLater();
  await expect(second.page.getByText(/Väntar på nät/)).toHaveCount(0);
  await second.page.close();
  await stillIn.getByRole('button', { name: 'Logga ut' }).click();
  await expect(stillIn).toHaveCount(0);
  await expect.poll(() => patrol.leftOnDevice()).toEqual([]);
  for (const context of [town, home]) await context.close();
});
