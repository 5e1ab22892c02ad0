import type {
  AccountLink,
  AccountLinkPurpose,
  IssuedLink,
} from '@lofteskartan/shared/contracts/account-links';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { Refused } from '../platform/problem/refused.js';
import { AccountLinkRepository, type StoredLink } from './account-link.repository.js';
import { LinkAddresses } from './link-addresses.js';
import { StaffMails } from './staff-mails.service.js';

const hourMs = 3_600_000;

/** How long a link holds. An invitation lasts over a weekend and somebody's day off; a reset is asked for and used at once. */
const lifeMs: Readonly<Record<AccountLinkPurpose, number>> = {
  invitation: 7 * 24 * hourMs,
  'password-reset': hourMs,
};

/** Links for one person that hold once: they go by mail, or by hand where no mail is sent. */
@Injectable()
export class AccountLinks implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly links: AccountLinkRepository,
    private readonly mails: StaffMails,
    private readonly addresses: LinkAddresses,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('forget-account-links', '43 3 * * *', async () => {
      const monthAgo = new Date(this.clock.now().getTime() - 30 * 24 * hourMs);
      await this.links.forgetOld(this.dataSource.manager, monthAgo);
    });
  }

  /** Makes a link; one of the same purpose that was made before holds no longer. */
  async issue(
    manager: EntityManager,
    account: { readonly accountId: string; readonly email: string },
    purpose: AccountLinkPurpose,
    language: Language,
  ): Promise<IssuedLink> {
    const now = this.clock.now();
    const { accountId } = account;
    const expiresAt = new Date(now.getTime() + lifeMs[purpose]);
    await this.links.revoke(manager, accountId, purpose, now);
    const id = await this.links.create(manager, { accountId, purpose, language, now, expiresAt });
    const mailed = await this.mails.sendLink(manager, { id, purpose }, account.email);
    return {
      mailed,
      address: mailed ? null : this.addresses.addressOf({ id, purpose }),
      expiresAt: expiresAt.toISOString(),
    };
  }

  /**
   * What a link is for.
   * @throws Refused `mailLink.wrong` when it was never made, `mailLink.used` when it holds no longer
   */
  async look(token: string): Promise<AccountLink> {
    const { purpose, name, email, expiresAt } = await this.holding(this.dataSource.manager, token);
    return { purpose, name, email, expiresAt: expiresAt.toISOString() };
  }

  /** The link of a token while it holds; throws as `look` does. */
  async holding(manager: EntityManager, token: string): Promise<StoredLink> {
    const id = this.addresses.idOf(token);
    const link = id === null ? null : await this.links.find(manager, id);
    if (!link) throw new Refused('mailLink.wrong');
    if (link.endedAt || link.expiresAt <= this.clock.now() || !link.active) {
      throw new Refused('mailLink.used');
    }
    return link;
  }

  /** Uses a link up, once even when two come at the same time; throws as `look` does. */
  async use(manager: EntityManager, token: string): Promise<StoredLink> {
    const link = await this.holding(manager, token);
    if (!(await this.links.use(manager, link.id, this.clock.now()))) throw new Refused('mailLink.used');
    return link;
  }

  /** Takes back what was sent. @returns whether there was anything */
  async revoke(manager: EntityManager, accountId: string, purpose: AccountLinkPurpose): Promise<boolean> {
    return (await this.links.revoke(manager, accountId, purpose, this.clock.now())) > 0;
  }

  /** How many links that replace a password an account was sent since a moment. */
  issuedSince(manager: EntityManager, accountId: string, since: Date): Promise<number> {
    return this.links.countSince(manager, accountId, 'password-reset', since);
  }
}
