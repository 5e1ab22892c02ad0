import { Injectable } from '@nestjs/common';
import { Secrets } from '../../platform/security/secrets.js';

/** What the links of a mail about a question are for. */
export type QuestionLink = 'question-confirm' | 'question-stop' | 'question-follow';

/** How addresses of those who asked are kept, and what the links in their mails are made of. */
@Injectable()
export class QuestionSecrets {
  constructor(private readonly secrets: Secrets) {}

  /** Seals an address for one contact. */
  seal(contactId: string, address: string): Buffer {
    return this.secrets.seal('question-contact', address, contactId);
  }

  /** The address of a contact, or null when it was sealed with another `SECRET_KEY`. */
  open({ id, addressSealed }: { readonly id: string; readonly addressSealed: Buffer }): string | null {
    return this.secrets.open('question-contact', addressSealed, id);
  }

  /** The token of a link that this contact alone is sent. */
  token(link: QuestionLink, contactId: string): string {
    return this.secrets.sign(link, contactId);
  }

  /** The contact of a token, or null. */
  contactOf(link: QuestionLink, token: string): string | null {
    return this.secrets.verify(link, token);
  }
}
