import { expect, type Page } from '@playwright/test';
import type { ParsedMail } from 'mailparser';
import { linkTo } from './inbox.js';

/** Somebody at a body that answers for roads or houses, with the mail that asks it and without an account. */
export class ResponsibleBody {
  constructor(readonly page: Page) {}

  async opensTheQuestion(mail: ParsedMail): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(linkTo('/ale/hanvisning', mail));
    await expect(this.page.getByRole('heading', { level: 1, name: 'En fråga till er' })).toBeVisible();
    // The token leaves the address at once: nobody passes it on by accident.
    await expect(this.page).toHaveURL('/ale/hanvisning');
  }

  async answers(words: string): Promise<void> {
    const send = this.page.getByRole('button', { name: 'Skicka svaret' });
    await send.click();
    await expect(this.page.getByText('Skriv ert svar.')).toBeVisible();
    await this.page.getByLabel('Ert svar').fill(words);
    await send.click();
    await expect(this.page.getByText('Tack, svaret är skickat')).toBeVisible();
  }
}
