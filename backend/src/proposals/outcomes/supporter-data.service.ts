import type { SupporterData } from '@lofteskartan/shared/contracts/supporter-outcomes';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import { ContactRepository } from '../contact.repository.js';
import { ContactSecrets } from '../contact-secrets.js';
import { SupporterOutcomeRepository } from './supporter-outcome.repository.js';

/** Gives supporters what we have about them, to take along (the right of access, and to data portability). */
@Injectable()
export class SupporterDataService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly secrets: ContactSecrets,
    private readonly contacts: ContactRepository,
    private readonly outcomes: SupporterOutcomeRepository,
  ) {}

  /**
   * What is kept of a support.
   * @param token from the list of what is one’s own
   * @throws Refused `mailLink.wrong`
   */
  of(token: string): Promise<SupporterData> {
    const contactId = this.secrets.contactOf('contact-own', token);
    if (!contactId) throw new Refused('mailLink.wrong');
    return this.dataSource.transaction(async (manager) => {
      const contact = await this.contacts.byId(manager, contactId);
      const opened = contact && this.secrets.open(contact);
      if (!opened || contact.role !== 'supporter') throw new Refused('mailLink.wrong');
      const { reference, municipality, state } = contact;
      return {
        fetchedAt: this.clock.now().toISOString(),
        reference,
        municipality,
        email: opened.email,
        state,
        supportedAt: await this.outcomes.supportedAt(manager, contactId),
        outcomes: await this.outcomes.allOfContact(manager, contactId),
      };
    });
  }
}
