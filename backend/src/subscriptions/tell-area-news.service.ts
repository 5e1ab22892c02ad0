import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { topicOf } from '../notifications/news.rules.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { MailOutbox } from '../platform/mail/mail-outbox.js';
import { areaNewsTask, type PublicThing } from '../platform/mail/public-news.js';
import { AreaNewsRepository, type Thing, type Watcher } from './area-news.repository.js';
import { SubscriptionRepository } from './subscription.repository.js';
import { isAnswer, newsDue, reachMetres } from './subscription.rules.js';

/** Puts what became public into the mails of those who watch the area. */
@Injectable()
export class TellAreaNews implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly outbox: MailOutbox,
    private readonly news: AreaNewsRepository,
    private readonly subscriptions: SubscriptionRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.register(areaNewsTask, ({ type, id }) =>
      this.tell({ type: String(type) as PublicThing, id: String(id) }),
    );
  }

  /** Tells everyone who watches where the thing is, once each; nobody when it is not public any more. A repeat tells nobody twice. */
  async tell(thing: Thing): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      if (!(await this.isTold(manager, thing))) return;
      const place = await this.news.place(manager, thing);
      if (!place) return;
      for (const watcher of await this.news.watchers(manager, place, reachMetres))
        await this.add(manager, watcher, thing);
    });
  }

  private async isTold(manager: EntityManager, { type, id }: Thing): Promise<boolean> {
    if (type !== 'answer') return true;
    const event = await this.news.answer(manager, id);
    return event !== null && isAnswer(topicOf(event));
  }

  private async add(
    manager: EntityManager,
    { subscriptionId, addressHash, frequency }: Watcher,
    thing: Thing,
  ): Promise<void> {
    await this.outbox.lockAddress(manager, addressHash);
    if (await this.news.knows(manager, addressHash, thing)) return;
    // A subscription that ended meanwhile has no mail any more; its row is held, so that it cannot end before this is done.
    if (!(await this.subscriptions.byId(manager, subscriptionId))) return;
    const at = this.clock.now();
    const mailId =
      (await this.subscriptions.digest(manager, subscriptionId)) ??
      (await this.outbox.write(manager, {
        kind: 'area-news',
        cause: `area-news:${subscriptionId}:${thing.type}:${thing.id}`,
        subjectId: subscriptionId,
        addressHash,
        dueAt: newsDue(frequency, at, this.config.mailDigestMinutes),
      }));
    if (mailId) await this.news.add(manager, thing, { addressHash, subscriptionId, mailId, at });
  }
}
