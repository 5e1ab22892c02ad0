import { expect, type Locator, type Page } from '@playwright/test';
import { MapOf } from './map.js';

/** A resident with a phone or a computer, in the words of the pages. */
export class Resident {
  /** How often something was pressed since the form was opened. */
  taps = 0;

  constructor(
    readonly page: Page,
    private readonly press: 'tap' | 'click' = 'click',
    private readonly municipality = 'ale',
  ) {}

  get map(): MapOf {
    return new MapOf(this.page);
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  async opensHome(): Promise<void> {
    await this.page.goto(`/${this.municipality}`);
    await expect(this.heading(/har lovat/)).toBeVisible();
  }

  /** From the first page to the first screen of the form. */
  async asksForASpeedCheck(): Promise<void> {
    await this.opensHome();
    await this.presses(this.page.getByRole('link', { name: /Önska hastighetskontroll/ }));
    await expect(this.heading('Önska en hastighetskontroll')).toBeVisible();
  }

  async goesOn(): Promise<void> {
    await this.presses(this.button(/^(Fortsätt|Hoppa över)$/));
  }

  /** Lets the phone say where it is, and points out that place. */
  async pointsOutWhereTheyAre(): Promise<void> {
    await expect(this.heading('Var går det för fort?')).toBeVisible();
    await this.presses(this.button('Visa var jag är'));
    await expect(this.button('Här')).toBeEnabled();
    await this.presses(this.button('Här'));
  }

  async saysThatTheirsIsAnother(): Promise<void> {
    await expect(this.heading('Andra har redan bett om det här')).toBeVisible();
    await this.presses(this.button(/^Nej, mitt är något annat/));
  }

  /** The way from the place to the preview. */
  async answers(given: {
    problem?: string;
    hours?: string;
    words?: string;
    direction?: string;
  }): Promise<void> {
    await expect(this.heading('Vad händer där?')).toBeVisible();
    if (given.problem) await this.chooses(given.problem);
    if (given.direction) await this.page.getByLabel(/Åt vilket håll/).fill(given.direction);
    await this.goesOn();
    await expect(this.heading('När är det värst?')).toBeVisible();
    if (given.hours) await this.chooses(given.hours);
    await this.goesOn();
    await expect(this.heading('Vill du berätta mer?')).toBeVisible();
    if (given.words) await this.page.getByLabel(/Med egna ord/).fill(given.words);
    await this.goesOn();
    await expect(this.heading('Så här visas det')).toBeVisible();
  }

  async sends(): Promise<void> {
    await this.presses(this.button('Skicka'));
  }

  /** The number on the receipt. */
  async readsTheirNumber(): Promise<string> {
    await expect(this.heading('Tack! Vi har fått ditt önskemål')).toBeVisible();
    const number = /\b[A-Z]{2,6}-[0-9A-Z]{5}\b/.exec(await this.page.getByRole('main').innerText())?.[0];
    if (!number) throw new Error('The receipt shows no number');
    return number;
  }

  /** The address of the sender's own page, from the receipt. */
  async keepsTheLink(): Promise<string> {
    const address = await this.page.getByRole('link', { name: 'Öppna din sida' }).getAttribute('href');
    if (!address) throw new Error('The receipt has no link');
    return address;
  }

  /** What stands under a heading of the preview. */
  part(name: string): Locator {
    return this.page.getByRole('region', { name });
  }

  /** Presses a chip by its words; its box itself lies hidden under them. */
  async chooses(words: string): Promise<void> {
    const box = this.page.getByRole('checkbox', { name: words, exact: true });
    await this.presses(this.page.locator('label', { has: box }));
    await expect(box).toBeChecked();
  }

  async presses(what: Locator): Promise<void> {
    this.taps += 1;
    await what[this.press]();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }
}
