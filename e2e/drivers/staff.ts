import { expect, type Locator, type Page } from '@playwright/test';
import { demoPassword, staffEmails, type StaffRole } from './product.js';

/** Somebody who works with the promise, in the words of the staff's pages. */
export class Staff {
  constructor(readonly page: Page) {}

  /** @param to the page that is wanted; the sign-in leads there */
  async signsIn(role: StaffRole, to = '/arbete'): Promise<void> {
    await this.signsInWith(staffEmails[role], demoPassword, to);
  }

  async signsInWith(email: string, password: string, to: string): Promise<void> {
    await this.page.goto(to);
    await this.page.getByLabel('E-postadress').fill(email);
    await this.page.getByLabel('Lösenord', { exact: true }).fill(password);
    await this.button('Logga in').click();
    await expect(this.page).toHaveURL(new RegExp(`${to}$`));
  }

  async opensCase(reference: string): Promise<void> {
    await this.page.goto(`/arbete/forslag/${reference}`);
    await expect(this.case.getByText(reference).first()).toBeVisible();
  }

  /** The proposal that is open, beside the queue. */
  get case(): Locator {
    return this.page.getByRole('article').filter({ has: this.page.getByRole('heading', { level: 1 }) });
  }

  /** Chooses one of the moves that are offered. */
  async choosesMove(name: string): Promise<void> {
    await this.choosesChip(this.page.getByRole('radiogroup', { name: 'Välj det som stämmer' }), name);
  }

  /** Saves the chosen move and waits until it is told that it is saved. */
  async savesMove(name: string): Promise<void> {
    await this.button(`Spara: ${name}`).click();
    await expect(this.button(`Spara: ${name}`)).toHaveCount(0);
  }

  /** Ties a wish to the promise's speed checks. */
  async commits(reference: string): Promise<void> {
    await this.opensCase(reference);
    await this.choosesMove('Ta med i löftet');
    await this.page.getByLabel('Vilket åtagande?').selectOption({ label: speedChecks });
    await this.savesMove('Ta med i löftet');
  }

  /** Reads a wish, and asks its sender something. */
  async asks(reference: string, question: string): Promise<void> {
    await this.opensCase(reference);
    await this.choosesMove('Bedöm');
    await this.savesMove('Bedöm');
    await this.choosesMove('Fråga den som skickade');
    await this.page.getByLabel('Din fråga').fill(question);
    await this.savesMove('Fråga den som skickade');
  }

  /** Opens one of the queue's views. */
  async opensView(name: string): Promise<void> {
    await this.page.goto('/arbete/forslag');
    const view = this.page
      .getByRole('navigation', { name: 'Vyer' })
      .getByRole('button', { name: new RegExp(`^${name}`) });
    await view.click();
    await expect(view).toHaveAttribute('aria-pressed', 'true');
  }

  /** Looks for a number in the whole queue. */
  async searches(reference: string): Promise<void> {
    await this.page.goto('/arbete/forslag');
    await this.page.getByRole('searchbox', { name: 'Sök ord eller nummer' }).fill(reference);
    await expect(this.page).toHaveURL(new RegExp(`q=${reference}`));
  }

  /** A proposal in the queue. */
  row(reference: string): Locator {
    return this.page.getByRole('link', { name: new RegExp(reference) });
  }

  /** Opens a proposal again whose sender says that it did not help. */
  async takesUpAgain(why: string): Promise<void> {
    const outcome = this.section('Hjälpte det?');
    await this.choosesChip(outcome.getByRole('radiogroup', { name: 'Vad gör du?' }), 'Öppna förslaget igen');
    await outcome.getByLabel('Vad har du gjort, eller varför öppnas det igen?').fill(why);
    await outcome.getByRole('button', { name: 'Spara', exact: true }).click();
    await expect(this.page.getByText('Förslaget är öppnat igen').first()).toBeVisible();
  }

  /** Presses a chip of a group by the beginning of its words. */
  async choosesChip(group: Locator, name: string): Promise<void> {
    const box = this.page.getByRole('radio', { name: new RegExp(`^${name}`) });
    await group.locator('label', { has: box }).click();
    await expect(group.getByRole('radio', { name: new RegExp(`^${name}`) })).toBeChecked();
  }

  /** Logs a speed check, by default yesterday's, with wishes chosen by their numbers or with none. */
  async logsASpeedCheck(given: {
    where: 'Där jag är nu' | 'Samma plats som förslagen';
    wishes: readonly string[];
    text?: string;
    day?: 'I dag' | 'I går';
  }): Promise<void> {
    await this.page.goto('/arbete/logga-insats');
    await this.choosesSpeedChecks();
    await this.answersWhenAndWhere(given.day ?? 'I går', given.where);
    await this.choosesWishes(given.wishes);
    if (given.text) await this.page.getByLabel('Det här läser alla').fill(given.text);
    await this.button('Spara insatsen').click();
    await expect(this.heading('Insatsen är sparad')).toBeVisible();
  }

  async choosesSpeedChecks(): Promise<void> {
    await this.button(new RegExp(`^${speedChecks}`)).click();
  }

  async answersWhenAndWhere(day: string, where: string): Promise<void> {
    await expect(this.heading('När och var?')).toBeVisible();
    await this.choosesChip(this.page.getByRole('radiogroup', { name: 'När?' }), day);
    await this.choosesChip(this.page.getByRole('radiogroup', { name: 'Var?' }), where);
    if (where === 'Där jag är nu') await expect(this.page.getByText(/Din plats är hämtad/)).toBeVisible();
    await this.button('Fortsätt').click();
  }

  async choosesWishes(references: readonly string[]): Promise<void> {
    await expect(this.heading('Vilka önskemål gällde det?')).toBeVisible();
    for (const reference of references) await this.wish(reference).click();
    await this.button(references.length > 0 ? 'Fortsätt' : 'Fortsätt utan förslag').click();
    await expect(this.heading('Hur gick det?')).toBeVisible();
  }

  /** A wish among those that an activity may answer. */
  wish(reference: string): Locator {
    return this.page.locator('label').filter({ hasText: reference });
  }

  /** An activity in the list, found by words of its public text. */
  activity(words: string): Locator {
    return this.page.getByRole('article').filter({ hasText: words });
  }

  async confirms(words: string): Promise<void> {
    await this.page.goto('/arbete/insatser');
    await this.activity(words).getByRole('button', { name: 'Bekräfta' }).click();
    await this.button('Bekräfta insatsen').click();
    await expect(this.page.getByText('Insatsen är bekräftad').first()).toBeVisible();
  }

  /** Makes a confirmed speed check of one's own public ahead of its time. */
  async releases(words: string): Promise<void> {
    await this.page.goto('/arbete/insatser');
    await this.page.getByRole('tab', { name: 'Att släppa' }).click();
    await this.activity(words).getByRole('button', { name: 'Släpp nu' }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Släpp nu' }).click();
    await expect(this.page.getByText('Insatsen är offentlig').first()).toBeVisible();
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  section(name: string): Locator {
    return this.page.getByRole('region', { name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }
}

export const speedChecks = 'Hastighetskontroller där invånare har bett om dem';
