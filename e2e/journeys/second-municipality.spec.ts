import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { Administrator, comesInByInvitation } from '../drivers/administrator.js';
import { Api } from '../drivers/api.js';
import { Inbox } from '../drivers/inbox.js';
import { expect, test } from '../drivers/journey.js';
import { places } from '../drivers/product.js';
import { PromiseWriter } from '../drivers/promise-writer.js';
import { Resident } from '../drivers/resident.js';
import { Staff } from '../drivers/staff.js';

/** A coarse polygon of this journey's own; the product ships no outline of Kungälv. */
const outline = [
  [11.6, 57.78],
  [11.99, 57.8],
  [12.0, 57.9],
  [11.95, 58.02],
  [11.7, 58.0],
  [11.6, 57.78],
];
const file = (coordinates: readonly (readonly number[])[]) => ({
  name: 'kungalv.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [coordinates] })),
});
const swapped = outline.map(([lng, lat]) => [lat ?? 0, lng ?? 0]);
const square = { latitude: 57.87, longitude: 11.97 };
const coordinatorsAddress = 'karin@kungalv.example';
const officersAddress = 'petra@polis.example';
const inbox = new Inbox();

test.beforeAll(() => inbox.opens());
test.afterAll(() => inbox.closes());

test('a second municipality is added, staffed, promised to and opened, all in the browser', async ({
  page,
  browser,
  request,
}) => {
  test.slow();
  const admin = new Administrator(page);
  await admin.signsIn('admin', '/arbete/admin');
  await page.getByRole('link', { name: /^Lägg till kommun/ }).click();
  await expect(admin.heading('Lägg till kommun')).toBeVisible();

  await page.getByLabel('Kommunens namn').fill('Kungälvs kommun');
  await expect(page.getByLabel('Kort namn')).toHaveValue('Kungälv');
  await expect(page.getByLabel('Namn i adressen')).toHaveValue('kungalv');
  await page.getByLabel('Kommunkod').fill('1482');
  await page.getByLabel('Förslagens nummer börjar med').fill('kgv');
  await page.getByLabel('Lokalpolisområde', { exact: true }).selectOption({ label: 'Polisen Kungälv-Ale' });
  await expect(page.getByLabel('Kommunens organisation')).toHaveValue('Kungälvs kommun');

  // A file with latitude first is told, and what would be right.
  const chooser = page.getByLabel('GeoJSON-fil');
  await chooser.setInputFiles(file(swapped));
  await expect(page.getByText(/Latitud och longitud har bytt plats/)).toBeVisible();
  await chooser.setInputFiles(file(outline));
  await expect(page.getByText('Filen går att använda')).toBeVisible();
  await page.getByLabel('Första orten').fill('Kungälv');
  await page.getByLabel('Mitten av orten').fill('11,97 57,87');
  await expect(page.getByRole('application', { name: /Så blir kartan för Kungälv/ })).toBeVisible();

  await admin.button('Lägg till kontakt').click();
  await page.getByLabel('Vem, på svenska').fill('Kungälvs kommun, kundcenter');
  await page.getByLabel('Vem, på engelska').fill('Kungälv Municipality, contact centre');
  await page.getByLabel('Telefonnummer eller adress').fill('0303-23 80 00');
  await expectAccessible(page);
  await admin.button('Lägg till kommunen som utkast').click();

  // Its administrator sees what is missing; everyone else sees nothing at all.
  await expect(page).toHaveURL(/\/arbete\/admin\/kommun\?municipality=kungalv$/);
  await expect(page.getByText('Kommunen är ett utkast')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ett medborgarlöfte' })).toBeVisible();
  await expect(admin.button('Öppna för invånarna')).toHaveCount(0);
  const resident = await browser.newPage();
  await resident.goto('/');
  // With one open municipality there is nothing to choose.
  await expect(resident).toHaveURL(/\/ale$/);
  await expect(resident.getByText('Kungälvs kommun')).toHaveCount(0);
  await resident.goto('/kungalv');
  await expect(resident.getByRole('heading', { level: 1, name: /finns inte/ })).toBeVisible();
  await resident.close();

  // Each thing that is missing leads to where it is done: people first.
  await page.getByRole('link', { name: /^Någon som handlägger/ }).click();
  await expect(admin.heading('Konton')).toBeVisible();
  await admin.invites('Karin Kungälv', coordinatorsAddress, [
    { role: 'Samordnare', organisation: 'Kungälvs kommun', municipality: 'Kungälvs kommun' },
  ]);
  await admin.invites('Petra Polis', officersAddress, [
    { role: 'Polis', organisation: 'Polisen Kungälv-Ale', municipality: 'Ale kommun' },
    { role: 'Polis', organisation: 'Polisen Kungälv-Ale', municipality: 'Kungälvs kommun' },
  ]);

  await test.step('its coordinator comes in by invitation, and promises', async () => {
    const context = await browser.newContext();
    const karin = new PromiseWriter(await context.newPage());
    await comesInByInvitation(
      karin,
      await inbox.gets(coordinatorsAddress, /inbjuden/),
      '/arbete/admin/lofte',
    );
    await expect(karin.heading('Medborgarlöftet i Kungälvs kommun')).toBeVisible();
    const year = new Date().getFullYear();
    await karin.writes({
      title: 'Medborgarlöfte för Kungälv',
      intro: 'Det här lovar kommunen och polisen tillsammans.',
      from: `${year}-01-01`,
      to: `${year + 2}-12-31`,
      area: 'Trafik',
      commitment: 'Hastighetskontroller i Kungälv',
      words: 'Minst 40 hastighetskontroller under perioden.',
      counting: 'Vi räknar varje kontroll en gång.',
      target: 40,
    });
    await karin.publishes();
    // What is promised is not told before its municipality is open.
    const stranger = await browser.newContext();
    const outside = await stranger.newPage();
    await outside.goto('/kungalv/lofte');
    await expect(outside.getByRole('heading', { level: 1, name: /finns inte/ })).toBeVisible();
    await karin.page.goto('/kungalv');
    await expect(karin.page.getByText(/^Utkast – Kungälv syns bara/)).toBeVisible();
    await expectAccessible(karin.page, ['light', 'dark']);
    await context.close();
    await stranger.close();
  });

  await test.step('its administrator opens it', async () => {
    await page.goto('/arbete/admin/kommun?municipality=kungalv');
    await expect(page.getByText('Allt är klart för att öppna')).toBeVisible();
    await admin.button('Öppna för invånarna').click();
    await expectAccessible(page, ['light', 'dark']);
    await admin.button('Ja, öppna').click();
    await expect(page.getByText('Kungälvs kommun är öppen för invånarna').first()).toBeVisible();
    await expect(page.getByText('Kommunen är ett utkast')).toHaveCount(0);
  });

  let reference = '';
  await test.step('a resident chooses it, reads its promise and sends a wish', async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      geolocation: square,
      permissions: ['geolocation'],
    });
    const robin = new Resident(await context.newPage(), 'click', 'kungalv');
    await robin.page.goto('/');
    await robin.presses(robin.page.getByRole('link', { name: 'Kungälvs kommun' }));
    await expect(robin.page).toHaveURL('/kungalv');
    await expect(robin.page.getByText(/^Utkast/)).toHaveCount(0);
    await expectNoSidewaysScroll(robin.page);
    await robin.asksForASpeedCheck();
    await robin.goesOn();
    await robin.pointsOutWhereTheyAre();
    await robin.answers({ problem: 'Fortkörning' });
    await robin.sends();
    reference = await robin.readsTheirNumber();
    expect(reference).toMatch(/^KGV-/);
    await robin.page.goto(`/kungalv/forslag/${reference}`);
    await expect(robin.page.getByText('Mottaget').first()).toBeVisible();
    await context.close();
  });

  const { reference: inAle } = await new Api(request).aWishAt(places.secondMunicipality);
  await test.step('Ale’s own staff do not see it', async () => {
    const context = await browser.newContext();
    const officer = new Staff(await context.newPage());
    await officer.signsIn('caseOfficer');
    await officer.searches(inAle);
    await expect(officer.row(inAle)).toHaveCount(1);
    await officer.searches(reference);
    await expect(officer.page.getByText('Inget passar urvalet')).toBeVisible();
    await officer.page.goto(`/arbete/forslag/${reference}`);
    await expect(officer.page.getByText('Förslaget finns inte i dina kommuner')).toBeVisible();
    await context.close();
  });

  await test.step('an officer of the shared police district sees both', async () => {
    const context = await browser.newContext();
    const petra = new Staff(await context.newPage());
    await comesInByInvitation(petra, await inbox.gets(officersAddress, /inbjuden/));
    for (const municipality of ['Ale kommun', 'Kungälvs kommun'])
      await expect(
        petra.page.getByRole('heading', { name: `Det här väntar i ${municipality}` }),
      ).toBeVisible();
    for (const each of [inAle, reference]) {
      await petra.searches(each);
      await petra.row(each).click();
      await expect(petra.case.getByText(each).first()).toBeVisible();
    }
    await expectAccessible(petra.page);
    await context.close();
  });

  // A name that is taken is told at its field, and nothing is lost.
  await page.goto('/arbete/admin/ny-kommun');
  await page.getByLabel('Kommunens namn').fill('Kungälvs kommun');
  await page.getByLabel('Kommunkod').fill('1482');
  await page.getByLabel('Förslagens nummer börjar med').fill('KGV');
  await page.getByLabel('Lokalpolisområde', { exact: true }).selectOption({ label: 'Polisen Kungälv-Ale' });
  await page.getByLabel('Första orten').fill('Kungälv');
  await page.getByLabel('Mitten av orten').fill('11,97 57,87');
  await admin.button('Lägg till kommunen som utkast').click();
  await expect(page.getByText('Det är redan upptaget.').first()).toBeVisible();
  await expect(page.getByLabel('Kommunens namn')).toHaveValue('Kungälvs kommun');
});
