import type { RankedStretch, StretchRanking } from '@lofteskartan/shared/contracts/planner';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { places, stockholmDay } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

const stretch = 'Kröken vid dammen';
const inAWeek = stockholmDay(7);

/** The stretch that the planner has gathered nearest to a position. @returns its id */
async function stretchAt(police: Page, [lng, lat]: readonly [number, number]): Promise<string> {
  const answer = await police.request.get('/api/v1/planner/ale/stretches');
  const { items } = (await answer.json()) as StretchRanking;
  const away = ({ position }: RankedStretch) => Math.hypot(position[0] - lng, (position[1] - lat) * 2);
  const nearest = items.toSorted((one, other) => away(one) - away(other))[0];
  if (!nearest) throw new Error('The planner has gathered no stretch');
  return nearest.id;
}

test('from three wishes to one stretch, a place in the order, and a plan that only the police see', async ({
  page,
  browser,
  request,
}) => {
  const [lng, lat] = places.planner;
  const api = new Api(request);
  const wish = await api.aWishAt(places.planner, 'De kör fort i kröken.');
  await api.aWishAt([lng, lat + 0.0004], 'Någon blir påkörd snart.');
  const other = await api.aWishAt([lng, lat + 0.0008], 'Bilarna bromsar aldrig.');
  const police = new Staff(page);

  await police.signsIn('police', '/arbete/planering/vikter');
  await page.getByLabel('Tid sedan kontroll').fill('60');
  await police.button('Visa hur ordningen ändras').click();
  await expect(page.getByRole('heading', { name: 'Så ändras ordningen' })).toBeVisible();
  await expect(
    page.getByText(/sträckor byter plats|sträcka byter plats|Ordningen blir densamma/),
  ).toBeVisible();
  await page.getByLabel('Tid sedan kontroll').fill('20');
  await page.getByLabel('Efterfrågan').fill('100');
  await police.button('Spara vikterna').click();
  await expect(page.getByText(/Antalet som önskat skulle avgöra ensamt/)).toBeVisible();

  await page.goto('/arbete/planering');
  const rows = page.getByRole('list', { name: 'Sträckor i ordning' }).getByRole('listitem');
  const own = rows.filter({ has: page.locator(`a[href$="/${await stretchAt(page, places.planner)}"]`) });
  await expect(own).toHaveCount(1);
  await expect(own).toContainText('Väg utan namn');
  await expect(own).toContainText('3 önskemål');
  await expect(own).toContainText('3 personer har önskat det');
  await expect(own).toContainText('Ingen kontroll är registrerad här');
  await own.getByRole('link').click();
  await expect(page.getByText(/^Plats \d+ i ordningen/)).toBeVisible();
  await police.button('Döp').click();
  await page.getByRole('dialog').getByLabel(/^Namn/).fill(stretch);
  await police.button('Spara namnet').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(stretch);

  await page.getByRole('checkbox', { name: `Välj ${other.reference}` }).check();
  await police.button('Gör en egen sträcka av de valda').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Dela' }).click();
  await expect(page.getByRole('checkbox', { name: `Välj ${other.reference}` })).toHaveCount(0);
  await police.button('Ångra').first().press('Enter');
  await expect(page.getByRole('checkbox', { name: `Välj ${other.reference}` })).toBeVisible();
  // What was pressed is gone: the keyboard goes on from there, not from the top of the page.
  await expect(page.locator('main :focus')).toHaveCount(1);
  await expectAccessible(page, ['light', 'dark']);
  const address = page.url();

  const seenByAll = await api.publicStory(wish.reference);

  await page.goto(address);
  await police.button('Planera en kontroll här').click();
  const planning = page.getByRole('dialog');
  await planning.getByLabel('Dag').fill(inAWeek);
  await planning.getByLabel(/^Anteckning för polisen/).fill('Stå vid ladan');
  await planning.getByRole('button', { name: 'Planera' }).click();
  await page.goto(`/arbete/planering/vecka/${inAWeek}`);
  await expect(page.getByText('Stå vid ladan')).toBeVisible();
  await page.getByRole('link', { name: 'Blad att skriva ut' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(stretch)).toBeVisible();

  expect(await api.publicStory(wish.reference)).toBe(seenByAll);
  const town = await browser.newContext();
  const coordinator = new Staff(await town.newPage());
  await coordinator.signsIn('coordinator', '/arbete/planering');
  await expect(coordinator.page.getByRole('heading', { level: 1 })).toHaveText('Det här är polisens sida');
  await town.close();

  await page.goto(`/arbete/planering/vecka/${inAWeek}`);
  const planned = page.getByRole('listitem').filter({ hasText: 'Stå vid ladan' });
  await planned.getByRole('link', { name: 'Logga insatsen' }).click();
  await expect(page.getByText(new RegExp(`Från planen: ${stretch}`))).toBeVisible();
  await expect(page.getByText('Platsen är vald')).toBeVisible();
  expect(page.url()).toMatch(/\/arbete\/logga-insats\?steg=when$/);
  await police.button('Fortsätt').click();
  await expect(page.getByRole('checkbox', { checked: true })).not.toHaveCount(0);

  await page.goto(`/arbete/planering/vecka/${inAWeek}`);
  await police.button(`Ställ in ${stretch}`).click();
  await expect(page.getByText('Kontrollen är inställd')).toBeVisible();
  await expect(page.getByText('Stå vid ladan')).toHaveCount(0);
});
