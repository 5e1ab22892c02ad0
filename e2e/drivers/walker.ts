import { expect } from '@playwright/test';
import { Staff } from './staff.js';

/** Somebody of the municipality who is out on a safety walk, with a phone. */
export class Walker extends Staff {
  /** Waits until the page would open without a network. */
  async isReadyWithoutNetwork(): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(async () => {
          const worker = await navigator.serviceWorker.getRegistration('/arbete/trygghetsvandring');
          return worker?.active?.state;
        }),
      )
      .toBe('activated');
  }

  /** Marks a line of the checklist. */
  async marks(check: string, mark: string): Promise<void> {
    await this.choosesChip(this.page.getByRole('radiogroup', { name: check }), mark);
  }

  async saves(number: number): Promise<void> {
    await this.button(`Spara stopp ${String(number)}`).click();
  }

  /** Lines that wait for a network. */
  get waiting() {
    return this.page.getByText(/^Väntar på nät, sparad/);
  }

  async signsOut(name: string): Promise<void> {
    await this.page.goto('/arbete');
    await this.page.locator('button[aria-expanded]').filter({ hasText: name }).click();
    await this.button('Logga ut').click();
  }

  /** Names of what a sign-out must leave nothing of. */
  async leftOnDevice(): Promise<string[]> {
    return this.page.evaluate(async () => [
      ...(await caches.keys()),
      ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ]);
  }
}
