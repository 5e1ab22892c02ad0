import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { JobRunner } from '../jobs/job-runner.js';
import type { OutgoingMail } from './mailer.js';
import { MailsRepository, type ClaimedMail, type NewMail } from './mails.repository.js';

export type { ClaimedMail } from './mails.repository.js';

/** The job that sends a mail. */
export const sendMailTask = 'send-mail';

/**
 * Puts a mail together at the moment when it is sent, from the rows that it is about.
 * @returns null when it is not to be sent any more
 */
export type MailComposer = (claimed: ClaimedMail, now: Date) => Promise<OutgoingMail | null>;

/**
 * Where rooms write the mails that their changes cause, in the transaction of the change (docs/adr/0007). Say once who puts a kind of
 * mail together, in `onModuleInit`: `outbox.composeWith('staff-invitation', (claimed) => this.compose(claimed))`.
 */
@Injectable()
export class MailOutbox {
  private readonly composers = new Map<string, MailComposer>();

  constructor(
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly mails: MailsRepository,
  ) {}

  /** Says who puts a kind of mail together. Each kind once. */
  composeWith(kind: string, composer: MailComposer): void {
    if (this.composers.has(kind)) throw new Error(`Two composers for the mail ${kind}`);
    this.composers.set(kind, composer);
  }

  /** The composer of a mail. */
  composerOf({ kind }: ClaimedMail): MailComposer {
    const composer = this.composers.get(kind);
    if (!composer) throw new Error(`Nobody puts the mail ${kind} together`);
    return composer;
  }

  /**
   * Writes a mail down and has it sent when it is due, at once when that is left out. What has the same cause is written once.
   * @returns its id, or null when its cause has one already
   */
  async write(
    manager: EntityManager,
    mail: Omit<NewMail, 'dueAt' | 'createdAt'> & { readonly dueAt?: Date },
  ): Promise<string | null> {
    const createdAt = this.clock.now();
    const dueAt = mail.dueAt ?? createdAt;
    const id = await this.mails.insert(manager, { ...mail, dueAt, createdAt });
    if (id) await this.send(manager, id, dueAt);
    return id;
  }

  /**
   * Writes a mail that somebody asked for, unless the address was written as many of its kind as it may be: nobody can have an
   * address flooded.
   */
  async writeWithin(
    manager: EntityManager,
    allowance: { readonly mails: number; readonly since: Date },
    mail: Omit<NewMail, 'dueAt' | 'createdAt'>,
  ): Promise<void> {
    await this.lockAddress(manager, mail.addressHash);
    const written = await this.mails.count(manager, mail.addressHash, mail.kind, allowance.since);
    if (written < allowance.mails) await this.write(manager, mail);
  }

  /**
   * Writes a mail without which somebody would never hear of what they want: one more than an address may be sent is due once the allowance has
   * room for it, and not lost.
   */
  async writeSpaced(
    manager: EntityManager,
    allowance: { readonly mails: number; readonly since: Date },
    mail: Omit<NewMail, 'dueAt' | 'createdAt'>,
  ): Promise<void> {
    await this.lockAddress(manager, mail.addressHash);
    const now = this.clock.now();
    const full = await this.mails.nthLatestDue(manager, mail.addressHash, mail.kind, allowance.mails);
    const room = full && new Date(full.getTime() + now.getTime() - allowance.since.getTime());
    await this.write(manager, { ...mail, dueAt: room && room > now ? room : now });
  }

  /** Has a mail that nobody tried to send yet sent at another moment. */
  async reschedule(manager: EntityManager, mailId: string, dueAt: Date): Promise<void> {
    if (await this.mails.postpone(manager, mailId, dueAt)) await this.send(manager, mailId, dueAt);
  }

  /** Forgets the mails that are made of a row which is going: those that wait are not sent. */
  forget(manager: EntityManager, subjectId: string): Promise<void> {
    return this.mails.removeOf(manager, subjectId);
  }

  /** Lets only one transaction at a time decide what an address is sent. */
  lockAddress(manager: EntityManager, addressHash: string): Promise<void> {
    return this.mails.lockAddress(manager, addressHash);
  }

  /** Has a mail that is written down sent at a moment. */
  async send(manager: EntityManager, mailId: string, runAt: Date): Promise<void> {
    await this.jobs.enqueue(manager, sendMailTask, { mailId }, { runAt, jobKey: `mail:${mailId}` });
  }
}
