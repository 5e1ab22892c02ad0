import { expectAccessible } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { places } from '../drivers/product.js';
import { Resident } from '../drivers/resident.js';

const [longitude, latitude] = places.phone;

test.use({
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  geolocation: { longitude, latitude },
  permissions: ['geolocation'],
  expectedInConsole: [/ERR_INTERNET_DISCONNECTED/],
});

test.describe('a resident on a phone', () => {
  test('sees the promise, the lamps and what to do on the first screen', async ({ page }) => {
    const resident = new Resident(page, 'tap');
    await resident.opensHome();
    const seen = [
      resident.heading(/har lovat/),
      page.getByRole('img', { name: /^\d+ av 70/ }).first(),
      ...['Önska hastighetskontroll', 'Markera en otrygg plats', 'Lämna en idé'].map((name) =>
        page.getByRole('navigation', { name: 'Det här kan du göra' }).getByRole('link', { name }),
      ),
    ];
    for (const part of seen) {
      const box = await part.boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= 640, String(part)).toBe(true);
    }
    await expectAccessible(page, ['light', 'dark']);
  });

  test('asks for a speed check in a few taps, follows it and takes it back', async ({ page, request }) => {
    const resident = new Resident(page, 'tap');
    await resident.asksForASpeedCheck();
    await expect(page.getByRole('link', { name: /Ring 112/ }).first()).toHaveAttribute('href', 'tel:112');
    await expect(page.getByRole('link', { name: /Ring 114 14/ }).first()).toHaveAttribute(
      'href',
      'tel:11414',
    );
    await expectAccessible(page);
    await resident.goesOn();
    await expect(page.getByText('Sätt nålen på vägen eller platsen, inte på ett hem.')).toBeVisible();
    await expectAccessible(page);
    await resident.pointsOutWhereTheyAre();
    await resident.answers({ problem: 'Fortkörning', hours: '07–09' });
    await expect(resident.part('Visas för alla direkt')).toContainText('Fortkörning');
    await expectAccessible(page, ['light', 'dark']);
    await resident.sends();
    const reference = await resident.readsTheirNumber();
    expect(resident.taps).toBeLessThanOrEqual(10);
    await expectAccessible(page);
    expect(await new Api(request).listedAround(places.phone)).toEqual([reference]);

    await page.goto(await resident.keepsTheLink());
    await expect(resident.heading(`Ditt förslag ${reference}`)).toBeVisible();
    await expectAccessible(page, ['light', 'dark']);
    await resident.presses(resident.button('Ta tillbaka förslaget'));
    await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toBeVisible();
    await expectAccessible(page);
    await resident.presses(resident.button('Ta tillbaka'));
    await expect(page.getByText(/Du har tagit tillbaka förslaget/).first()).toBeVisible();
    expect(await new Api(request).listedAround(places.phone)).toEqual([]);
  });

  test('finds that a neighbour asked already, and joins with one press', async ({ page, request }) => {
    const { reference } = await new Api(request).aWishAt(places.phone);
    const resident = new Resident(page, 'tap');
    await resident.asksForASpeedCheck();
    await resident.goesOn();
    await resident.pointsOutWhereTheyAre();
    await expect(resident.heading('Andra har redan bett om det här')).toBeVisible();
    await expectAccessible(page, ['light', 'dark']);
    await resident.presses(page.getByRole('button', { name: /^Jag också/ }).first());
    await expect(page.getByText('Tack, du är räknad')).toBeVisible();
    await resident.presses(page.getByRole('link', { name: 'Se vad som händer med det' }));
    await expect(page).toHaveURL(`/ale/forslag/${reference}`);
    expect(await new Api(request).publicStory(reference)).toContain('"supportCount":2');
  });

  test('keeps the draft through a reload and a lost network, and sends it once', async ({
    page,
    context,
    request,
  }) => {
    const before = await new Api(request).listedAround(places.phone);
    const resident = new Resident(page, 'tap');
    await resident.asksForASpeedCheck();
    await resident.goesOn();
    await resident.pointsOutWhereTheyAre();
    await resident.saysThatTheirsIsAnother();
    await resident.answers({
      problem: 'Moped',
      words: 'Barn går över här varje morgon.',
      direction: 'mot kyrkan',
    });
    await expect(resident.part('Visas när någon har läst det')).toContainText('Barn går över här');

    await page.reload();
    await expect(page.getByText('Barn går över här varje morgon.')).toBeVisible();

    await context.setOffline(true);
    await resident.sends();
    await expect(page.getByText(/ligger kvar i telefonen/).first()).toBeVisible();
    await expectAccessible(page);
    expect(await new Api(request).listedAround(places.phone)).toEqual(before);

    await context.setOffline(false);
    const reference = await resident.readsTheirNumber();
    expect(await new Api(request).listedAround(places.phone)).toEqual([reference, ...before]);
    await page.reload();
    expect(await resident.readsTheirNumber()).toBe(reference);
    expect(await new Api(request).listedAround(places.phone)).toHaveLength(before.length + 1);
  });

  test('sends a second wish from the receipt of the first', async ({ page, request }) => {
    const before = await new Api(request).listedAround(places.phone);
    const resident = new Resident(page, 'tap');
    const numbers: string[] = [];
    await resident.asksForASpeedCheck();
    for (const problem of ['Moped', 'Fortkörning']) {
      await resident.goesOn();
      await resident.pointsOutWhereTheyAre();
      await resident.saysThatTheirsIsAnother();
      await resident.answers({ problem });
      await resident.sends();
      numbers.unshift(await resident.readsTheirNumber());
      await resident.presses(resident.button('Skicka ett till'));
    }
    expect(new Set(numbers).size).toBe(2);
    expect(await new Api(request).listedAround(places.phone)).toEqual([...numbers, ...before]);
  });
});
