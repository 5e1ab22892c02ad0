import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../platform/config/config.js';
import { type ClaimedMail, MailOutbox } from '../platform/mail/mail-outbox.js';
import { htmlText, plainText } from '../platform/mail/mail-text.js';
import type { OutgoingMail } from '../platform/mail/mailer.js';
import { publicThings } from '../platform/mail/public-news.js';
import {
  areaListLetter,
  type AreaLetter,
  areaNewsLetter,
  confirmAreaLetter,
  type LetterOf,
} from './area-letters.js';
import { AreaNewsRepository } from './area-news.repository.js';
import { speakOfAreas } from './area-words.js';
import { type SubscriptionRecord, SubscriptionRepository } from './subscription.repository.js';
import { SubscriptionSecrets } from './subscription-secrets.js';
import { type ToldThing, ToldThingsRepository } from './told-things.repository.js';

/** Puts the mails to those who watch an area together when they are sent: nothing of them is stored. */
@Injectable()
export class ComposeAreaMail implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly outbox: MailOutbox,
    private readonly secrets: SubscriptionSecrets,
    private readonly subscriptions: SubscriptionRepository,
    private readonly news: AreaNewsRepository,
    private readonly things: ToldThingsRepository,
  ) {}

  onModuleInit(): void {
    this.outbox.composeWith('area-confirm', (claimed) =>
      this.compose(claimed, (_manager, letterOf) =>
        Promise.resolve(letterOf.subscription.state === 'unconfirmed' ? confirmAreaLetter(letterOf) : null),
      ),
    );
    this.outbox.composeWith('area-list', (claimed) =>
      this.compose(claimed, async (manager, letterOf) => {
        const all = await this.subscriptions.ofAddress(manager, letterOf.subscription.addressHash);
        const confirmed = all.filter(({ state }) => state === 'confirmed');
        return areaListLetter(
          confirmed.map((each) => this.letterOf(each)),
          letterOf,
        );
      }),
    );
    this.outbox.composeWith('area-news', (claimed) =>
      this.compose(claimed, async (manager, letterOf) => {
        if (letterOf.subscription.state !== 'confirmed') return null;
        const told = await this.told(manager, claimed.id, letterOf.subscription);
        return told.length > 0 ? areaNewsLetter(letterOf, told) : null;
      }),
    );
  }

  /** The mail, or null when it is not to be sent any more: stopped meanwhile, or nothing of it is public now. */
  private compose(
    { id, kind, subjectId }: ClaimedMail,
    write: (manager: EntityManager, letterOf: LetterOf) => Promise<AreaLetter | null>,
  ): Promise<OutgoingMail | null> {
    return this.dataSource.transaction(async (manager) => {
      const subscription = subjectId && (await this.subscriptions.byId(manager, subjectId));
      const to = subscription && this.secrets.open(subscription);
      if (!subscription || !to) return null;
      const letter = await write(manager, this.letterOf(subscription));
      if (!letter) return null;
      const { language } = subscription;
      const { subject, blocks } = letter;
      return {
        id,
        to,
        fromName: speakOfAreas(language)('sender'),
        subject,
        text: plainText(blocks),
        html: htmlText(language, subject, blocks),
        oneClickStop: kind === 'area-list' ? null : this.stopAddress(subscription),
      };
    });
  }

  private letterOf(subscription: SubscriptionRecord): LetterOf {
    const page = `${this.config.publicUrl}/${subscription.municipality}`;
    const own = `${page}/bevakning#${this.secrets.token('subscription', subscription.id)}`;
    return { subscription, page, own };
  }

  private stopAddress({ id }: SubscriptionRecord): string {
    return `${this.config.publicUrl}/api/v1/subscription-stops/${this.secrets.token('subscription-stop', id)}`;
  }

  /** The things of a mail that are public now, in the order in which they became it. */
  private async told(
    manager: EntityManager,
    mailId: string,
    { language }: SubscriptionRecord,
  ): Promise<ToldThing[]> {
    const things = await this.news.things(manager, mailId);
    const found = new Map<string, ToldThing>();
    for (const type of publicThings) {
      const ids = things.filter((thing) => thing.type === type).map(({ id }) => id);
      if (ids.length === 0) continue;
      for (const told of await this.things.of(manager, type, ids, language))
        found.set(`${type}:${told.id}`, told);
    }
    return things.flatMap(({ type, id }) => found.get(`${type}:${id}`) ?? []);
  }
}
