import type { ProposalListQuery, ProposalPage } from '@lofteskartan/shared/contracts/proposals';
import { parseNumbers, type Box } from '@lofteskartan/shared/position';
import { BODY_PREFIX, FILTER_NONE, LISTED_STATUSES, type Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { pageOf, pageSize, readCursor } from '../../platform/paging.js';
import { AnswerLedgerRepository } from './answer-ledger.repository.js';
import { answerFilter, responsibilityOf } from './answer-ledger.rules.js';
import { ProposalListRepository, type ListQuestion } from './proposal-list.repository.js';
import { LIST_ORDERS, searchOf } from './proposal-list.rules.js';
import { publicProposal } from './public-proposal.view.js';

/** The public list of proposals. */
@Injectable()
export class ListProposalsService {
  constructor(
    private readonly repository: ProposalListRepository,
    private readonly ledger: AnswerLedgerRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * A page of the proposals that fit every filter.
   * @throws Refused `input.invalid` on `cursor` when it does not belong to this order
   */
  async list(query: ProposalListQuery, language: Language): Promise<ProposalPage> {
    const sort = query.sort ?? 'newest';
    const answers = answerFilter(query.answer, query.status);
    if (answers?.statuses.length === 0 && answers.toCall === 'out') return { items: [], nextCursor: null };
    const rows = await this.repository.list({
      answeredBy:
        query.owner === undefined ? undefined : await this.answeredBy(query.owner, query.municipality),
      dueBefore: answers?.onlyOverdue ? this.clock.now() : undefined,
      answers: answers ?? undefined,
      filters: {
        municipality: distinct(query.municipality),
        kind: distinct(query.kind),
        status: distinct(
          answers?.toCall === 'out'
            ? answers.statuses
            : (query.status ?? (answers ? LISTED_STATUSES : undefined)),
        ),
        commitment: distinct(query.commitment?.map((id) => id.toLowerCase())),
        locality: distinct(query.locality),
      },
      box: parseNumbers(query.bbox, 4) as Box | undefined,
      search: searchOf(query.q),
      sort,
      rows: pageSize(query.limit) + 1,
      after: readCursor(
        query.cursor,
        LIST_ORDERS[sort].by.map(({ type }) => type),
      ),
    });
    const page = pageOf(rows, query.limit, ({ key }) => key);
    return { items: page.rows.map((row) => publicProposal(row, language)), nextCursor: page.nextCursor };
  }

  private async answeredBy(
    owner: string,
    municipalities: readonly string[] | undefined,
  ): Promise<ListQuestion['answeredBy']> {
    if (owner.startsWith(BODY_PREFIX)) return { body: owner.slice(BODY_PREFIX.length) };
    const commitments = await this.ledger.commitments(municipalities);
    return owner === FILTER_NONE
      ? { nobodyBut: responsibilityOf(commitments, () => true) }
      : { organisation: responsibilityOf(commitments, (slug) => slug === owner) };
  }
}

/** A filter may name the same value twice. */
const distinct = <Value>(values: readonly Value[] | undefined): Value[] | undefined =>
  values && [...new Set(values)];
