import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { VoteRepository } from '../statements/vote.repository.js';
import { LiveChanges } from './live-changes.service.js';
import { LiveRepository } from './live.repository.js';

/** What the live page needs when a dialogue begins and ends. */
@Injectable()
export class OpenLive {
  constructor(
    private readonly live: LiveRepository,
    private readonly votes: VoteRepository,
    private readonly changes: LiveChanges,
  ) {}

  /** It is opened: votes have a key of its own from now on. */
  async opened(manager: EntityManager, dialogueId: string): Promise<void> {
    await this.live.giveKey(manager, dialogueId, randomBytes(32));
    await this.changes.conducted(manager, dialogueId);
  }

  /** It is closed or cancelled: the key is destroyed, and the votes of one person are taken apart (docs/adr/0029). */
  async closed(manager: EntityManager, dialogueId: string): Promise<void> {
    await this.votes.scatter(manager, dialogueId);
    await this.changes.conducted(manager, dialogueId);
  }
}
