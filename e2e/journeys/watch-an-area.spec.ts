import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { Inbox, linkTo } from '../drivers/inbox.js';
import { expect, test } from '../drivers/journey.js';
import { places } from '../drivers/product.js';
import { Resident } from '../drivers/resident.js';

const inbox = new Inbox();

test.use({ viewport: { width: 360, height: 640 } });
test.beforeAll(() => inbox.opens());
test.afterAll(() => inbox.closes());

test('somebody watches a locality by mail, changes it and stops', async ({ page, request }) => {
  const address = 'nyfiken@example.se';
  const resident = new Resident(page);
  await resident.opensHome();
  await resident.presses(page.getByRole('link', { name: 'Bevaka det som händer där du bor' }));
  await expect(resident.heading('Bevaka ett område')).toBeVisible();
  await expectAccessible(page, ['light', 'dark']);
  await expectNoSidewaysScroll(page);

  await resident.presses(resident.button('Bevaka'));
  await expect(page.getByText(/Adressen ser inte rätt ut/)).toBeVisible();
  await page.getByLabel('Din e-postadress').first().fill(address);
  await resident.presses(resident.button('Bevaka'));
  await expect(page.getByText('Välj vilken ort du vill bevaka.')).toBeVisible();
  await page.getByLabel('Ort', { exact: true }).selectOption({ label: 'Nödinge' });
  await page.getByRole('radio', { name: 'Inom en kvart' }).check();
  await resident.presses(resident.button('Bevaka'));
  await expect(page.getByText('Titta i din inkorg')).toBeVisible();
  await expectAccessible(page);

  const mail = await inbox.gets(address, /^Bekräfta att du vill bevaka Nödinge/);
  await page.goto(linkTo('/ale/bevakning', mail));
  await expect(page).toHaveURL('/ale/bevakning');
  await expect(resident.button('Ja, börja bevaka')).toBeVisible();
  await expectAccessible(page, ['light', 'dark']);
  await resident.presses(resident.button('Ja, börja bevaka'));
  await expect(page.getByText('Du bevakar Nödinge')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('radio', { name: 'Hela Ale' }).check();
  await page.getByRole('radio', { name: /^På torsdagar/ }).check();
  await resident.presses(resident.button('Spara ändringen'));
  await expect(page.getByText('Ändringen är sparad.')).toBeVisible();
  await expect(page.getByText('Du bevakar hela Ale kommun')).toBeVisible();

  // What has become public can be read at once in the feed, too.
  const { reference } = await new Api(request).aWishAt(places.mail);
  const feed = await request.get('/ale/flode.atom');
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  expect(await feed.text()).toContain(reference);
  expect(await (await request.get('/ale/kalender.ics')).text()).toContain('BEGIN:VEVENT');

  await resident.presses(resident.button('Avsluta bevakningen'));
  await expect(page.getByText('Bevakningen är avslutad')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(linkTo('/ale/bevakning', mail));
  await expect(page.getByText('Länken gäller inte längre')).toBeVisible();
  await expectAccessible(page);
});
