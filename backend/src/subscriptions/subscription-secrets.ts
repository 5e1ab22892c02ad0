import { Injectable } from '@nestjs/common';
import { Secrets } from '../platform/security/secrets.js';

/** What the links of a subscription's mails are for: `subscription` opens it, `subscription-stop` only ends it. */
export type SubscriptionLink = 'subscription' | 'subscription-stop';

/** How addresses are kept, and what the links in mails are made of. */
@Injectable()
export class SubscriptionSecrets {
  constructor(private readonly secrets: Secrets) {}

  /** Seals an address for one subscription. */
  seal(id: string, address: string): Buffer {
    return this.secrets.seal('subscription', address, id);
  }

  /** The address of a subscription, or null when it was sealed with another `SECRET_KEY`. */
  open({ id, addressSealed }: { readonly id: string; readonly addressSealed: Buffer }): string | null {
    return this.secrets.open('subscription', addressSealed, id);
  }

  /** The token of a link. */
  token(link: SubscriptionLink, id: string): string {
    return this.secrets.sign(link, id);
  }

  /** The subscription of a token, or null. */
  idOf(link: SubscriptionLink, token: string): string | null {
    return this.secrets.verify(link, token);
  }
}
