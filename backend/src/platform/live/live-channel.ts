import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { type Database, databaseToken } from '../database/database.js';
import { describeError } from '../logging/describe-error.js';

/** PostgreSQL's name for what all processes listen on. */
const channel = 'lofteskartan_live';
/** A connection that no longer answers is found out within this time. */
const pingMs = 15_000;
const answerMs = 5_000;
const firstPauseMs = 200;
const longestPauseMs = 5_000;

/** What somebody wants to hear of. */
type Listener = () => void;

/**
 * Tells all processes that something has changed, over LISTEN/NOTIFY: each process has one connection that listens, from the first
 * listener on. A message is only a topic: what is new is read from the database by whoever cares, so that one that is lost, or comes twice,
 * does no harm. After a lost connection every topic counts as changed.
 */
@Injectable()
export class LiveChannel implements OnApplicationShutdown {
  private readonly logger = new Logger('Live');
  private readonly listeners = new Map<string, Set<Listener>>();
  private client: pg.Client | null = null;
  private next: NodeJS.Timeout | undefined;
  private pauseMs = firstPauseMs;
  private isWanted = false;
  private connecting: Promise<void> | null = null;

  constructor(@Inject(databaseToken) private readonly database: Database) {}

  /** Tells every process of a change, at the moment at which the caller's transaction is committed. */
  async tell(manager: EntityManager, topic: string): Promise<void> {
    await manager.query('SELECT pg_notify($1, $2)', [channel, topic]);
  }

  /** Calls the listener at each change of a topic. @returns ends it */
  hear(topic: string, listener: Listener): () => void {
    const known = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, known.add(listener));
    if (!this.isWanted) {
      this.isWanted = true;
      this.begin();
    }
    return () => {
      known.delete(listener);
      if (known.size === 0 && this.listeners.get(topic) === known) this.listeners.delete(topic);
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.isWanted = false;
    clearTimeout(this.next);
    await this.connecting;
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private begin(): void {
    this.connecting = this.connect().finally(() => (this.connecting = null));
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      ...this.database.connection,
      application_name: 'lofteskartan live',
      keepAlive: true,
      query_timeout: answerMs,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel: name, payload }) => {
      if (name === channel && payload !== undefined) this.changed(payload);
    });
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      this.logger.warn({ what: 'Nothing is heard of changes for a while', error: describeError(error) });
      this.lost(client);
      return;
    }
    this.pauseMs = firstPauseMs;
    this.next = setTimeout(() => this.ping(client), pingMs).unref();
    // Whatever was told while nobody listened.
    for (const topic of [...this.listeners.keys()]) this.changed(topic);
  }

  private ping(client: pg.Client): void {
    client.query('SELECT 1').then(
      () => {
        if (this.client === client) this.next = setTimeout(() => this.ping(client), pingMs).unref();
      },
      () => this.lost(client),
    );
  }

  /** Connects anew after a pause that grows. */
  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    clearTimeout(this.next);
    client.end().catch(() => undefined);
    if (!this.isWanted) return;
    this.next = setTimeout(() => this.begin(), this.pauseMs).unref();
    this.pauseMs = Math.min(longestPauseMs, this.pauseMs * 2);
  }

  private changed(topic: string): void {
    for (const listener of this.listeners.get(topic) ?? []) listener();
  }
}
