import { expect, type Locator, type Page } from '@playwright/test';

/** Somebody who asks something ahead of a public dialogue, in the words of the pages. */
export class Questioner {
  /** The number of what they asked. */
  reference = '';

  constructor(
    readonly page: Page,
    private readonly dialogue: string,
  ) {}

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async writes(words: string): Promise<void> {
    await this.page.goto(`/ale/dialoger/${this.dialogue}/fraga`);
    await expect(
      this.page.getByRole('heading', { level: 1, name: 'Vad vill du fråga eller ta upp?' }),
    ).toBeVisible();
    await this.page.getByLabel('Skriv med egna ord').fill(words);
  }

  /** The whole form, where nobody has asked anything like it. */
  async asks(words: string): Promise<void> {
    await this.writes(words);
    await this.button('Fortsätt').click();
    await expect(this.page.getByText('Ingen har frågat om det än.')).toBeVisible();
    await this.page.getByRole('button', { name: /^(Fortsätt|Skicka frågan)$/ }).click();
    await this.sends();
  }

  /** Sends it without an address, where one is asked for, and reads the receipt. */
  async sends(): Promise<void> {
    const receipt = this.page.getByRole('heading', { level: 1, name: 'Tack, vi har fått din fråga' });
    const without = this.button('Skicka utan adress');
    await expect(receipt.or(without)).toBeVisible();
    if (await without.isVisible()) await without.click();
    await expect(receipt).toBeVisible();
    const told = await this.page.getByText(/^Numret är /).textContent();
    this.reference = /F[0-9A-Z]{5}/.exec(told ?? '')?.[0] ?? '';
  }

  async opensTheirPage(): Promise<void> {
    await this.page.getByRole('link', { name: 'Öppna din sida' }).click();
    await expect(
      this.page.getByRole('heading', { level: 1, name: `Din fråga ${this.reference}` }),
    ).toBeVisible();
  }
}
