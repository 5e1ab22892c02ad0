import type { AnswerLedger } from '@lofteskartan/shared/contracts/answers';
import type { ProposalPage } from '@lofteskartan/shared/contracts/proposals';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** As many as the home page shows. */
const LATEST = 4;

/** The proposals that were answered last. */
export const latestAnswersQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['proposals', 'latest-answers', municipality],
    queryFn: ({ signal }) =>
      api.get<ProposalPage>('/proposals', {
        query: { municipality, sort: 'latest-answer', limit: LATEST },
        signal,
      }),
    enabled: municipality !== '',
  });

/** How many have an answer. */
export const ledgerQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['proposals', 'ledger', municipality],
    queryFn: ({ signal }) => api.get<AnswerLedger>('/answers', { query: { municipality }, signal }),
    enabled: municipality !== '',
  });
