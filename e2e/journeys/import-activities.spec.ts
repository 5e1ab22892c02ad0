import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { places, stockholmDay } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

const words = 'Vi kontrollerade A-traktorer vid torget i Älvängen.';
const check = 'Vi mätte hastigheten på landsvägen.';
const wrong = 'Vi mätte hastigheten en dag som inte finns.';

test('a coordinator reads in what the police did: a bad line is told, the others count', async ({
  page,
  browser,
  request,
}) => {
  const api = new Api(request);
  const { reference } = await api.aWishAt(places.imported);
  const [lng, lat] = places.imported.map((each) => String(each).replace('.', ','));
  // As Excel in Sweden writes it.
  const lines = [
    'datum;åtagande;text;latitud;longitud;rapporterade',
    `${stockholmDay(-3)};3;${words};;;4`,
    `31.2.2026;Hastighetskontroller;${wrong};;;många`,
    `${stockholmDay(0)};4;"${check}";${lat ?? ''};${lng ?? ''};12`,
  ];
  const file = {
    name: 'polisen.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
  };
  const home = await browser.newContext();
  const resident = await home.newPage();
  const kept = async (): Promise<number> => {
    await resident.goto('/ale/lofte/a-traktorer-och-mopeder');
    const lamps = resident.getByRole('img', { name: /^\d+ av 4/ }).first();
    return parseInt((await lamps.getAttribute('aria-label')) ?? '', 10);
  };
  const before = await kept();

  const coordinator = new Staff(page);
  await coordinator.signsIn('coordinator', '/arbete/insatser');
  await page.getByRole('link', { name: 'Läs in en fil' }).click();
  await expect(coordinator.heading('Logga insatser från en fil')).toBeVisible();
  await page.getByLabel('Vem gjorde insatserna?').selectOption({ label: 'Polisen Kungälv-Ale' });
  await page.getByLabel('Hur vet du det?').fill('Mejl från kommunpolisen');
  await page.getByLabel('Välj en fil').setInputFiles(file);
  await expect(page.getByLabel('Eller klistra in raderna')).toHaveValue(new RegExp(check));
  await coordinator.button('Visa vad som händer').click();

  const report = coordinator.section('Så blir det');
  await expect(report.getByText('2 rader går att ta emot. 1 rad går inte.')).toBeVisible();
  const line = (number: number) => report.getByRole('listitem').filter({ hasText: `Rad ${String(number)}` });
  await expect(line(2)).toContainText('Räknas när den är bekräftad.');
  await expect(line(3)).toContainText('Går inte');
  await expect(line(3)).toContainText('datum ”31.2.2026”:');
  await expect(line(3)).toContainText('rapporterade ”många”:');
  await expect(line(4)).toContainText('Räknas inte.');
  const wish = page.getByRole('checkbox', { name: new RegExp(`^Koppla ${reference}`) });
  await line(4).locator('label', { has: wish }).click();
  await expect(line(4)).toContainText('Räknas när den är bekräftad.');
  await expectAccessible(page, ['light', 'dark']);
  await page.setViewportSize({ width: 360, height: 640 });
  await expectNoSidewaysScroll(page);

  // Looking has saved nothing.
  expect(await kept()).toBe(before);
  await coordinator.button('Logga 2 insatser').click();
  await expect(page.getByText('2 insatser är loggade')).toBeVisible();
  const saved = page.waitForEvent('download');
  await coordinator.button('Ladda ner 1 rad att rätta').click();
  expect((await saved).suggestedFilename()).toBe('rader-att-ratta.csv');

  // The same file once more logs nothing twice.
  await coordinator.button('Läs in en fil till').click();
  await page.getByLabel('Välj en fil').setInputFiles(file);
  await coordinator.button('Visa vad som händer').click();
  await expect(line(2)).toContainText('Finns redan');
  await expect(coordinator.button(/^Logga \d insats/)).toBeDisabled();

  await coordinator.confirms(words);
  expect(await kept()).toBe(before + 1);
  await expect(resident.getByText(words).first()).toBeVisible();
  await expect(resident.getByText(wrong)).toHaveCount(0);
  await home.close();
});
