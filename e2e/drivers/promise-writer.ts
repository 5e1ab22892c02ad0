import { expect } from '@playwright/test';
import { Staff } from './staff.js';

/** A coordinator who writes the promise of a municipality. */
export class PromiseWriter extends Staff {
  /** Writes a promise from nothing with one counted commitment of the police. */
  async writes(given: {
    title: string;
    intro: string;
    from: string;
    to: string;
    area: string;
    commitment: string;
    words: string;
    counting: string;
    target: number;
  }): Promise<void> {
    const { page } = this;
    await this.button('Skriv ett nytt löfte').click();
    await expect(this.heading('Nytt löfte')).toBeVisible();
    await page.getByLabel('Namn', { exact: true }).fill(given.title);
    await page.getByLabel('Inledning').fill(given.intro);
    await page.getByLabel('Första dag').fill(given.from);
    await page.getByLabel(/^Sista dag/).fill(given.to);
    await this.button('Lägg till insatsområde').click();
    await page.getByLabel('Insatsområdets namn').fill(given.area);
    await this.button('Lägg till åtagande').click();
    await page.getByLabel('Kort namn').fill(given.commitment);
    await page.getByLabel('Så står det i löftet').fill(given.words);
    await page.getByLabel('Så räknar vi').fill(given.counting);
    await page.getByLabel('Hur många under hela perioden').fill(String(given.target));
    await page
      .getByRole('group', { name: 'Ansvarar' })
      .getByRole('checkbox', { name: /^Polisen/ })
      .check();
    await expect(page.getByText(/^Sparat/)).toBeVisible();
  }

  /** Looks at what the page becomes, and publishes it. */
  async publishes(): Promise<void> {
    await this.button('Granska och publicera').click();
    await expect(this.heading('Granska löftet')).toBeVisible();
    await this.button('Publicera löftet').click();
    await expect(this.page.getByText('Löftet är publicerat.')).toBeVisible();
  }
}
