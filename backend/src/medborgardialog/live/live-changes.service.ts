import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { LiveChannel } from '../../platform/live/live-channel.js';
import { Paced } from '../../platform/live/paced.js';
import { describeError } from '../../platform/logging/describe-error.js';
import { LiveRepository } from './live.repository.js';

/** What the live page of a dialogue is called where processes tell each other of changes. */
export const liveTopic = (dialogueId: string): string => `medborgardialog ${dialogueId}`;

/** Votes are told of together: a message for each would make all who vote wait for one another. */
const votesPaceMs = 300;

/** Tells those who follow a dialogue, in all processes, that something is new. */
@Injectable()
export class LiveChanges implements OnApplicationShutdown {
  private readonly logger = new Logger('Live');
  private readonly votedOn = new Set<string>();
  private readonly telling = new Paced(votesPaceMs, () => this.tellOfVotes());

  constructor(
    private readonly dataSource: DataSource,
    private readonly channel: LiveChannel,
    private readonly live: LiveRepository,
  ) {}

  /** Those who conduct it changed what is shown. Told when the caller's transaction is committed. */
  async conducted(manager: EntityManager, dialogueId: string): Promise<void> {
    await this.live.advance(manager, dialogueId);
    await this.changed(manager, dialogueId);
  }

  /** Something came that is shown: a question, a support, a pin. Told when the caller's transaction is committed. */
  changed(manager: EntityManager, dialogueId: string): Promise<void> {
    return this.channel.tell(manager, liveTopic(dialogueId));
  }

  /** A vote was committed. Told soon, with those that come meanwhile. */
  voted(dialogueId: string): void {
    this.votedOn.add(dialogueId);
    this.telling.ask();
  }

  onApplicationShutdown(): void {
    this.telling.end();
  }

  private async tellOfVotes(): Promise<void> {
    const dialogues = [...this.votedOn];
    this.votedOn.clear();
    try {
      for (const dialogueId of dialogues) await this.changed(this.dataSource.manager, dialogueId);
    } catch (error) {
      // Every board is read anew within seconds.
      this.logger.warn({ what: 'Votes were not told of', error: describeError(error) });
    }
  }
}
