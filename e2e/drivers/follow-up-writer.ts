import { expect, type Locator } from '@playwright/test';
import { Staff } from './staff.js';

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Stockholm' });

/** Yesterday in Stockholm, `YYYY-MM-DD`; the example data has a follow-up of New Year's Eve, so then it is the day before. */
export function aDayToFollowUp(now = Date.now()): string {
  const before = (days: number): string => day.format(now - days * 86_400_000);
  return before(1).endsWith('12-31') ? before(2) : before(1);
}

/** A coordinator who tells residents how it went with the promise. */
export class FollowUpWriter extends Staff {
  async begins(asOf: string): Promise<void> {
    await this.page.goto('/arbete/uppfoljningar');
    await this.page.getByLabel('Till och med vilken dag?').fill(asOf);
    await this.button('Skapa utkast').click();
    await expect(this.heading(/^Uppföljning till och med/)).toBeVisible();
  }

  /** What is to be told of a commitment, beside its figures. */
  commitment(title: RegExp): Locator {
    return this.page.getByRole('region', { name: title });
  }

  /** Writes in every field that publication waits for; what deviates is asked for only where the promise is behind. */
  async writesWhatIsMissing(
    words: Readonly<Record<'result' | 'deviation' | 'nextStep', string>>,
  ): Promise<void> {
    await expect(this.page.getByText(/^\d+ texter saknas$/)).toBeVisible();
    for (const [name, text] of Object.entries(words)) {
      const missing = this.page.locator(`textarea[id$="-${name}"][aria-invalid="true"]`);
      while ((await missing.count()) > 0) await missing.first().fill(text);
    }
  }

  async saves(): Promise<void> {
    await this.button('Spara utkast').click();
    await expect(this.page.getByText('Utkastet är sparat').first()).toBeVisible();
  }

  async corrects(given: { right: string; why: string }): Promise<void> {
    await this.page.getByLabel('Vad är rätt?').fill(given.right);
    await this.page.getByLabel('Varför blev det fel?').fill(given.why);
    await this.button('Publicera rättelsen').click();
    await expect(this.page.getByText('Rättelsen är publicerad').first()).toBeVisible();
  }
}
