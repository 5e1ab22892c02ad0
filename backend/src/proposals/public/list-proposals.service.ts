import type { ProposalListQuery, ProposalPage } from '@lofteskartan/shared/contracts/proposals';
import { parseNumbers, type Box } from '@lofteskartan/shared/position';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { pageOf, pageSize, readCursor } from '../../platform/paging.js';
import { ProposalListRepository } from './proposal-list.repository.js';
import { LIST_ORDERS, searchOf } from './proposal-list.rules.js';
import { publicProposal } from './public-proposal.view.js';

/** The public list of proposals. */
@Injectable()
export class ListProposalsService {
  constructor(private readonly repository: ProposalListRepository) {}

  /**
   * A page of the proposals that fit every filter.
   * @throws Refused `input.invalid` on `cursor` when it does not belong to this order
   */
  async list(query: ProposalListQuery, language: Language): Promise<ProposalPage> {
    const sort = query.sort ?? 'newest';
    const rows = await this.repository.list({
      filters: {
        municipality: distinct(query.municipality),
        kind: distinct(query.kind),
        status: distinct(query.status),
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
}

/** A filter may name the same value twice. */
const distinct = <Value>(values: readonly Value[] | undefined): Value[] | undefined =>
  values && [...new Set(values)];
