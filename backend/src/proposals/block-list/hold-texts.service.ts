import { blockedWordsIn } from '@lofteskartan/shared/block-list';
import type { HeldSource, HeldText } from '@lofteskartan/shared/contracts/block-list';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { organisationIn } from '../viewer.rules.js';
import { HeldTextRepository } from './held-text.repository.js';

type Text = string | null | undefined;

/**
 * Holds texts of residents that hit the block list of their municipality. Nothing is refused and nothing is told to the sender: the
 * proposal tops the queue with the words until somebody of staff has read the text.
 */
@Injectable()
export class HoldTexts {
  constructor(
    private readonly clock: Clock,
    private readonly held: HeldTextRepository,
    private readonly events: ProposalEventRepository,
  ) {}

  /** The words of a municipality's list that stand in texts that are about to be kept. */
  async wordsIn(manager: EntityManager, municipalityId: string, texts: readonly Text[]): Promise<string[]> {
    return hits(await this.held.list(manager, municipalityId), texts);
  }

  /** Looks through a text that was kept about a proposal, and holds it when it hits. */
  async look(manager: EntityManager, proposalId: string, source: HeldSource, text: Text): Promise<void> {
    if (!text) return;
    await this.hold(manager, proposalId, source, hits(await this.held.listFor(manager, proposalId), [text]));
  }

  /** Holds a text in which these words were found; without any nothing happens. */
  async hold(
    manager: EntityManager,
    proposalId: string,
    source: HeldSource,
    words: readonly string[],
  ): Promise<void> {
    if (words.length === 0) return;
    const at = this.clock.now();
    await this.held.add(manager, { proposalId, source, words, at });
    await this.events.append(manager, {
      proposalId,
      at,
      type: 'words-held',
      audience: 'staff',
      changes: { source, words },
    });
  }

  /** The texts of a proposal that are or were held, the latest first. */
  ofProposal(manager: EntityManager, proposalId: string): Promise<HeldText[]> {
    return this.held.ofProposal(manager, proposalId);
  }

  /**
   * Somebody of staff has read held texts, which top the queue no more.
   * @throws Refused `not.found` when none of them waited to be read
   */
  async read(
    manager: EntityManager,
    { id: proposalId, municipalityId }: ProposalRecord,
    ids: readonly string[],
    actor: StaffMember,
  ): Promise<void> {
    const at = this.clock.now();
    const count = await this.held.markRead(manager, proposalId, { ids }, { accountId: actor.accountId, at });
    if (count === 0) throw new Refused('not.found');
    await this.events.append(manager, {
      proposalId,
      at,
      type: 'held-words-read',
      audience: 'staff',
      actorAccountId: actor.accountId,
      organisationId: organisationIn(actor, municipalityId),
      changes: { texts: count },
    });
  }

  /** Whoever decides about the words of a proposal has read them. */
  async decided(manager: EntityManager, proposalId: string, actor: StaffMember): Promise<void> {
    const by = { accountId: actor.accountId, at: this.clock.now() };
    await this.held.markRead(manager, proposalId, { source: 'proposal' }, by);
  }
}

function hits(list: readonly string[], texts: readonly Text[]): string[] {
  const found = new Set(texts.flatMap((text) => (text ? blockedWordsIn(list, text) : [])));
  return list.filter((word) => found.has(word));
}
