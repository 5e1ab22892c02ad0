import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has. */
const most = 400;

/** Hands on the keyboard: what can be reached, and whether the eye can follow. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async tab(): Promise<void> {
    await this.page.keyboard.press('Tab');
  }

  /** Tabs until something has the focus. */
  async tabsTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < most; stop += 1) {
      if (await hasFocus(target)) return;
      await this.tab();
    }
    throw new Error(`The keyboard does not reach ${String(target)}`);
  }

  async presses(target: Locator): Promise<void> {
    await this.tabsTo(target);
    await this.seesTheFocus();
    await this.page.keyboard.press('Enter');
  }

  async checks(box: Locator): Promise<void> {
    await this.tabsTo(box);
    await this.page.keyboard.press('Space');
    await expect(box).toBeChecked();
  }

  /** A new screen begins at its heading. */
  async standsOn(heading: Locator): Promise<void> {
    await expect(heading).toBeFocused();
  }

  /** What has the focus, or the words that stand for it, has an outline or a ring. */
  async seesTheFocus(): Promise<void> {
    const ring = await this.page.evaluate(() => {
      const focused = document.activeElement;
      const shown = focused ? [focused, focused.parentElement, focused.nextElementSibling] : [];
      return shown.some((element) => {
        if (!element) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      });
    });
    expect(ring, 'the focus can be seen').toBe(true);
  }

  /** Goes from stop to stop to the end of the page; no two stops in a row are the same. */
  async tabsThroughThePage(): Promise<void> {
    const last = this.page.getByRole('contentinfo').getByRole('button').last();
    let before = '';
    for (let stop = 0; stop < most; stop += 1) {
      await this.tab();
      if (await hasFocus(last)) return;
      const now = await this.page.evaluate(() => {
        const all = [...document.querySelectorAll('*')];
        return String(document.activeElement ? all.indexOf(document.activeElement) : -1);
      });
      expect(now, 'the focus moves on').not.toBe(before);
      before = now;
    }
    throw new Error('The end of the page is not reached');
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
