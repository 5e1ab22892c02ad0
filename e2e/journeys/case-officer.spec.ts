import { expectAccessible } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { places } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

test.describe('a case officer', () => {
  test('goes through the queue by keyboard', async ({ page }) => {
    const officer = new Staff(page);
    await page.goto('/arbete/forslag');
    await expect(officer.heading('Logga in')).toBeVisible();
    await officer.signsIn('caseOfficer', '/arbete/forslag');
    const rows = page.locator('[data-queue-row]');
    await expect(rows.nth(2)).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(rows.nth(1)).toBeFocused();
    await page.keyboard.press('k');
    await expect(rows.nth(0)).toBeFocused();
    const address = await rows.nth(0).getAttribute('href');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${address ?? '-'}$`));
    await officer.button('Till beslutet').click();
    await expect(officer.section('Vad händer nu?')).toBeInViewport();
    await expectAccessible(page, ['light', 'dark']);
  });

  test('releases the words of one wish, keeps back another’s, and answers with a no that explains', async ({
    page,
    request,
  }) => {
    const api = new Api(request);
    const [lng, lat] = places.caseOfficer;
    const shown = await api.aWishAt(places.caseOfficer, 'Många kör fort förbi ladan.');
    const secret = await api.aWishAt([lng + 0.02, lat], 'Han i gula villan heter Sixten Hemlig.');
    const officer = new Staff(page);
    await officer.signsIn('caseOfficer');

    await officer.opensCase(shown.reference);
    await officer.choosesChip(page.getByRole('radiogroup', { name: 'Orden' }), 'Visa orden');
    await officer.button('Spara beslutet').click();
    await expect(page.getByText('Beslutet är sparat').first()).toBeVisible();
    await officer.choosesMove('Säg nej, med skäl');
    await page.getByLabel('Varför blir det nej?').selectOption('not-suitable-place');
    const text = page.getByLabel('Det här läser alla');
    await expect(text).not.toHaveValue('');
    await text.fill('Vägen saknar plats där vi kan stanna fordon säkert.');
    await expectAccessible(page);
    await officer.savesMove('Säg nej, med skäl');

    await officer.opensCase(secret.reference);
    await officer.choosesChip(page.getByRole('radiogroup', { name: 'Orden' }), 'Visa inte');
    await officer.button('Spara beslutet').click();
    await expect(page.getByText('Beslutet är sparat').first()).toBeVisible();

    await page.goto(`/ale/forslag/${shown.reference}`);
    await expect(page.getByText('Många kör fort förbi ladan.').first()).toBeVisible();
    await expect(page.getByText('Vägen saknar plats där vi kan stanna fordon säkert.').first()).toBeVisible();
    await expectAccessible(page, ['light', 'dark']);
    await page.goto(`/ale/forslag/${secret.reference}`);
    await expect(page.getByText('Mottaget').first()).toBeVisible();
    await expect(page.getByText('Sixten')).toHaveCount(0);
    expect(await api.publicStory(secret.reference)).not.toContain('Sixten');
  });

  test('refers, corrects and takes notes; the public reads the referral alone', async ({ page, request }) => {
    const api = new Api(request);
    const [lng, lat] = places.caseOfficer;
    const { reference } = await api.aWishAt([lng, lat - 0.02], 'Farten är för hög.');
    const officer = new Staff(page);
    await officer.signsIn('caseOfficer');
    await officer.opensCase(reference);

    await page.getByLabel('Ny anteckning').fill('Ringde vägmästaren, återkommer på måndag.');
    await officer.button('Spara anteckningen').click();
    await expect(officer.section('Anteckningar').getByRole('listitem')).toContainText('Ringde vägmästaren');

    await officer.button('Rätta uppgifter').click();
    await page.getByLabel(/^Plats i ord/).fill('Vid bron över ån');
    await page.getByLabel('Varför rättas det?').fill('Invånaren ringde och förtydligade');
    await expectAccessible(page);
    await officer.button('Spara rättelsen').click();
    await expect(officer.section('Historik')).toContainText('Invånaren ringde och förtydligade');

    await officer.choosesMove('Skicka vidare');
    await page.getByLabel('Till vem').selectOption('Trafikverket');
    await expect(page.getByLabel('Det här läser alla')).toHaveValue(/Trafikverket/);
    await officer.savesMove('Skicka vidare');

    await page.goto(`/ale/forslag/${reference}`);
    await expect(page.getByText(/Trafikverket/).first()).toBeVisible();
    const story = await api.publicStory(reference);
    for (const hidden of ['vägmästaren', 'Vid bron', 'förtydligade', 'Farten är för hög'])
      expect(story).not.toContain(hidden);
  });
});
