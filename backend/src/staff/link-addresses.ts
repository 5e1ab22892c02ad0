import type { AccountLinkPurpose } from '@lofteskartan/shared/contracts/account-links';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Secrets } from '../platform/security/secrets.js';

/** The page behind a link. */
const pages: Readonly<Record<AccountLinkPurpose, string>> = {
  invitation: 'inbjudan',
  'password-reset': 'nytt-losenord',
};

/** What links carry: the row's id and its signature, behind the #, which browsers tell no server. */
@Injectable()
export class LinkAddresses {
  constructor(
    private readonly config: Config,
    private readonly secrets: Secrets,
  ) {}

  addressOf({ id, purpose }: { readonly id: string; readonly purpose: AccountLinkPurpose }): string {
    return `${this.config.publicUrl}/arbete/${pages[purpose]}#${this.secrets.sign('account-link', id)}`;
  }

  /** The id of the link that a token is of, or null. */
  idOf(token: string): string | null {
    return this.secrets.verify('account-link', token);
  }
}
