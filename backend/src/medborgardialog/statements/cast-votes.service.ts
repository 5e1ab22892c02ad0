import { randomBytes } from 'node:crypto';
import type { CastVote } from '@lofteskartan/shared/contracts/medborgardialog-live';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MemoryLimits } from '../../platform/live/memory-limits.js';
import { Refused } from '../../platform/problem/refused.js';
import { LiveChanges } from '../live/live-changes.service.js';
import { LiveRepository } from '../live/live.repository.js';
import { whyNotLive } from '../medborgardialog.rules.js';
import { VoteRepository, type CastOutcome } from './vote.repository.js';

/** 300 phones behind one address may answer thirty statements each in ten minutes, and change their minds. */
const votesOfAddress = { points: 12_000, seconds: 600 };

/**
 * Takes votes from phones. Repeating one changes nothing, so no key of a call is kept; nothing of the caller is read but the number that
 * the phone made up, and its address, which is counted in memory alone.
 */
@Injectable()
export class CastVotes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly votes: VoteRepository,
    private readonly live: LiveRepository,
    private readonly changes: LiveChanges,
    private readonly limits: MemoryLimits,
  ) {}

  /** @throws Refused `not.found`, `dialogue.notOpen`, `dialogue.cancelled`, `statement.closed`, `rate.limited` */
  async cast(code: string, { statement, voter, vote }: CastVote, address: string): Promise<void> {
    await this.limits.consume('live-votes', address, votesOfAddress.points, votesOfAddress.seconds);
    const given = { code, statement, voter, vote };
    let outcome = await this.votes.cast(this.dataSource, given);
    if (outcome && !outcome.isKept && !outcome.hasKey && outcome.dialogue === 'open') {
      await this.live.giveKey(this.dataSource.manager, outcome.dialogueId, randomBytes(32));
      outcome = await this.votes.cast(this.dataSource, given);
    }
    this.changes.voted(kept(outcome).dialogueId);
  }
}

function kept(outcome: CastOutcome | null): CastOutcome {
  if (!outcome) throw new Refused('not.found');
  const refusal = whyNotLive(outcome.dialogue);
  if (refusal) throw new Refused(refusal);
  if (!outcome.isKept) throw new Refused('statement.closed');
  return outcome;
}
