import { expect, type Locator } from '@playwright/test';
import type { ParsedMail } from 'mailparser';
import { linkTo } from './inbox.js';
import { Resident } from './resident.js';

/** A resident who left an e-mail address: what they do with the mails, and on the page that these lead to. */
export class ResidentByMail extends Resident {
  /** Says "this address is mine", from the mail that asks for it. */
  async confirmsTheAddress(mail: ParsedMail): Promise<void> {
    await this.page.goto(linkTo('/ale/bekrafta', mail));
    await this.presses(this.button('Ja, adressen är min'));
    await expect(this.page.getByText('Din adress är bekräftad')).toBeVisible();
  }

  /** "Jag också", and tell me what comes of it. */
  async supports(reference: string, address: string): Promise<void> {
    await this.page.goto(`/ale/forslag/${reference}`);
    await this.presses(this.button(/^Jag också/));
    await this.presses(this.button('Få svar när det händer något'));
    await this.page.getByLabel('Din e-postadress').fill(address);
    await this.presses(this.button('Mejla mig'));
    await expect(this.page.getByText('Bekräfta din adress i mejlet vi skickat')).toBeVisible();
  }

  /** Follows the link to one's own page. */
  async opensTheirPage(reference: string, mail: ParsedMail): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(linkTo(`/ale/folj/${reference}`, mail));
    await expect(this.heading(`Ditt förslag ${reference}`)).toBeVisible();
  }

  /** Follows the link that asks how a place feels now, and answers in two presses. */
  async saysHowItFeelsNow(mail: ParsedMail, safety: number, helped: 'Ja' | 'Delvis' | 'Nej'): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(linkTo('/ale/hur-kanns-det', mail));
    await this.page.getByRole('radio', { name: String(safety), exact: true }).check();
    await this.presses(this.button(helped));
    await expect(this.page.getByRole('main').getByText('Tack, ditt svar är sparat')).toBeVisible();
  }

  /** The part of one's own page where staff ask. */
  get question(): Locator {
    return this.page.getByRole('region', { name: 'Fråga till dig' });
  }

  async replies(words: string): Promise<void> {
    await this.question.getByLabel('Ditt svar').fill(words);
    await this.presses(this.question.getByRole('button', { name: 'Skicka svaret' }));
    await expect(this.question.getByText(/^Du svarade/)).toBeVisible();
  }

  /** The part of one's own page where one tells whether it helped. */
  get outcome(): Locator {
    return this.page.getByRole('region', { name: 'Hjälpte det?' });
  }

  async saysThatItDidNotHelp(words: string): Promise<void> {
    await this.outcome.getByRole('radio', { name: 'Nej', exact: true }).check();
    await this.outcome.getByLabel(/^Berätta mer/).fill(words);
    await this.presses(this.outcome.getByRole('button', { name: 'Skicka svaret' }));
    await expect(this.outcome.getByText('Ditt svar: nej')).toBeVisible();
  }
}
