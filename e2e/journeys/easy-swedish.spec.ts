import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { expect, test } from '../drivers/journey.js';

test('somebody who reads easy Swedish marks a place on a phone and gets an easy receipt', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/ale');
  await page.getByRole('contentinfo').getByRole('button', { name: 'Lättläst' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv-x-lattlast');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Här ser du vad vi har gjort');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // The choice is kept, and what has no easy words is said in Swedish.
  await page.reload();
  await page.getByRole('link', { name: /^Säg vad du vill/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Säg vad du vill' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^(Gå vidare|Börja)/ }).click();
  await page.getByRole('radio', { name: 'Fritid' }).check();
  await page.getByRole('button', { name: 'Gå vidare' }).click();
  await page.getByRole('button', { name: 'Det gäller ingen plats' }).click();
  await page.getByLabel('Skriv vad du vill').fill('En bänk vid torget');
  await page.getByRole('button', { name: 'Gå vidare' }).click();
  const send = page.getByRole('button', { name: 'Skicka', exact: true });
  const next = page.getByRole('button', { name: /Gå vidare|Hoppa över/ });
  await expect(send.or(next).first()).toBeVisible();
  if (!(await send.isVisible())) await next.first().click();
  await expect(send).toBeVisible();
  await expectAccessible(page);
  await send.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tack! Nu har vi fått det' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
