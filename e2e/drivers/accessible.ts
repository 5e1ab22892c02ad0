import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Holds the page as it stands against axe, in light and, when asked, in dark. */
export async function expectAccessible(
  page: Page,
  schemes: readonly ('light' | 'dark')[] = ['light'],
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Between the press and the dialog that it fetches, the page is hidden and nothing stands over it yet.
    await expect(
      page.locator('main:not([aria-hidden=true] *), [role=dialog], [role=alertdialog]').first(),
    ).toBeVisible();
    const axe = new AxeBuilder({ page });
    // Colours are all that differ in the dark.
    const { violations, passes } = await (
      colorScheme === schemes[0] ? axe.withTags(rules) : axe.withRules(['color-contrast'])
    ).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
    );
    expect(passes.length).toBeGreaterThan(0);
    expect.soft(found, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

/** The page fits the width of its window: nobody has to scroll sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widths = await page.evaluate(() => {
    const { scrollWidth, clientWidth, dir } = document.documentElement;
    const sticksOut = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return dir === 'rtl' ? left < -1 : right > clientWidth + 1;
    });
    const names = sticksOut.slice(0, 5).map((element) => `${element.tagName} ${element.className}`);
    return { scrollWidth, clientWidth, names };
  });
  const { scrollWidth, clientWidth, names } = widths;
  expect.soft(scrollWidth <= clientWidth ? [] : names, `${page.url()} is ${scrollWidth} px wide`).toEqual([]);
}

/** The page also fits when it is written from right to left, as in Arabic. */
export async function expectFitsFromRightToLeft(page: Page): Promise<void> {
  const turn = (dir: string) =>
    page.evaluate((direction) => {
      document.documentElement.dir = direction;
    }, dir);
  await turn('rtl');
  await expectNoSidewaysScroll(page);
  await turn('ltr');
}
