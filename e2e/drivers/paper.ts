import { expect, type Page } from '@playwright/test';

/** The width between the margins of an A4 page, in pixels. */
const paperWidth = 718;

/** Holds the page against paper: nothing to press, no menus, nothing cut. Whose it is stands at its head and its foot. */
export async function expectPrintable(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: paperWidth, height: 1000 });
  for (const role of ['navigation', 'button', 'textbox'] as const)
    await expect(page.getByRole(role).filter({ visible: true }), `${role} on paper`).toHaveCount(0);
  expect(await cutElements(page), 'cut on paper').toEqual([]);
  const printed = await page.pdf({ format: 'A4', tagged: true });
  expect(printed.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  await page.emulateMedia({ media: 'screen' });
  if (before) await page.setViewportSize(before);
}

/** What is wider than the paper, or holds more than it shows. */
function cutElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll('main *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        // Words for the ear alone are cut on purpose.
        if (box.width <= 1) return false;
        const cutsX = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
        const cutsY = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
        return box.right > clientWidth + 1 || cutsX || cutsY;
      })
      .map(({ tagName, className }) => `${tagName} ${className}`);
  });
}
