import type { ChangeSubscription, SubscriptionView } from '@lofteskartan/shared/contracts/subscriptions';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { MailOutbox } from '../platform/mail/mail-outbox.js';
import { Refused } from '../platform/problem/refused.js';
import { confirmation, unansweredSince } from '../proposals/contact.rules.js';
import { AreaNewsRepository } from './area-news.repository.js';
import { SubscribeService } from './subscribe.service.js';
import { type SubscriptionRecord, SubscriptionRepository } from './subscription.repository.js';
import { newsDue, toldSince } from './subscription.rules.js';
import { type SubscriptionLink, SubscriptionSecrets } from './subscription-secrets.js';

/** What a person does by the link in their mails: say yes, look, change, stop. */
@Injectable()
export class ManageSubscription implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly outbox: MailOutbox,
    private readonly secrets: SubscriptionSecrets,
    private readonly asking: SubscribeService,
    private readonly subscriptions: SubscriptionRepository,
    private readonly news: AreaNewsRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('forget-subscriptions', '37 * * * *', () => this.forgetOld());
  }

  /**
   * What is subscribed to.
   * @throws Refused `mailLink.wrong`
   */
  open(token: string): Promise<SubscriptionView> {
    return this.dataSource.transaction(async (manager) => view(await this.locked(manager, token)));
  }

  /**
   * The address says yes; a repeat answers the same.
   * @throws Refused `mailLink.wrong`, also after 14 days
   */
  confirm(token: string): Promise<SubscriptionView> {
    return this.dataSource.transaction(async (manager) => {
      const subscription = await this.locked(manager, token);
      const now = this.clock.now();
      const outcome = confirmation(subscription, now);
      if (outcome === 'late') throw new Refused('mailLink.wrong');
      if (outcome === 'confirm') await this.subscriptions.confirm(manager, subscription.id, now);
      return view({ ...subscription, state: 'confirmed' });
    });
  }

  /**
   * Makes a subscription one of another area, frequency or language. What waits to be sent leaves when it would now.
   * @throws Refused `mailLink.wrong`, `input.invalid`, `position.outside`
   */
  change({ token, area, frequency, language }: ChangeSubscription): Promise<SubscriptionView> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.locked(manager, token);
      const { id, municipalityId } = before;
      if (area)
        await this.subscriptions.saveArea(
          manager,
          id,
          await this.asking.areaIn(manager, municipalityId, area),
        );
      const wish = { frequency: frequency ?? before.frequency, language: language ?? before.language };
      await this.subscriptions.saveWish(manager, id, wish);
      if (wish.frequency !== before.frequency) {
        const waiting = await this.subscriptions.digest(manager, id);
        if (waiting)
          await this.outbox.reschedule(
            manager,
            waiting,
            newsDue(wish.frequency, this.clock.now(), this.config.mailDigestMinutes),
          );
      }
      return view(await this.locked(manager, token));
    });
  }

  /**
   * Ends a subscription and forgets its address and area; a repeat answers the same.
   * @throws Refused `mailLink.wrong`
   */
  async stop(token: string): Promise<void> {
    const id = this.secrets.idOf('subscription-stop', token) ?? this.secrets.idOf('subscription', token);
    if (!id) throw new Refused('mailLink.wrong');
    await this.dataSource.transaction((manager) => this.forget(manager, id));
  }

  /** Forgets those who never said yes, and what was told long ago. */
  async forgetOld(): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      for (const id of await this.subscriptions.removeUnanswered(manager, unansweredSince(now)))
        await this.outbox.forget(manager, id);
      await this.news.forgetBefore(manager, toldSince(now));
    });
  }

  private async forget(manager: EntityManager, id: string): Promise<void> {
    // The subscription before its mails, as everyone locks them.
    await this.subscriptions.remove(manager, id);
    await this.outbox.forget(manager, id);
  }

  private async locked(manager: EntityManager, token: string): Promise<SubscriptionRecord> {
    const link: SubscriptionLink = 'subscription';
    const id = this.secrets.idOf(link, token);
    const subscription = id && (await this.subscriptions.byId(manager, id));
    if (!subscription) throw new Refused('mailLink.wrong');
    return subscription;
  }
}

function view({
  municipality,
  municipalityName,
  locality,
  localityName,
  position,
  frequency,
  language,
  state,
}: SubscriptionRecord): SubscriptionView {
  return { municipality, municipalityName, locality, localityName, position, frequency, language, state };
}
