import type { BrowserContext, BrowserContextOptions } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { Inbox, stopToken } from '../drivers/inbox.js';
import { expect, test, watchContext } from '../drivers/journey.js';
import { places } from '../drivers/product.js';
import { ResidentByMail } from '../drivers/resident-by-mail.js';
import { Staff } from '../drivers/staff.js';

const [longitude, latitude] = places.feedbackLoop;
const phone = { viewport: { width: 360, height: 640 } };
const there = { geolocation: { longitude, latitude }, permissions: ['geolocation'] };
const sender = 'avsandare@example.se';
const neighbour = 'grannen@example.se';
const inbox = new Inbox();

test.beforeAll(() => inbox.opens());
test.afterAll(() => inbox.closes());

test('a wish is answered by mail, and the sender says that it did not help', async ({
  browser,
  baseURL,
  request,
}) => {
  test.slow();
  const opened: BrowserContext[] = [];
  const faults: string[][] = [];
  const pageOf = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext(options);
    opened.push(context);
    faults.push(watchContext(context, baseURL ?? ''));
    return context.newPage();
  };

  const kim = new ResidentByMail(await pageOf({ ...phone, ...there }));
  let reference = '';
  await test.step('somebody sends a wish with an address, and confirms it', async () => {
    await kim.asksForASpeedCheck();
    await kim.goesOn();
    await kim.pointsOutWhereTheyAre();
    await kim.answers({ problem: 'Fortkörning', words: 'Bilarna kör fort när skolan slutar.' });
    await kim.page.getByLabel(/Din e-postadress/).fill(sender);
    await kim.sends();
    reference = await kim.readsTheirNumber();
    await kim.confirmsTheAddress(await inbox.gets(sender, new RegExp(`^Bekräfta .*${reference}`)));
  });

  await test.step('a neighbour wants the same, with an address', async () => {
    const robin = new ResidentByMail(await pageOf(phone));
    await robin.supports(reference, neighbour);
    await robin.confirmsTheAddress(await inbox.gets(neighbour, new RegExp(`^Bekräfta .*${reference}`)));
    await expect(robin.page.getByText(/^Du är räknad/)).toBeVisible();
  });

  const caseOfficer = new Staff(await pageOf());
  await test.step('the case officer asks, and the sender alone is asked and replies', async () => {
    await caseOfficer.signsIn('caseOfficer');
    await caseOfficer.asks(reference, 'Vilken tid på dagen är det värst?');
    const mail = await inbox.gets(sender, new RegExp(`^Vi har en fråga om ${reference}`));
    expect(mail.text).toContain('Vilken tid på dagen är det värst?');
    await kim.opensTheirPage(reference, mail);
    await expect(kim.question).toContainText('Vilken tid på dagen är det värst?');
    await expectAccessible(kim.page);
    await expectNoSidewaysScroll(kim.page);
    await kim.replies('När skolan slutar, vid halv fyra.');
    await caseOfficer.opensCase(reference);
    await expect(caseOfficer.case.getByText('När skolan slutar, vid halv fyra.').first()).toBeVisible();
  });

  await test.step('the wish becomes part of the promise, and both are told', async () => {
    await caseOfficer.commits(reference);
    for (const address of [sender, neighbour])
      await inbox.gets(address, new RegExp(`^${reference} hör nu till ett åtagande`));
  });

  const words = 'Vi mätte hastigheten vid skolan under eftermiddagen.';
  const police = new Staff(await pageOf(there));
  const checked = new RegExp(`^Kontrollen är gjord: ${reference}`);
  await test.step('a check is logged and confirmed, and nobody is told before it is released', async () => {
    await police.signsIn('police');
    await police.logsASpeedCheck({ where: 'Där jag är nu', wishes: [reference], text: words, day: 'I dag' });
    const coordinator = new Staff(await pageOf());
    await coordinator.signsIn('coordinator');
    await coordinator.confirms(words);
    await police.opensCase(reference);
    expect(inbox.about([sender, neighbour], checked)).toEqual([]);
    await police.releases(words);
  });

  await test.step('both are told of the check, and the sender tells from the mail that it did not help', async () => {
    expect((await inbox.gets(neighbour, checked)).text).toContain(words);
    const mail = await inbox.gets(sender, checked);
    expect(mail.text).toContain(words);
    await kim.opensTheirPage(reference, mail);
    await expect(kim.page.getByText('Ditt önskemål ledde till den här kontrollen')).toBeVisible();
    await expectAccessible(kim.page, ['light', 'dark']);
    await kim.saysThatItDidNotHelp('De kör lika fort igen, redan dagen efter.');
  });

  await test.step('the neighbour stops the mails with the one click of a mail program', async () => {
    const mail = await inbox.gets(neighbour, checked);
    expect(mail.headers.get('list')).toMatchObject({
      'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
    });
    const answer = await request.post(`/api/v1/contact-stops/${stopToken(mail)}`, {
      form: { 'List-Unsubscribe': 'One-Click' },
    });
    expect(answer.status()).toBe(200);
  });

  await test.step('it stands among what did not help, and the sender alone is told that it is taken up again', async () => {
    await caseOfficer.opensView('Hjälpte inte');
    await caseOfficer.row(reference).click();
    const outcome = caseOfficer.section('Hjälpte det?');
    await expect(outcome).toContainText('Nej, det hjälpte inte');
    await expect(outcome).toContainText('De kör lika fort igen, redan dagen efter.');
    await expectAccessible(caseOfficer.page, ['light', 'dark']);
    await caseOfficer.takesUpAgain('Vi ber polisen komma tillbaka.');
    await expect(caseOfficer.row(reference)).toHaveCount(0);
    await inbox.gets(sender, new RegExp(`^Vi tar upp ${reference} igen`));
  });

  expect(inbox.about([sender, neighbour], checked)).toHaveLength(2);
  expect(inbox.about([neighbour], /fråga/)).toEqual([]);
  expect([inbox.to(sender).length, inbox.to(neighbour).length]).toEqual([5, 3]);
  expect(faults.flat()).toEqual([]);
  for (const context of opened) await context.close();
});
