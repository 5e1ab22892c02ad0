import { expectAccessible } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { places } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

const [longitude, latitude] = places.officer;

test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  geolocation: { longitude, latitude },
  permissions: ['geolocation'],
});

test.describe('a police officer on a phone', () => {
  test('logs a check where they stand, with the wishes near by, and is told why one does not count', async ({
    page,
    request,
  }) => {
    const api = new Api(request);
    const [near, nearer] = [
      await api.aWishAt([longitude + 0.004, latitude]),
      await api.aWishAt([longitude + 0.002, latitude]),
    ];
    const officer = new Staff(page);
    await officer.signsIn('police');

    await page.goto('/arbete/logga-insats');
    await expect(officer.heading('Vad har ni gjort?')).toBeVisible();
    await officer.choosesSpeedChecks();
    await officer.answersWhenAndWhere('I dag', 'Där jag är nu');
    const wishes = page.getByRole('group', { name: 'Nära platsen' }).getByRole('checkbox');
    await expect(wishes).toHaveCount(2);
    await expect(page.getByRole('group', { name: 'Nära platsen' })).toContainText(
      new RegExp(`${nearer.reference}[\\s\\S]*${near.reference}`),
    );
    await expectAccessible(page, ['light', 'dark']);
    await officer.choosesWishes([nearer.reference, near.reference]);
    await page.getByLabel('Mätta fordon').fill('120');
    await page.getByLabel('Rapporterade förare').fill('3');
    await expectAccessible(page);
    await officer.button('Spara insatsen').click();
    await expect(page.getByText('Den räknas när samordnaren har bekräftat den.')).toBeVisible();

    await officer.logsASpeedCheck({ where: 'Där jag är nu', wishes: [], day: 'I dag' });
    await expect(page.getByText('Den räknas inte').first()).toBeVisible();
    await expect(page.getByText(/Finns det ett önskemål som den svarar på/)).toBeVisible();
    await expectAccessible(page, ['light', 'dark']);
  });

  test('plans a check; the case officer and the public read what they read before', async ({
    page,
    browser,
    request,
  }) => {
    const api = new Api(request);
    const { reference } = await api.aWishAt([longitude, latitude - 0.02]);
    const officer = new Staff(page);
    await officer.signsIn('police');
    await officer.commits(reference);
    const before = await api.publicStory(reference);

    await officer.opensCase(reference);
    await officer.choosesMove('Planera');
    await expect(page.getByText(/Bara polisen ser att kontrollen är planerad/)).toBeVisible();
    await officer.savesMove('Planera');
    await officer.opensCase(reference);
    await expect(officer.case.getByText('Planerad (ser bara polisen)').first()).toBeVisible();
    await expectAccessible(page);
    expect(await api.publicStory(reference)).toBe(before);

    const other = await browser.newContext();
    const caseOfficer = new Staff(await other.newPage());
    await caseOfficer.signsIn('caseOfficer');
    await caseOfficer.opensCase(reference);
    await expect(caseOfficer.case.getByText('Bland platserna att välja').first()).toBeVisible();
    await expect(caseOfficer.case.getByText(/[Pp]lanera/)).toHaveCount(0);
    await caseOfficer.page.goto(`/ale/forslag/${reference}`);
    await expect(caseOfficer.page.getByText(/Vi kan inte lova en kontroll just här/).first()).toBeVisible();
    await other.close();
  });
});
