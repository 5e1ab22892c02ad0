import type { APIRequestContext } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { expect, test } from '../drivers/journey.js';
import { Questioner } from '../drivers/questioner.js';
import { Staff } from '../drivers/staff.js';

const hour = 3_600_000;

/** A dialogue that everyone may read of, as staff have planned it. @returns its reference */
async function aDialogue(request: APIRequestContext, origin: string): Promise<string> {
  const at = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
  const plan = {
    municipality: 'ale',
    title: 'Ortsutvecklingsmöte i Alafors',
    purpose: 'Vi vill veta var det känns otryggt och vad vi ska göra först.',
    levelMeaning: 'Vi samtalar, och du får veta vad det ledde till.',
    theme: 'Trygghet',
    level: 'dialogue',
    targetGroups: ['everyone'],
    form: 'on-site',
    venue: 'Furulundsparken',
    startsAt: at(48),
    endsAt: at(50),
    presidium: [{ role: 'chair', organisation: 'Ale kommun' }],
    agenda: [{ title: 'Frågor och svar' }],
    localities: [],
    links: [],
  };
  const post = async (path: string, data: object) => {
    const headers = { 'Idempotency-Key': randomUUID(), Origin: origin };
    const answer = await request.post(`/api/v1/dialogues${path}`, { headers, data });
    expect([answer.status(), await answer.text()]).toEqual([path ? 200 : 201, expect.any(String)]);
    return (await answer.json()) as { reference: string; version: number };
  };
  const { reference, version } = await post('', plan);
  await post(`/${reference}/publications`, { version });
  return reference;
}

test('questions are asked ahead, read by staff, supported, gathered, and followed by those who asked', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  const office = new Staff(page);
  await office.signsIn('coordinator');
  const dialogue = await aDialogue(page.request, baseURL ?? '');

  const phone = { viewport: { width: 360, height: 640 } };
  const first = new Questioner(await (await browser.newContext(phone)).newPage(), dialogue);
  await first.asks('När lagas belysningen i gångtunneln vid skolan?');
  await expectNoSidewaysScroll(first.page);
  await first.opensTheirPage();
  await expect(first.page.getByText('Väntar på att läsas')).toBeVisible();

  // Staff work the queue by keys alone.
  await page.goto(`/arbete/dialoger/${dialogue}/fragor`);
  await expect(page.getByRole('radio', { name: 'Väntar (1)' })).toBeChecked();
  await expectAccessible(page, ['light', 'dark']);
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  await expect(page.getByRole('radio', { name: 'Visas (1)' })).toBeVisible();

  // The second one is shown what the first has asked, and asks in other words all the same.
  const second = new Questioner(await (await browser.newContext(phone)).newPage(), dialogue);
  await second.writes('Blir lamporna i tunneln vid skolan hela? Ring 070-123 45 67');
  await expect(second.page.getByText(/Det ser ut som telefonnummer/)).toBeVisible();
  await second.button('Fortsätt').click();
  await expect(second.page.getByText('När lagas belysningen i gångtunneln vid skolan?')).toBeVisible();
  await expectAccessible(second.page, ['light', 'dark']);
  await second.button('Nej, min fråga är en annan').click();
  await second.sends();
  await second.opensTheirPage();

  // A neighbour supports the first.
  const neighbour = await (await browser.newContext(phone)).newPage();
  await neighbour.goto(`/ale/fraga/${first.reference}`);
  await neighbour.getByRole('button', { name: /^Jag vill också veta/ }).click();
  await expect(neighbour.getByText('Du är räknad').first()).toBeVisible();
  await expect(neighbour.getByText('2 vill ha svar.')).toBeVisible();
  await expectAccessible(neighbour, ['light', 'dark']);
  await expectNoSidewaysScroll(neighbour);

  // Staff take the number out of the words, and gather both.
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Väntar (1)' })).toBeChecked();
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.getByLabel('Det som alla ska läsa').fill('Blir lamporna i tunneln vid skolan hela?');
  await page.getByLabel('Varför ändrar du?').fill('Ett telefonnummer stod i frågan.');
  await office.button('Spara orden').click();
  await expect(page.getByText('Så här skrev avsändaren')).toBeVisible();
  await office.button('Samla').click();
  await page.getByRole('radio', { name: /När lagas belysningen/ }).check({ force: true });
  await page.getByRole('dialog').getByRole('button', { name: 'Samla' }).click();
  await expect(page.getByRole('radio', { name: 'Samlade (1)' })).toBeVisible();

  await second.page.reload();
  await expect(second.page.getByText('Besvaras med en annan')).toBeVisible();
  await expect(second.page.getByText('När lagas belysningen i gångtunneln vid skolan?')).toBeVisible();
  await expect(second.page.getByText('3 vill ha svar, du inräknad.')).toBeVisible();
  await expect(second.page.getByText(/Ett telefonnummer stod i frågan/)).toBeVisible();
  await expectNoSidewaysScroll(second.page);
  await second.page.getByRole('link', { name: 'Se frågan som alla ser den' }).click();
  await expect(
    second.page.getByText(`Frågan ${second.reference} besvaras tillsammans med den här.`),
  ).toBeVisible();

  // It can be undone: each stands on its own again, with those who stood behind it.
  await page.getByRole('radio', { name: 'Samlade (1)' }).check({ force: true });
  await office.button('Ta ut igen').click();
  await expect(page.getByRole('radio', { name: 'Samlade (0)' })).toBeVisible();
  await neighbour.reload();
  await expect(neighbour.getByText('2 vill ha svar.')).toBeVisible();

  // Whoever asked may take it back.
  await second.page.goBack();
  await second.button('Ta tillbaka frågan').click();
  await second.button('Ja, ta tillbaka').click();
  await expect(second.page.getByText('Du har tagit tillbaka frågan. Ingen ser den längre.')).toBeVisible();
});
