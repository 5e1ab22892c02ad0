import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { Inbox, linkTo, stopToken } from '../drivers/inbox.js';
import { expect, test } from '../drivers/journey.js';
import { places } from '../drivers/product.js';
import { Resident } from '../drivers/resident.js';
import { Staff } from '../drivers/staff.js';

const [longitude, latitude] = places.mail;
const inbox = new Inbox();

test.use({
  viewport: { width: 360, height: 640 },
  geolocation: { longitude, latitude },
  permissions: ['geolocation'],
});
test.beforeAll(() => inbox.opens());
test.afterAll(() => inbox.closes());

test.describe('the answer comes by mail', () => {
  test('asked for in the form, confirmed, followed and stopped', async ({ page, browser, baseURL }) => {
    const address = 'kim@example.se';
    const resident = new Resident(page);
    await resident.asksForASpeedCheck();
    await resident.goesOn();
    await resident.pointsOutWhereTheyAre();
    await resident.answers({ problem: 'Fortkörning' });

    await page.getByLabel(/Din e-postadress/).fill('kim@');
    await resident.sends();
    await expect(page.getByText(/Adressen ser inte rätt ut/)).toBeVisible();
    await expect(page.getByLabel(/Din e-postadress/)).toBeFocused();
    await page.getByLabel(/Din e-postadress/).fill(address);
    await page.getByLabel(/Ditt namn/).fill('Kim');
    await expect(page.getByText(/Bara den organisation som ansvarar/)).toBeVisible();
    await expectAccessible(page, ['light', 'dark']);
    await resident.sends();
    const reference = await resident.readsTheirNumber();
    await expect(page.getByText('Bekräfta din adress i mejlet vi skickat')).toBeVisible();
    await expectAccessible(page);
    const own = await resident.keepsTheLink();
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(address);

    await page.goto(own);
    const panel = page.getByRole('region', { name: 'Svar med e-post' });
    await expect(panel.getByText('Bekräfta din adress i mejlet vi skickat')).toBeVisible();
    await expectAccessible(page);

    const mail = await inbox.gets(address, new RegExp(reference));
    expect(mail.text).toContain('Hej Kim!');
    await page.goto(linkTo('/ale/bekrafta', mail));
    await expect(resident.button('Ja, adressen är min')).toBeVisible();
    await expect(page).toHaveURL('/ale/bekrafta');
    await expectAccessible(page, ['light', 'dark']);
    await resident.presses(resident.button('Ja, adressen är min'));
    await expect(page.getByText('Din adress är bekräftad')).toBeVisible();
    await expectAccessible(page);
    await resident.presses(page.getByRole('link', { name: 'Öppna din egen sida' }));
    await expect(panel.getByText('Du får svar med e-post')).toBeVisible();
    await expectAccessible(page);

    const office = await browser.newPage({ baseURL, locale: 'sv-SE' });
    const police = new Staff(office);
    await police.signsIn('police');
    await police.opensCase(reference);
    await expect(police.section('Kontakt')).not.toContainText(address);
    await police.button('Öppna kontaktuppgifterna').click();
    await expect(police.section('Kontakt').getByRole('link', { name: address })).toHaveAttribute(
      'href',
      `mailto:${address}`,
    );
    await expect(police.section('Historik')).toContainText('Kontaktuppgifterna öppnade');
    await office.close();

    await page.goto(`/ale/avsluta#${stopToken(mail)}`);
    await expect(page).toHaveURL('/ale/avsluta');
    await expectAccessible(page);
    await resident.presses(resident.button('Sluta mejla mig'));
    await expect(page.getByText('Vi slutar mejla dig')).toBeVisible();
    await resident.presses(page.getByRole('link', { name: 'Öppna din egen sida' }));
    await expect(panel.getByText('Du får inga mejl')).toBeVisible();
    await resident.presses(panel.getByRole('button', { name: 'Ta bort adressen' }));
    await resident.presses(panel.getByRole('button', { name: 'Ja, ta bort den' }));
    await expect(panel.getByLabel(/Din e-postadress/)).toHaveValue('');
    await expect(panel).not.toContainText(address);
    expect(inbox.to(address)).toHaveLength(1);
  });

  test('asked for after a press on "Jag också"', async ({ page, request }) => {
    const address = 'granne@example.se';
    const { reference } = await new Api(request).aWishAt(places.mail);
    await page.goto(`/ale/forslag/${reference}`);
    const resident = new Resident(page);
    await resident.presses(resident.button(/^Jag också/));
    await resident.presses(resident.button('Få svar när det händer något'));
    await expect(page.getByLabel('Din e-postadress')).toBeFocused();
    await page.getByLabel('Din e-postadress').fill(address);
    await resident.presses(resident.button('Mejla mig'));
    await expect(page.getByText('Bekräfta din adress i mejlet vi skickat')).toBeVisible();
    await expectAccessible(page);

    await page.goto(linkTo('/ale/bekrafta', await inbox.gets(address, new RegExp(reference))));
    await resident.presses(resident.button('Ja, adressen är min'));
    await expect(page.getByText(/^Du är räknad/)).toBeVisible();
    await resident.presses(page.getByRole('link', { name: `Se ${reference}` }));
    await expect(page).toHaveURL(`/ale/forslag/${reference}`);
    expect(await new Api(request).publicStory(reference)).toContain('"supportCount":2');
  });

  test('what was sent is found again on another device, and the link works once', async ({
    page,
    context,
    request,
  }) => {
    const address = 'sam@example.se';
    const { reference, municipality } = await new Api(request).aWishAt(places.mail, undefined, address);
    const resident = new Resident(page);
    await page.goto(linkTo('/ale/bekrafta', await inbox.gets(address, new RegExp(reference))));
    await resident.presses(resident.button('Ja, adressen är min'));
    await resident.presses(page.getByRole('link', { name: 'Hitta alla dina förslag' }));
    await expect(resident.heading('Mina förslag')).toBeVisible();
    await expectAccessible(page, ['light', 'dark']);
    await page.getByLabel('Din e-postadress').fill(address);
    await resident.presses(resident.button('Mejla mig en länk'));
    await expect(page.getByText('Titta i din inkorg')).toBeVisible();
    await expectAccessible(page);

    const link = linkTo(`/${municipality}/mina`, await inbox.gets(address, /dina förslag/));
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page).toHaveURL('/ale/mina');
    await resident.presses(resident.button('Visa mina förslag'));
    await expect(page.getByRole('heading', { name: 'Du har skickat 1 förslag' })).toBeFocused();
    await expectAccessible(page, ['light', 'dark']);
    await expectNoSidewaysScroll(page);
    await resident.presses(page.getByRole('link', { name: new RegExp(reference) }));
    await expect(resident.heading(`Ditt förslag ${reference}`)).toBeVisible();
    await page.goBack();
    await resident.presses(resident.button('Spara dem på den här enheten'));
    await expect(page.getByText(/De är sparade på den här enheten/)).toBeVisible();
    await page.goto('/ale');
    await expect(page.getByRole('region', { name: 'Dina förslag på den här enheten' })).toContainText(
      reference,
    );

    const again = await context.newPage();
    await again.goto(link);
    await again.getByRole('button', { name: 'Visa mina förslag' }).click();
    await expect(again.getByText('Länken gäller inte längre')).toBeVisible();
    await expectAccessible(again);
  });
});
