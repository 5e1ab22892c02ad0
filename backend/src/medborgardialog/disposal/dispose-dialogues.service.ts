import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DialogueDisposalRepository } from './disposal.repository.js';

/**
 * Disposes of what a dialogue holds of people when its time has come. Counts, what was published and what came of it stay: report, points and
 * follow-ups are as they were.
 */
@Injectable()
export class DisposeDialogues {
  constructor(private readonly repository: DialogueDisposalRepository) {}

  /** Waits for whoever works with it. @returns whether there is anything to dispose of */
  lock(manager: EntityManager, id: string): Promise<boolean> {
    return this.repository.lock(manager, id);
  }

  /** Takes it away, in the caller's transaction. */
  async dispose(manager: EntityManager, id: string, now: Date): Promise<void> {
    await this.repository.forgetPeople(manager, id);
    await this.repository.emptyQuestions(manager, id);
    await this.repository.removeSignUps(manager, id);
    await this.repository.foldVotes(manager, id);
    await this.repository.emptyUnpublished(manager, id);
    await this.repository.markDisposed(manager, id, now);
  }
}
