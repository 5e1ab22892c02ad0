import { randomUUID } from 'node:crypto';
import type { Subscribe, SubscriptionArea } from '@lofteskartan/shared/contracts/subscriptions';
import { isTrapFilled } from '@lofteskartan/shared/trap';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { MailOutbox } from '../platform/mail/mail-outbox.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { Quarantine } from '../platform/quarantine/quarantine.js';
import { Reply } from '../platform/reply.js';
import { ContactSecrets } from '../proposals/contact-secrets.js';
import {
  type StoredArea,
  type SubscriptionRecord,
  SubscriptionRepository,
} from './subscription.repository.js';
import { afterAsking, allowanceOf } from './subscription.rules.js';
import { SubscriptionSecrets } from './subscription-secrets.js';

/**
 * Somebody wants to watch an area. What is asked for is written down the same whether or not the address is known; a job finds out,
 * and only the mailbox learns it.
 */
@Injectable()
export class SubscribeService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly idempotency: Idempotency,
    private readonly outbox: MailOutbox,
    private readonly municipalities: MunicipalityLookup,
    private readonly contacts: ContactSecrets,
    private readonly secrets: SubscriptionSecrets,
    private readonly subscriptions: SubscriptionRepository,
    private readonly quarantine: Quarantine,
  ) {}

  onModuleInit(): void {
    this.jobs.register('subscription-asked', ({ id }) => this.answer(String(id)));
    this.jobs.register('subscription-list', ({ addressHash, id }) =>
      this.list(String(addressHash), String(id)),
    );
    this.quarantine.restoreWith('subscription', {
      tell: (payload) => {
        const { locality } = JSON.parse(payload) as Subscribe;
        return { reference: null, words: locality ? [locality] : [], hasAddress: true };
      },
      restore: (manager, payload) => this.restore(manager, payload),
    });
  }

  /**
   * Writes down what somebody asked for.
   * @throws Refused `input.invalid` where no mail is sent or there is no such place, `position.outside`
   */
  ask(body: Subscribe, key: string): Promise<Reply<undefined>> {
    this.refuseWithoutMail();
    return this.idempotency.run({
      key,
      route: 'POST /subscriptions',
      caller: 'public',
      body,
      work: async (manager) => {
        const municipality = await this.municipalities.bySlug(manager, body.municipality);
        if (!municipality) throw invalidField('municipality', 'notFound');
        if (isTrapFilled(body)) {
          await this.areaIn(manager, municipality.id, body);
          const held = { municipalityId: municipality.id, payload: body, at: this.clock.now() };
          await this.quarantine.keep(manager, { kind: 'subscription', ...held });
        } else await this.keep(manager, municipality.id, body);
        return new Reply(202, undefined);
      },
    });
  }

  private async keep(manager: EntityManager, municipalityId: string, body: Subscribe): Promise<void> {
    const id = randomUUID();
    const address = body.email.trim();
    await this.subscriptions.insert(manager, {
      ...(await this.areaIn(manager, municipalityId, body)),
      id,
      municipalityId,
      frequency: body.frequency,
      language: body.language,
      addressHash: this.contacts.hash(address),
      addressSealed: this.secrets.seal(id, address),
      at: this.clock.now(),
    });
    await this.jobs.enqueue(manager, 'subscription-asked', { id });
  }

  /** Somebody of staff has found that a person asked for it: only now they are written to. */
  private async restore(manager: EntityManager, payload: string): Promise<void> {
    const body = JSON.parse(payload) as Subscribe;
    const municipality = await this.municipalities.bySlug(manager, body.municipality);
    if (!municipality) throw new Refused('not.found');
    await this.keep(manager, municipality.id, body);
  }

  /**
   * Notes that somebody wants the links to what an address watches.
   * @throws Refused `input.invalid` (`notWanted`) where no mail is sent
   */
  async askForList(email: string): Promise<void> {
    this.refuseWithoutMail();
    const addressHash = this.contacts.hash(email);
    await this.dataSource.transaction((manager) =>
      this.jobs.enqueue(manager, 'subscription-list', { addressHash, id: randomUUID() }),
    );
  }

  /**
   * The area as it is stored.
   * @throws Refused `input.invalid` when there is no such locality or both are named, `position.outside`
   */
  async areaIn(
    manager: EntityManager,
    municipalityId: string,
    { locality, position }: SubscriptionArea,
  ): Promise<StoredArea> {
    if (position) {
      if (locality !== undefined) throw invalidField('locality', 'notWanted');
      const holding = await this.municipalities.holding(manager, position);
      if (holding?.municipality.id !== municipalityId) throw new Refused('position.outside');
      return { localityId: null, position };
    }
    if (locality === undefined) return { localityId: null, position: null };
    const found = await this.municipalities.localityBySlug(manager, municipalityId, locality);
    if (!found) throw invalidField('locality', 'notFound');
    return { localityId: found.id, position: null };
  }

  private refuseWithoutMail(): void {
    if (!this.contacts.mailIsSent) throw invalidField('email', 'notWanted');
  }

  /** Asks whether the address is theirs, or sends the list of what it watches when it watches this already or too much. */
  private async answer(id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const asked = await this.subscriptions.byId(manager, id);
      if (asked?.state !== 'unconfirmed') return;
      await this.outbox.lockAddress(manager, asked.addressHash);
      const others = (await this.subscriptions.ofAddress(manager, asked.addressHash)).filter(
        (each) => each.id !== id,
      );
      const same = others.find((each) => areaKey(each) === areaKey(asked));
      const step = afterAsking({ same: same?.state ?? 'none', areas: others.length });
      if (step === 'ask') return this.askByMail(manager, asked);
      await this.subscriptions.remove(manager, id);
      const { frequency, language, askedAt, addressHash } = asked;
      if (step === 'list') return this.sendList(manager, addressHash, id);
      if (!same) return;
      await this.subscriptions.askAgain(manager, same.id, { frequency, language, at: askedAt });
      await this.askByMail(manager, { ...same, askedAt });
    });
  }

  private async list(addressHash: string, requestId: string): Promise<void> {
    await this.dataSource.transaction((manager) => this.sendList(manager, addressHash, requestId));
  }

  private askByMail(manager: EntityManager, { id, askedAt, addressHash }: SubscriptionRecord): Promise<void> {
    const kind = 'area-confirm';
    return this.outbox.writeWithin(manager, allowanceOf(kind, this.clock.now()), {
      kind,
      cause: `${kind}:${id}:${askedAt.getTime()}`,
      subjectId: id,
      addressHash,
    });
  }

  /** The list is about the first confirmed subscription: through it the address is found when the mail is put together. */
  private async sendList(manager: EntityManager, addressHash: string, requestId: string): Promise<void> {
    const all = await this.subscriptions.ofAddress(manager, addressHash);
    const first = all.find(({ state }) => state === 'confirmed');
    if (!first) return;
    const kind = 'area-list';
    await this.outbox.writeWithin(manager, allowanceOf(kind, this.clock.now()), {
      kind,
      cause: `${kind}:${requestId}`,
      subjectId: first.id,
      addressHash,
    });
  }
}

/** Two subscriptions of the same area have the same. */
function areaKey({ municipalityId, localityId, position }: SubscriptionRecord): string {
  return [municipalityId, localityId, position?.join() ?? null].join(' ');
}
