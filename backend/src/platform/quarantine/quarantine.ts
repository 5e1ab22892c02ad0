import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Secrets } from '../security/secrets.js';
import { QuarantineRepository } from './quarantine.repository.js';

/** What can lie sealed in quarantine. */
export type MessageKind = 'report' | 'subscription' | 'dialogue-question';

/** A message as it lies there. */
export interface SealedMessage {
  readonly id: string;
  readonly municipalityId: string;
  readonly kind: MessageKind;
  readonly sealed: Buffer;
  readonly at: Date;
}

/** A message as staff judge it: nothing of an address. */
export interface ToldMessage extends Omit<SealedMessage, 'sealed'> {
  readonly reference: string | null;
  readonly words: readonly string[];
  readonly hasAddress: boolean;
}

/** What the room that a message is for knows to do with it. */
export interface Restorer {
  /** What staff are shown of it. */
  readonly tell: (payload: string) => Pick<ToldMessage, 'reference' | 'words' | 'hasAddress'>;
  /** Takes it in as if it came from a person, at its own moment. */
  readonly restore: (manager: EntityManager, payload: string, at: Date) => Promise<void>;
}

/**
 * Where messages lie that filled in a field which no person sees. They are sealed, and change nothing, until somebody of staff finds that
 * a person sent them. Rooms say in `onModuleInit` what becomes of theirs: `quarantine.restoreWith('report', { tell, restore })`.
 */
@Injectable()
export class Quarantine {
  private readonly restorers = new Map<MessageKind, Restorer>();

  constructor(
    private readonly secrets: Secrets,
    private readonly messages: QuarantineRepository,
  ) {}

  /** Says what becomes of a kind of message. Each kind once. */
  restoreWith(kind: MessageKind, restorer: Restorer): void {
    if (this.restorers.has(kind)) throw new Error(`Two restorers of ${kind}`);
    this.restorers.set(kind, restorer);
  }

  /** Puts a message in quarantine, in the caller's transaction. */
  async keep(
    manager: EntityManager,
    message: {
      readonly kind: MessageKind;
      readonly municipalityId: string;
      readonly payload: object;
      readonly at: Date;
    },
  ): Promise<void> {
    const id = randomUUID();
    const { kind, municipalityId, payload, at } = message;
    const sealed = this.secrets.seal('quarantine', JSON.stringify(payload), id);
    await this.messages.insert(manager, { id, kind, municipalityId, sealed, at });
  }

  /** What lies there of some municipalities, the latest first, and how many there are. */
  async list(
    manager: EntityManager,
    municipalityIds: readonly string[],
    limit: number,
  ): Promise<{ items: ToldMessage[]; total: number }> {
    const rows = await this.messages.ofMunicipalities(manager, municipalityIds, limit);
    const items = rows.map(({ sealed, ...row }) => {
      const payload = this.secrets.open('quarantine', sealed, row.id);
      const told = payload === null ? null : this.of(row.kind).tell(payload);
      return { ...row, ...(told ?? { reference: null, words: [], hasAddress: false }) };
    });
    return { items, total: await this.messages.count(manager, municipalityIds) };
  }

  /** A message, locked until the transaction ends, or null. */
  find(manager: EntityManager, id: string): Promise<SealedMessage | null> {
    return this.messages.byId(manager, id);
  }

  /** Takes a message in as if a person had sent it. @returns what it is about */
  async restore(manager: EntityManager, { id, kind, sealed, at }: SealedMessage): Promise<string | null> {
    const payload = this.secrets.open('quarantine', sealed, id);
    if (payload === null) throw new Error('A message in quarantine cannot be opened with this key');
    const { tell, restore } = this.of(kind);
    await restore(manager, payload, at);
    await this.messages.remove(manager, id);
    return tell(payload).reference;
  }

  /** Forgets a message. */
  remove(manager: EntityManager, id: string): Promise<void> {
    return this.messages.remove(manager, id);
  }

  /** Forgets what came in up to a moment. @returns how many of each municipality */
  removeUpTo(manager: EntityManager, moment: Date): ReturnType<QuarantineRepository['removeUpTo']> {
    return this.messages.removeUpTo(manager, moment);
  }

  private of(kind: MessageKind): Restorer {
    const restorer = this.restorers.get(kind);
    if (!restorer) throw new Error(`Nobody restores ${kind}`);
    return restorer;
  }
}
