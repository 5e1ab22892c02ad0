import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { expect, test } from '../drivers/journey.js';
import { Staff } from '../drivers/staff.js';
import { TableTypist } from '../drivers/table-typist.js';

const title = 'Ortsutvecklingsmöte i Nol, live';
const statement = 'Gångvägen till stationen ska vara ljus';
const question = 'När lagas lamporna vid gångvägen?';

test.use({ expectedInConsole: [/Failed to load resource/, /net::ERR_FAILED/] });

/** A dialogue that is open today, through the API of the staff who are signed in on a page. */
async function openDialogue(page: Page): Promise<{ reference: string; code: string }> {
  return page.evaluate(async (name) => {
    const call = async <Answer>(path: string, body: object): Promise<Answer> => {
      const response = await fetch(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path} ${String(response.status)} ${await response.text()}`);
      return (await response.json()) as Answer;
    };
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const made = await call<{ reference: string; version: number }>('/dialogues', {
      municipality: 'ale',
      title: name,
      theme: 'Trygghet',
      purpose: 'Vi vill veta vad som gör er trygga.',
      level: 'dialogue',
      levelMeaning: 'Vi samtalar, och du får veta vad det ledde till.',
      targetGroups: ['everyone'],
      form: 'on-site',
      venue: 'Folkets hus i Nol',
      startsAt: at(0.2),
      endsAt: at(2.2),
      presidium: [{ role: 'chair', organisation: 'Ale kommun' }],
      agenda: [{ title: 'Välkommen' }, { title: 'Vad tycker rummet?' }],
      localities: [],
      links: [],
      translations: {},
    });
    const path = `/dialogues/${made.reference}`;
    const published = await call<{ version: number }>(`${path}/publications`, { version: made.version });
    const opened = await call<{ shortCode: string }>(`${path}/openings`, { version: published.version });
    return { reference: made.reference, code: opened.shortCode };
  }, title);
}

test('a dialogue is held with a big screen, phones and those who conduct it', async ({ page, browser }) => {
  test.slow();
  const office = new Staff(page);
  await office.signsIn('coordinator');
  const { reference, code } = await openDialogue(page);
  await page.goto(`/arbete/dialoger/${reference}/live`);
  await expect(page.getByRole('heading', { level: 1, name: 'Led dialogen' })).toBeVisible();

  const hall = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const screen = await hall.newPage();
  await screen.goto(`/live/${code}/skarm`);
  await expect(screen.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(screen.getByText(code, { exact: true })).toBeVisible();

  const pocket = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const phone = await pocket.newPage();
  await phone.goto('/live');
  await phone.getByLabel('Kod').fill(code.toLowerCase());
  await phone.keyboard.press('Enter');
  await expect(phone.getByRole('heading', { level: 1, name: title })).toBeVisible();

  // The item of the agenda is everywhere, and read aloud on the phone.
  await office.button('Nästa punkt').click();
  await office.button('Nästa punkt').click();
  await expect(screen.getByRole('listitem').filter({ hasText: 'Vad tycker rummet?' })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await expect(phone.getByRole('status').filter({ hasText: 'Just nu: Vad tycker rummet?' })).toHaveCount(1);

  // A question waits for a human, is shown, supported and answered.
  await phone.getByText('Ställ en fråga').click();
  await phone.getByLabel('Din fråga').fill(question);
  await phone.getByRole('button', { name: 'Skicka frågan' }).click();
  await expect(phone.getByText('Din fråga är mottagen')).toBeVisible();
  await expect(screen.getByText(question)).toHaveCount(0);
  await page.getByRole('button', { name: `Visa frågan: ${question}` }).click();
  await expect(screen.getByText(question)).toBeVisible();
  await page.getByRole('button', { name: `Den här frågan besvaras nu: ${question}` }).click();
  await expect(screen.getByRole('heading', { name: 'Frågan som besvaras' })).toBeVisible();
  await page.getByRole('button', { name: `Klar med frågan: ${question}` }).click();

  // A statement is voted on with the keyboard alone; who answered goes on where the next would be.
  await page.getByLabel('Nytt påstående').fill(statement);
  await office.button('Lägg till').click();
  await page.getByRole('button', { name: `Visa: ${statement}` }).click();
  const choices = phone.getByRole('radiogroup', { name: statement });
  await expect(choices).toBeVisible();
  await expectAccessible(phone, ['light', 'dark']);
  await expectNoSidewaysScroll(phone);
  await choices.getByRole('radio', { name: 'Håller med', exact: true }).focus();
  await phone.keyboard.press('Space');
  await phone.keyboard.press('Enter');
  await expect(phone.getByText('Du har svarat på alla påståenden')).toBeFocused();
  await expect(screen.getByText('Färre än fem har svarat.')).toBeVisible();
  await expectAccessible(screen, ['light', 'dark']);
  await expectAccessible(page, ['light', 'dark']);

  // Paper is equal: the tables' papers are printed, and what they say is typed in without a network and shown when it is back.
  const paper = await page.request.get(`/api/v1/dialogues/${reference}/table-sheet?voice=easy`);
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);
  const desk = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const typist = new TableTypist(await desk.newPage());
  await typist.signsIn('coordinator', `/arbete/dialoger/${reference}/papper`);
  await typist.page.getByRole('link', { name: 'Skriv in från borden' }).click();
  await expect(typist.page.getByRole('heading', { level: 1, name: 'Skriv in från borden' })).toBeVisible();
  await typist.isReadyWithoutNetwork();
  await desk.setOffline(true);
  await typist.page.reload();
  await typist.isAt('Bord 3');
  await typist.chooses('Fråga');
  await typist.types('Fråga', 'Kan bänken vid ån lagas?', 'Vem klipper häcken?');
  await typist.chooses('Anteckning');
  await typist.page.getByRole('textbox', { name: 'Anteckning', exact: true }).fill('Flera undviker tunneln.');
  await typist.button('Spara anteckningen').click();
  await typist.chooses('Röster');
  const votes = typist.page.getByRole('group', { name: statement });
  await votes.getByLabel('Håller med', { exact: true }).fill('5');
  await votes.getByLabel('Håller inte med').fill('1');
  await typist.button('Spara bordets röster').click();
  await expect(typist.waiting).toHaveCount(4);
  await expectAccessible(typist.page, ['light', 'dark']);
  await expectNoSidewaysScroll(typist.page);
  await expect(screen.getByText('Färre än fem har svarat.')).toBeVisible();
  await desk.setOffline(false);
  await expect(typist.page.getByText('4 saker är framme')).toBeVisible();
  await expect(typist.waiting).toHaveCount(0);
  await expect(screen.getByText(/håller med, 1 håller inte med, 0 står över/)).toBeVisible();

  // A phone on which no line holds asks instead.
  const behindAProxy = await browser.newContext({ viewport: { width: 360, height: 640 } });
  await behindAProxy.route('**/stream', (route) => route.abort());
  const asking = await behindAProxy.newPage();
  await asking.goto(`/live/${code}`);
  await expect(asking.getByText('Uppdateras var fjärde sekund')).toBeVisible();
  await page.getByRole('button', { name: 'Be om nålar' }).click();
  await expect(asking.getByRole('heading', { name: 'Var är det mörkt?' })).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Peka ut på kartan' })).toBeVisible();
  for (const context of [hall, pocket, desk, behindAProxy]) await context.close();
});
