import { expectAccessible } from '../drivers/accessible.js';
import { Administrator } from '../drivers/administrator.js';
import { Inbox, linkTo } from '../drivers/inbox.js';
import { expect, test } from '../drivers/journey.js';
import { identityPort } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

test.describe('who has an account at the municipality', () => {
  // The browser leaves for the sign-in service and comes back.
  test.use({ expectedInConsole: [new RegExp(`^called http://127\\.0\\.0\\.1:${identityPort}/`)] });

  test('signs in with its service, finds the work, and signs out of both', async ({ page }) => {
    const staff = new Staff(page);
    await page.goto('/arbete/forslag');
    await staff.button('Logga in med Ale kommun').click();
    await expect(staff.heading('Kommunens inloggning')).toBeVisible();
    await staff.button('Avbryt').click();
    await expect(page.getByText('Inloggningen avbröts hos tjänsten.')).toBeVisible();
    await expectAccessible(page);

    await page.goto('/arbete/forslag');
    await staff.button('Logga in med Ale kommun').click();
    await page.getByLabel('Användarnamn').fill('vera');
    await staff.button('Logga in').click();
    await expect(page).toHaveURL(/\/arbete\/forslag/);
    await expect(staff.button('Vera Lind')).toBeVisible();

    await page.goto('/arbete/mitt-konto');
    await expect(staff.section('Inloggningstjänster').getByText('Ale kommun')).toBeVisible();
    await expect(staff.section('Här är du inloggad').getByText('Genom Ale kommun')).toBeVisible();

    await staff.button('Vera Lind').click();
    await staff.button('Logga ut').click();
    await staff.button('Ja, logga ut').click();
    await expect(page.getByText('Du är utloggad')).toBeVisible();
    await page.goto('/arbete/mitt-konto');
    await expect(staff.heading('Logga in')).toBeVisible();
  });
});

test('a new colleague is invited by mail, chooses a password and signs in', async ({ browser, page }) => {
  const inbox = new Inbox();
  await inbox.opens();
  try {
    const admin = new Administrator(page);
    await admin.signsIn('admin', '/arbete/konton');
    await admin.invites('Nils Ny', 'nils@ale.example', [
      { role: 'Handläggare', organisation: 'Ale kommun', municipality: 'Ale kommun' },
    ]);

    const mail = await inbox.gets('nils@ale.example', /inbjuden/);
    const context = await browser.newContext();
    const nils = await context.newPage();
    const person = new Staff(nils);
    await nils.goto(linkTo('/arbete/inbjudan', mail));
    await expect(nils.getByText('Kontot är för Nils Ny')).toBeVisible();
    await expect(nils).toHaveURL(/\/arbete\/inbjudan$/);
    await nils.getByLabel('Nytt lösenord').fill('Sommar202620');
    await person.button('Spara lösenordet').click();
    await expect(nils.getByText(/vanligt lösenord/)).toBeVisible();
    await expectAccessible(nils);
    await nils.getByLabel('Nytt lösenord').fill('gardin tupp cykel');
    await person.button('Spara lösenordet').click();
    await nils.getByRole('link', { name: 'Till inloggningen' }).click();
    await nils.getByLabel('E-postadress').fill('nils@ale.example');
    await nils.getByLabel('Lösenord', { exact: true }).fill('gardin tupp cykel');
    await person.button('Logga in').click();
    await expect(person.button('Nils Ny')).toBeVisible();
    await context.close();
  } finally {
    await inbox.closes();
  }
});
