import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Secrets } from '../platform/security/secrets.js';
import { normalAddress } from './contact.rules.js';

/** What the links of a contact's mails are for. */
export type ContactLink = 'contact-confirm' | 'contact-stop' | 'contact-own' | 'contact-outcome';

/** How addresses and names are kept and found, and what the links in mails are made of. */
@Injectable()
export class ContactSecrets {
  constructor(
    private readonly config: Config,
    private readonly secrets: Secrets,
  ) {}

  /** Whether this installation sends mail; without it no address is taken. */
  get mailIsSent(): boolean {
    return this.config.smtpUrl !== null;
  }

  /** The keyed hash by which an address is found again. */
  hash(address: string): string {
    return this.secrets.pseudonym('contact', normalAddress(address));
  }

  /** Seals an address or a name for one contact. */
  seal(contactId: string, text: string): Buffer {
    return this.secrets.seal('contact', text, contactId);
  }

  /** Opens a contact; null when it was sealed with another `SECRET_KEY`: then it is as if nobody had left an address. */
  open({
    id,
    addressSealed,
    nameSealed,
  }: {
    readonly id: string;
    readonly addressSealed: Buffer;
    readonly nameSealed: Buffer | null;
  }): { email: string; name: string | null } | null {
    const email = this.secrets.open('contact', addressSealed, id);
    return email === null
      ? null
      : { email, name: nameSealed && this.secrets.open('contact', nameSealed, id) };
  }

  /** The token of a link that this contact alone is sent. */
  linkToken(link: ContactLink, contactId: string): string {
    return this.secrets.sign(link, contactId);
  }

  /** The contact of such a token, or null. */
  contactOf(link: ContactLink, token: string): string | null {
    return this.secrets.verify(link, token);
  }

  /** The follow token that stands in the mails to a sender; stored hashed like every other. */
  followToken(contactId: string): string {
    return this.secrets.sign('contact-follow', contactId);
  }

  /** The token of a link to one's own proposals. */
  ownProposalsToken(linkId: string): string {
    return this.secrets.sign('own-proposals', linkId);
  }

  /** The link of such a token, or null. */
  ownProposalsLinkOf(token: string): string | null {
    return this.secrets.verify('own-proposals', token);
  }
}
