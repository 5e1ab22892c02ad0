import type { ProposalPage } from '@lofteskartan/shared/contracts/proposals';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** The proposals that were answered last. */
export const latestAnswersQuery = (municipality: string, limit: number) =>
  queryOptions({
    queryKey: ['proposals', 'latest-answers', municipality, limit],
    queryFn: ({ signal }) =>
      api.get<ProposalPage>('/proposals', { query: { municipality, sort: 'latest-answer', limit }, signal }),
    enabled: municipality !== '',
  });
