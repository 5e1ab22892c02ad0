import { expectAccessible } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { Keyboard } from '../drivers/keyboard.js';
import { places } from '../drivers/product.js';
import { Resident } from '../drivers/resident.js';

const [longitude, latitude] = places.keyboard;

test.use({ geolocation: { longitude, latitude }, permissions: ['geolocation'] });

test.describe('a resident with the keyboard alone', () => {
  test('skips to the content, walks through the menu, and is nowhere caught', async ({ page }) => {
    const resident = new Resident(page);
    const keyboard = new Keyboard(page);
    await resident.opensHome();
    await keyboard.tab();
    await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeFocused();
    await keyboard.seesTheFocus();
    await page.keyboard.press('Enter');
    await keyboard.tab();
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

    await page.reload();
    await keyboard.tabsTo(page.getByRole('link', { name: 'Löftet', exact: true }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/ale/lofte');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await keyboard.tabsThroughThePage();
  });

  test('finds on a phone’s width the menu behind its button', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    const keyboard = new Keyboard(page);
    await new Resident(page).opensHome();
    const menu = page.getByRole('button', { name: 'Meny' });
    await keyboard.tabsTo(menu);
    await page.keyboard.press('Enter');
    await expect(menu).toHaveAttribute('aria-expanded', 'true');
    await keyboard.tabsTo(page.getByRole('link', { name: 'Karta', exact: true }));
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
    await expect(menu).toHaveAttribute('aria-expanded', 'false');
  });

  test('reads in the list what the map shows', async ({ page }) => {
    const resident = new Resident(page);
    const keyboard = new Keyboard(page);
    await page.goto('/ale/karta');
    await expect(resident.map.rows.first()).toBeVisible();
    await expect(resident.map.marks.first()).toBeVisible();
    const first = resident.map.rows.first().getByRole('link');
    const address = await first.getAttribute('href');
    await keyboard.tabsTo(first);
    await keyboard.seesTheFocus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address ?? '-');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expectAccessible(page);
    await keyboard.tabsThroughThePage();
  });

  test('asks for a speed check from the first page to the receipt', async ({ page, request }) => {
    const before = await new Api(request).listedAround(places.keyboard);
    const resident = new Resident(page);
    const keyboard = new Keyboard(page);
    await resident.opensHome();
    await keyboard.presses(page.getByRole('link', { name: /Önska hastighetskontroll/ }));
    await keyboard.standsOn(resident.heading('Önska en hastighetskontroll'));
    await keyboard.presses(resident.button('Fortsätt'));
    await keyboard.standsOn(resident.heading('Var går det för fort?'));
    await keyboard.presses(resident.button('Visa var jag är'));
    await expect(resident.button('Här')).toBeEnabled();
    await keyboard.presses(resident.button('Här'));
    if (before.length > 0) {
      await keyboard.standsOn(resident.heading('Andra har redan bett om det här'));
      await keyboard.presses(resident.button(/^Nej, mitt är något annat/));
    }
    await keyboard.standsOn(resident.heading('Vad händer där?'));
    await keyboard.checks(page.getByRole('checkbox', { name: 'Fortkörning' }));
    await keyboard.presses(resident.button('Fortsätt'));
    await keyboard.standsOn(resident.heading('När är det värst?'));
    await keyboard.checks(page.getByRole('checkbox', { name: '07–09' }));
    await keyboard.presses(resident.button('Fortsätt'));
    await keyboard.standsOn(resident.heading('Vill du berätta mer?'));
    await keyboard.presses(resident.button('Hoppa över'));
    await keyboard.standsOn(resident.heading('Så här visas det'));
    await keyboard.presses(resident.button('Skicka'));
    await keyboard.standsOn(resident.heading('Tack! Vi har fått ditt önskemål'));
    const reference = await resident.readsTheirNumber();
    expect(await new Api(request).listedAround(places.keyboard)).toEqual([reference, ...before]);
  });
});
