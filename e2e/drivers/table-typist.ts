import { expect, type Locator } from '@playwright/test';
import { Staff } from './staff.js';

/** Somebody of the municipality who types in what the tables of a public dialogue wrote on paper. */
export class TableTypist extends Staff {
  /** Waits until the page would open without a network. */
  async isReadyWithoutNetwork(): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(
          async () => (await navigator.serviceWorker.getRegistration('/arbete/bordet'))?.active?.state,
        ),
      )
      .toBe('activated');
  }

  async isAt(table: string): Promise<void> {
    await this.page.getByLabel('Bord', { exact: true }).fill(table);
  }

  async chooses(kind: string): Promise<void> {
    await this.choosesChip(this.page.getByRole('radiogroup', { name: 'Vad skriver du in?' }), kind);
  }

  /** Types with the keyboard alone; Enter saves. */
  async types(field: string, ...lines: readonly string[]): Promise<void> {
    await this.page.getByRole('textbox', { name: field, exact: true }).focus();
    for (const line of lines) {
      await this.page.keyboard.type(line);
      await this.page.keyboard.press('Enter');
      await expect(this.page.getByRole('textbox', { name: field, exact: true })).toHaveValue('');
    }
  }

  /** Lines that wait for a network. */
  get waiting(): Locator {
    return this.page.getByText(/^Väntar på nät, sparad/);
  }
}
