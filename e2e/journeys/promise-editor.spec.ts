import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { expect, test } from '../drivers/journey.js';
import { Staff } from '../drivers/staff.js';

test.describe('the promise is written in the browser', () => {
  test('a new one from nothing, for the years after the present one', async ({ page }) => {
    const staff = new Staff(page);
    await staff.signsIn('coordinator', '/arbete/admin/lofte');
    await staff.button('Skriv ett nytt löfte').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Nytt löfte' })).toBeVisible();

    await staff.button('Granska och publicera').click();
    await expect(page.getByText(/saker behöver rättas/)).toBeVisible();
    await expectAccessible(page, ['light', 'dark']);

    const first = new Date().getFullYear() + 4;
    await page.getByLabel('Namn', { exact: true }).fill('Nästa medborgarlöfte');
    await page.getByLabel('Inledning').fill('Så här går vi vidare.');
    await page.getByLabel('Första dag').fill(`${first}-01-01`);
    await page.getByLabel(/^Sista dag/).fill(`${first + 2}-12-31`);
    await staff.button('Lägg till insatsområde').click();
    await page.getByLabel('Insatsområdets namn').fill('Trafik');
    await staff.button('Lägg till åtagande').click();
    await page.getByLabel('Kort namn').fill('Hastighetskontroller');
    await page.getByLabel('Så står det i löftet').fill('Minst 80 hastighetskontroller.');
    await page.getByLabel('Så räknar vi').fill('Vi räknar varje kontroll en gång.');
    await page.getByLabel('Hur många under hela perioden').fill('80');
    const owners = page.getByRole('group', { name: 'Ansvarar' });
    await owners.getByRole('checkbox', { name: /^Polisen/ }).check();
    await expect(page.getByText(/^Sparat/)).toBeVisible();

    await staff.button('Granska och publicera').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Granska löftet' })).toBeVisible();
    await expect(page.getByText('Nästa medborgarlöfte')).toBeVisible();
    await expect(page.getByText('Minst 80').or(page.getByText('0 av 80')).first()).toBeVisible();
    await expectAccessible(page, ['light']);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    await staff.button('Publicera löftet').click();
    await expect(page.getByText('Löftet är publicerat.')).toBeVisible();
    await expect(
      page.getByRole('article').filter({ hasText: 'Nästa medborgarlöfte' }).getByText('Kommande'),
    ).toBeVisible();
  });

  test('a change is compared, told and kept as a version', async ({ page, browser }) => {
    const staff = new Staff(page);
    await staff.signsIn('coordinator', '/arbete/admin/lofte');
    const present = page.getByRole('article').filter({ hasText: 'Gäller nu' });
    await present.getByRole('button', { name: 'Ändra löftet' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ändra löftet' })).toBeVisible();
    const intro = page.getByLabel('Inledning', { exact: true });
    await intro.fill(`${await intro.inputValue()} Vi lyssnar på alla orter.`);
    await expect(page.getByText(/^Sparat/)).toBeVisible();

    await test.step('somebody else who has it open is not overwritten', async () => {
      const other = await browser.newContext();
      const second = new Staff(await other.newPage());
      await second.signsIn('coordinator', new URL(page.url()).pathname);
      await second.page.getByLabel('Namn', { exact: true }).fill('Löftet för oss alla');
      await expect(second.page.getByText(/^Sparat/)).toBeVisible();
      await page.getByLabel('Namn', { exact: true }).fill('Något helt annat');
      await expect(page.getByText('Någon annan har sparat under tiden')).toBeVisible();
      await staff.button('Läs in det senaste').click();
      await expect(page.getByLabel('Namn', { exact: true })).toHaveValue('Löftet för oss alla');
      await staff.button('Släng den').click();
      await other.close();
    });

    await staff.button('Granska och publicera').click();
    await expect(page.getByRole('heading', { name: 'Det här ändras' })).toBeVisible();
    await expect(page.locator('ins').getByText('Vi lyssnar på alla orter.')).toBeVisible();
    await expectAccessible(page, ['light', 'dark']);
    await staff.button('Publicera löftet').click();
    await expect(
      page.getByText('Det här behöver fyllas i.').or(page.locator('[aria-invalid]')).first(),
    ).toBeVisible();
    await page
      .getByLabel('Vad som ändras och varför', { exact: true })
      .fill('Vi säger tydligare att alla orter är med.');
    await staff.button('Publicera löftet').click();
    await expect(page.getByText('Löftet är publicerat.')).toBeVisible();

    await page.goto('/ale/lofte');
    await expect(page.getByRole('heading', { level: 1, name: 'Löftet för oss alla' })).toBeVisible();
    await expect(page.getByText('Vi säger tydligare att alla orter är med.')).toBeVisible();
    await staff.button('Jämför med version 1').click();
    await expect(page.locator('ins').getByText('Vi lyssnar på alla orter.')).toBeVisible();
    await expectAccessible(page, ['light', 'dark']);
  });
});
