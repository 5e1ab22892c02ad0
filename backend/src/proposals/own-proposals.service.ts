import { randomUUID } from 'node:crypto';
import type { OwnProposal, OwnProposals, SupportedProposal } from '@lofteskartan/shared/contracts/contacts';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { hashToken, newToken } from '../platform/security/tokens.js';
import { ContactRepository, type OwnProposalRow, type SupportedProposalRow } from './contact.repository.js';
import { unansweredSince } from './contact.rules.js';
import { ContactSecrets } from './contact-secrets.js';
import { FollowTokenRepository } from './follow-token.repository.js';
import { SupporterOutcomeRepository } from './outcomes/supporter-outcome.repository.js';
import { OwnLinkRepository } from './own-link.repository.js';

const hourMs = 3_600_000;
const linkHours = 2;

/** "My proposals", by a link that is sent to the address that they were sent from. */
@Injectable()
export class OwnProposalsService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly secrets: ContactSecrets,
    private readonly contacts: ContactRepository,
    private readonly links: OwnLinkRepository,
    private readonly followTokens: FollowTokenRepository,
    private readonly outcomes: SupporterOutcomeRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('forget-contacts', '27 * * * *', () => this.forgetOld());
  }

  /**
   * Notes that somebody wants a link to what an address sent. The same work is done whether or not the address is known: the
   * job that comes after finds out, and only the mailbox learns it.
   * @throws Refused `input.invalid` (`notWanted`) where no mail is sent
   */
  async ask(email: string, language: Language): Promise<void> {
    if (!this.secrets.mailIsSent) throw invalidField('email', 'notWanted');
    const at = this.clock.now();
    const id = randomUUID();
    await this.dataSource.transaction(async (manager) => {
      await this.links.insert(manager, {
        id,
        addressHash: this.secrets.hash(email),
        language,
        at,
        expiresAt: new Date(at.getTime() + linkHours * hourMs),
      });
      await this.jobs.enqueue(manager, 'own-proposal-link', { linkId: id });
    });
  }

  /**
   * Uses a link up and hands out a new follow token for each proposal that the address sent, and what it supports.
   * @throws Refused `mailLink.used`, also for a link that never was
   */
  use(token: string): Promise<OwnProposals> {
    const linkId = this.secrets.ownProposalsLinkOf(token);
    if (!linkId) throw new Refused('mailLink.used');
    return this.dataSource.transaction(async (manager) => {
      const at = this.clock.now();
      const addressHash = await this.links.use(manager, linkId, at);
      if (!addressHash) throw new Refused('mailLink.used');
      const items: OwnProposal[] = [];
      for (const row of await this.contacts.ownProposals(manager, addressHash))
        items.push(await this.open(manager, row, at));
      const supported: SupportedProposal[] = [];
      for (const row of await this.contacts.supportedProposals(manager, addressHash))
        supported.push(await this.supported(manager, row));
      return { items, supported };
    });
  }

  private async open(manager: EntityManager, row: OwnProposalRow, at: Date): Promise<OwnProposal> {
    const followToken = newToken();
    const { contactId, proposalId, createdAt, ...rest } = row;
    await this.followTokens.add(manager, { hash: hashToken(followToken), proposalId, contactId, at });
    return { ...rest, followToken, createdAt: createdAt.toISOString() };
  }

  private async supported(
    manager: EntityManager,
    { contactId, createdAt, ...rest }: SupportedProposalRow,
  ): Promise<SupportedProposal> {
    const token = this.secrets.linkToken('contact-own', contactId);
    const outcome = await this.outcomes.ofContact(manager, contactId);
    return { ...rest, token, outcome, createdAt: createdAt.toISOString() };
  }

  /** Forgets addresses that nobody confirmed and links that have expired. */
  async forgetOld(): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      await this.contacts.removeUnanswered(manager, unansweredSince(now));
      await this.links.removeExpired(manager, now);
    });
  }
}
