import { expect } from '@playwright/test';
import { Staff } from './staff.js';

/** A case officer with a resident on the telephone, and what becomes of the call. */
export class Registrar extends Staff {
  /** On a phone the way there stands behind "Mer" in the bar. */
  async opensTheFormOnAPhone(): Promise<void> {
    const bar = this.page.getByRole('navigation', { name: 'Arbete' });
    const way = bar.getByRole('link', { name: 'Registrera' });
    await expect(way).toBeHidden();
    await bar.getByRole('button', { name: 'Mer' }).click();
    await way.click();
    await expect(this.heading('Registrera åt en invånare')).toBeVisible();
    await expect(way).toBeHidden();
  }

  /** Writes down an unsafe place where this device is. @returns the number to read aloud */
  async registersAnUnsafePlace(given: {
    place: string;
    cause: string;
    words: string;
    phone: string;
    name: string;
  }): Promise<string> {
    const { page } = this;
    await this.choosesChip(page.getByRole('radiogroup', { name: 'Hur kom det in?' }), 'per telefon');
    await this.choosesChip(page.getByRole('radiogroup', { name: 'Vad gäller det?' }), 'Otrygg plats');
    await this.button('Registrera').click();
    await expect(page.getByText('Skriv var det är, eller peka ut det på kartan.')).toBeVisible();
    await page.getByLabel('Plats i ord').fill(given.place);
    await this.button('Peka ut på kartan').click();
    await this.button('Visa var jag är').click();
    await expect(this.button('Här')).toBeEnabled();
    await this.button('Här').click();
    await expect(page.getByText(/^Utpekad: /)).toBeVisible();
    const cause = page.getByRole('checkbox', { name: given.cause, exact: true });
    await page.locator('label', { has: cause }).click();
    await page.getByLabel(/^Med invånarens ord/).fill(given.words);
    await page.getByLabel(/^Telefon/).fill(given.phone);
    await page.getByLabel(/^Namn/).fill(given.name);
    await this.button('Registrera').click();
    await expect(page.getByText('Numret att läsa upp')).toBeVisible();
    const number = /\b[A-Z]{2,6}-[0-9A-Z]{5}\b/.exec(await page.getByRole('main').innerText())?.[0];
    if (!number) throw new Error('The receipt shows no number');
    return number;
  }

  async refers(reference: string, given: { body: string; asked: string; text: string }): Promise<void> {
    await this.opensCase(reference);
    await this.choosesMove('Skicka vidare');
    await this.page.getByLabel('Till vem').selectOption({ label: given.body });
    await this.page.getByLabel(/^Vad ber du dem om/).fill(given.asked);
    await this.page.getByText('Läs mejlet innan det skickas').click();
    await expect(this.page.locator('pre')).toContainText(given.asked);
    await this.page.getByLabel('Det här läser alla').fill(given.text);
    await this.savesMove('Skicka vidare');
  }

  /** Passes on what a body answered, as it stands. */
  async tellsWhatTheyAnswered(body: string): Promise<void> {
    const referral = this.page.getByRole('region', { name: `Hänvisning till ${body}` });
    await referral.getByRole('button', { name: 'Berätta vad de svarade' }).click();
    await referral.getByRole('button', { name: 'Avsluta och berätta' }).click();
    await expect(this.page.getByText('Avslutat. De som väntar får veta.').first()).toBeVisible();
  }

  async ticksThatTheyCalled(): Promise<void> {
    await this.button('Uppringd').click();
    await expect(this.page.getByText('Noterat: uppringd').first()).toBeVisible();
  }
}
