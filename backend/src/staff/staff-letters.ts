import type { AccountLinkPurpose } from '@lofteskartan/shared/contracts/account-links';
import type { Language } from '@lofteskartan/shared/vocabulary';
import type { MailBlock } from '../platform/mail/mail-text.js';
import en from './locales/en.json' with { type: 'json' };
import sv from './locales/sv.json' with { type: 'json' };

/** The sentences by language; Swedish is the source, and a test holds them against each other. */
export const staffMailWords: Readonly<Record<Language, typeof sv>> = { sv, en };

/** What somebody is told about their account. */
export type Notice = 'passwordChanged' | 'secondFactorReset';

/** A mail to staff, before it has an address. */
export interface StaffLetter {
  readonly fromName: string;
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
}

/** The mail with a link that holds once. */
export function linkLetter(
  {
    purpose,
    language,
    name,
  }: { readonly purpose: AccountLinkPurpose; readonly language: Language; readonly name: string },
  address: string,
): StaffLetter {
  const say = staffMailWords[language];
  const words = purpose === 'invitation' ? say.invitation : say.reset;
  return {
    fromName: say.sender,
    subject: words.subject,
    blocks: [
      { type: 'text', text: greeting(language, name) },
      { type: 'text', text: words.body },
      { type: 'link', label: words.button, url: address },
      { type: 'text', text: words.holds },
      { type: 'footer', text: words.notYou },
    ],
  };
}

/** The mail that tells what has happened, and what to do when it should not have. */
export function noticeLetter(notice: Notice, name: string, address: string): StaffLetter {
  const say = staffMailWords.sv;
  const words = say[notice];
  return {
    fromName: say.sender,
    subject: words.subject,
    blocks: [
      { type: 'text', text: greeting('sv', name) },
      { type: 'text', text: words.body },
      { type: 'link', label: say.account, url: address },
      { type: 'footer', text: words.notYou },
    ],
  };
}

function greeting(language: Language, name: string): string {
  return staffMailWords[language].greeting.replace('{name}', name);
}
