import { expect } from '@playwright/test';
import type { ParsedMail } from 'mailparser';
import { linkTo } from './inbox.js';
import { Staff } from './staff.js';

/** A role in an organisation of a municipality, in the words of the pages. */
export interface Assignment {
  readonly role: string;
  readonly organisation: string;
  readonly municipality: string;
}

/** Somebody who decides who works in a municipality. */
export class Administrator extends Staff {
  /** Creates an account, whose person is invited by mail. */
  async invites(name: string, email: string, assignments: readonly Assignment[]): Promise<void> {
    await this.button('Nytt konto').click();
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByLabel('Namn').fill(name);
    await dialog.getByLabel('E-postadress').fill(email);
    for (const [index, { role, organisation, municipality }] of assignments.entries()) {
      await dialog.getByRole('button', { name: 'Lägg till uppdrag' }).click();
      const fields = dialog.getByRole('group', { name: `Uppdrag ${index + 1}` });
      await fields.getByLabel('Roll').selectOption({ label: role });
      await fields.getByLabel('Organisation').selectOption({ label: organisation });
      await fields.getByLabel('Kommun', { exact: true }).selectOption({ label: municipality });
    }
    await dialog.getByRole('button', { name: 'Skapa kontot' }).click();
    await expect(this.page.getByText('Kontot är skapat och inbjudan är skickad').first()).toBeVisible();
    await expect(this.page.getByRole('row', { name: new RegExp(name) })).toContainText(/Inbjuden till/);
  }
}

/** Somebody who was invited: chooses a password by the link of the mail, and signs in. */
export async function comesInByInvitation(person: Staff, mail: ParsedMail, to = '/arbete'): Promise<void> {
  const password = 'gardin tupp cykel';
  await person.page.goto(linkTo('/arbete/inbjudan', mail));
  await person.page.getByLabel('Nytt lösenord').fill(password);
  await person.button('Spara lösenordet').click();
  await expect(person.page.getByRole('link', { name: 'Till inloggningen' })).toBeVisible();
  const address = [mail.to].flat()[0]?.text ?? '';
  await person.signsInWith(address, password, to);
}
