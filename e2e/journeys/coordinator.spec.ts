import { expectAccessible } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { places } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

test.describe('a coordinator', () => {
  test('logs on behalf of the police with the source, and confirms', async ({ page, request }) => {
    const { reference } = await new Api(request).aWishAt(places.coordinator);
    const words = 'Polisen mätte hastigheten vid kvarnen.';
    const coordinator = new Staff(page);
    await coordinator.signsIn('coordinator');
    await page.goto('/arbete/logga-insats');
    await coordinator.choosesSpeedChecks();
    await page.getByLabel('Vem gjorde insatsen?').selectOption({ index: 1 });
    await page.getByLabel('Hur vet du det?').fill('Mejl från kommunpolisen');
    await coordinator.answersWhenAndWhere('I dag', 'Samma plats som förslagen');
    await page.getByLabel('Sök väg, ort eller nummer').fill(reference);
    await coordinator.choosesWishes([reference]);
    await page.getByLabel('Det här läser alla').fill(words);
    await coordinator.button('Spara insatsen').click();
    await expect(coordinator.heading('Insatsen är sparad')).toBeVisible();

    await page.goto('/arbete/insatser');
    await expect(coordinator.activity(words)).toContainText('Källa: Mejl från kommunpolisen');
    await expectAccessible(page, ['light', 'dark']);
    await coordinator.activity(words).getByRole('button', { name: 'Bekräfta' }).click();
    await expect(page.getByText(/Räknaren går från \d+ till \d+/)).toBeVisible();
    await expectAccessible(page);
    await coordinator.button('Bekräfta insatsen').click();
    await expect(coordinator.activity(words)).toHaveCount(0);
    await page.getByRole('tab', { name: 'Att släppa' }).click();
    await expect(coordinator.activity(words)).toContainText('Blir offentlig');
  });

  test('changes the settings of their municipality, and changes them back', async ({ page }) => {
    const coordinator = new Staff(page);
    await coordinator.signsIn('coordinator', '/arbete/installningar');
    const days = page.getByLabel('Svarstid i arbetsdagar');
    const before = await days.inputValue();
    await days.fill('many');
    await coordinator.button('Spara inställningarna').click();
    await expect(days).toHaveAttribute('aria-invalid', 'true');
    await days.fill('7');
    await coordinator.button('Spara inställningarna').click();
    await expect(page.getByText('Inställningarna är sparade').first()).toBeVisible();
    await page.reload();
    await expect(days).toHaveValue('7');
    await days.fill(before);
    await coordinator.button('Spara inställningarna').click();
    await expect(page.getByText('Inställningarna är sparade').first()).toBeVisible();
  });
});
