import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { Inbox, linkTo } from '../drivers/inbox.js';
import { expect, test } from '../drivers/journey.js';
import { places } from '../drivers/product.js';
import { Resident } from '../drivers/resident.js';
import { Staff } from '../drivers/staff.js';

const words = 'Kommunen har mätt hastigheten';
const inbox = new Inbox();
test.beforeAll(() => inbox.opens());
test.afterAll(() => inbox.closes());

test('two who wrote about one spot are gathered, get one answer each, and are taken apart again', async ({
  page,
  browser,
  request,
}) => {
  const api = new Api(request);
  const [lng, lat] = places.gathered;
  const first = {
    email: 'alva@example.se',
    sent: await api.aWishAt([lng, lat], undefined, 'alva@example.se'),
  };
  const second = {
    email: 'bo@example.se',
    sent: await api.aWishAt([lng + 0.0004, lat], undefined, 'bo@example.se'),
  };
  const home = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const phone = await home.newPage();
  const resident = new Resident(phone);
  for (const { email, sent } of [first, second]) {
    await phone.goto('about:blank');
    await phone.goto(linkTo('/ale/bekrafta', await inbox.gets(email, new RegExp(sent.reference))));
    await resident.presses(resident.button('Ja, adressen är min'));
    await expect(phone.getByText('Din adress är bekräftad')).toBeVisible();
  }

  const office = new Staff(page);
  await office.signsIn('caseOfficer');
  await office.opensCase(first.sent.reference);
  const panel = office.section('Handlar om samma plats?');
  await panel.getByRole('checkbox', { name: new RegExp(`^Samla ${second.sent.reference}`) }).check();
  await expectAccessible(page, ['light', 'dark']);
  await panel.getByRole('button', { name: 'Samla med 1 förslag' }).click();
  const members = page.getByRole('list', { name: 'Förslagen i fallet' });
  await expect(members.getByRole('listitem')).toHaveCount(2);
  await expect(members.getByRole('listitem').first()).toContainText('Leder');
  await inbox.gets(second.email, /har samlats med ett annat förslag/);

  await expect(office.section('Historik')).toContainText(`${second.sent.reference} samlades här`);

  await office.choosesMove('Svara');
  await page.getByLabel(/^Svarsmall/).selectOption({ label: 'Vi har mätt hastigheten' });
  const answer = page.getByLabel('Det här läser alla');
  await expect(answer).toHaveValue(new RegExp(words));
  // What the template leaves open is not sent to anybody.
  await office.button('Spara: Svara').click();
  await expect(page.getByText('Skriv det som saknas där det står ”…”, eller ta bort det.')).toBeVisible();
  await expect(answer).toBeFocused();
  await answer.fill((await answer.inputValue()).replace('…', 'nio av tio.'));
  await expectAccessible(page);
  await office.savesMove('Svara');

  const answers = (email: string) => inbox.to(email).filter(({ text }) => text?.includes(words));
  for (const { email, sent } of [first, second]) {
    const mail = await inbox.gets(email, new RegExp(`^Svar om ${sent.reference}$`));
    expect(mail.text).toContain(words);
    await phone.goto('about:blank');
    await phone.goto(linkTo(`/ale/folj/${sent.reference}`, mail));
    await expect(resident.heading(`Ditt förslag ${sent.reference}`)).toBeVisible();
    await expect(phone.getByText(words).first()).toBeVisible();
    await expect(phone.getByText('Hjälpte det?').first()).toBeVisible();
  }
  await expectNoSidewaysScroll(phone);
  await expectAccessible(phone);

  await office.opensCase(first.sent.reference);
  await panel.getByRole('button', { name: 'Lös upp fallet' }).click();
  await panel.getByLabel(/^Varför hör det inte ihop/).fill('Två olika vägar');
  await panel.getByRole('button', { name: 'Ta ut förslaget' }).click();
  await expect(members).toHaveCount(0);
  await expect(office.section('Historik')).toContainText(`${second.sent.reference} lämnade fallet`);
  const desk = await browser.newContext();
  const coordinator = new Staff(await desk.newPage());
  await coordinator.signsIn('coordinator', '/arbete/admin/logg');
  await coordinator.page.getByLabel('Förslagets nummer').fill(first.sent.reference);
  const log = coordinator.page.getByRole('table');
  await expect(log).toContainText('Ett annat förslag samlades här');
  await expect(log).toContainText('Ett annat förslag lämnade fallet');
  await desk.close();
  const again = await inbox.gets(second.email, new RegExp(`^Vi tar upp ${second.sent.reference} igen$`));
  await phone.goto('about:blank');
  await phone.goto(linkTo(`/ale/folj/${second.sent.reference}`, again));
  await expect(phone.getByText('Vi läser och bedömer').first()).toBeVisible();
  expect(await api.publicStory(first.sent.reference)).toContain(words);
  expect(await api.publicStory(second.sent.reference)).not.toContain(words);
  expect([answers(first.email).length, answers(second.email).length]).toEqual([1, 1]);
  await home.close();
});
