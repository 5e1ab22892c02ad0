import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { Inbox } from '../drivers/inbox.js';
import { expect, test } from '../drivers/journey.js';
import { places } from '../drivers/product.js';
import { Registrar } from '../drivers/registrar.js';
import { ResponsibleBody } from '../drivers/responsible-body.js';

const [longitude, latitude] = places.referral;
const phone = '0303-12 34 56';
const body = 'Trafikverket';
const bodysAddress = 'trafikverket@example.se';
const asked = 'Kan ni röja sikten vid övergången?';
const answer = 'Vi röjer busken före advent.';
const inbox = new Inbox();

test.use({
  viewport: { width: 360, height: 640 },
  geolocation: { longitude, latitude },
  permissions: ['geolocation'],
});
test.beforeAll(() => inbox.opens());
test.afterAll(() => inbox.closes());

test('a call is registered, referred, answered by whom it was referred to, and called back', async ({
  page,
  browser,
}) => {
  test.slow();
  const officer = new Registrar(page);
  const outside = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const resident = await outside.newPage();
  /** How many of those who got in touch have an answer, as everyone reads it. */
  const answered = async (): Promise<number> => {
    await resident.goto('/ale/svar');
    const words = await resident.getByText(/^Av \d+ som hört av sig har/).innerText();
    return Number(/har (\d+) fått svar/.exec(words)?.[1]);
  };

  let reference = '';
  await test.step('an officer writes down what somebody says on the telephone', async () => {
    await officer.signsIn('caseOfficer');
    await officer.opensTheFormOnAPhone();
    await expectAccessible(page, ['light', 'dark']);
    await expectNoSidewaysScroll(page);
    reference = await officer.registersAnUnsafePlace({
      place: 'Övergången vid kiosken',
      cause: 'Buskar och träd',
      words: 'Man syns inte när man ska gå över.',
      phone,
      name: 'Kim',
    });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  const before = await answered();
  await test.step('it is referred, and the body is mailed nothing of who called', async () => {
    await officer.refers(reference, {
      body,
      asked,
      text: 'Trafikverket ansvarar för vägen. Vi har frågat dem om busken.',
    });
    const mail = await inbox.gets(bodysAddress, new RegExp(`^${reference}: Ale kommun ber er om svar`));
    expect(mail.text).toContain(asked);
    for (const secret of [phone, 'Kim', 'Man syns inte']) expect(mail.text).not.toContain(secret);
    await resident.goto(`/ale/forslag/${reference}`);
    await expect(resident.getByText(/^Trafikverket har frågan sedan/)).toBeVisible();
  });

  await test.step('the body answers on its page, without an account', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
    const clerk = new ResponsibleBody(await context.newPage());
    await clerk.opensTheQuestion(await inbox.gets(bodysAddress, new RegExp(`^${reference}`)));
    await expect(clerk.page.getByText(asked)).toBeVisible();
    await expect(clerk.page.getByText('Man syns inte')).toHaveCount(0);
    // What it is about is read in lines, not in a column of single syllables.
    const facts = await clerk.page.getByRole('definition').first().boundingBox();
    expect(facts?.width).toBeGreaterThan(150);
    await expectAccessible(clerk.page, ['light', 'dark']);
    await expectNoSidewaysScroll(clerk.page);
    await clerk.answers(answer);
    await context.close();
    // Nothing of it is public before an officer has read it.
    await resident.reload();
    await expect(resident.getByText(answer)).toHaveCount(0);
  });

  await test.step('the officer reads the answer, and everyone reads who had it and what came of it', async () => {
    await inbox.gets('handlaggare@demo.example', new RegExp(`^Trafikverket har svarat om ${reference}`));
    await officer.opensView('Ansvarig har svarat');
    await officer.row(reference).click();
    await officer.tellsWhatTheyAnswered(body);
    await resident.reload();
    await expect(resident.getByText(new RegExp(answer)).first()).toBeVisible();
    await expect(resident.getByText(/Trafikverket/).first()).toBeVisible();
    await expectAccessible(resident, ['light', 'dark']);
  });

  await test.step('it counts as an answer once the resident has been called', async () => {
    expect(await answered()).toBe(before);
    await officer.opensView('Att ringa');
    await officer.row(reference).click();
    await officer.button('Öppna kontaktuppgifterna').click();
    await expect(officer.section('Kontakt').getByRole('link', { name: phone })).toBeVisible();
    await expectAccessible(page);
    await officer.ticksThatTheyCalled();
    await officer.opensView('Att ringa');
    await expect(officer.row(reference)).toHaveCount(0);
    await expect.poll(answered).toBe(before + 1);
  });
  await outside.close();
});
