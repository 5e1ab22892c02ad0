import type { PublicActivityPage } from '@lofteskartan/shared/contracts/activities';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** What was done for a commitment, latest first. */
export const activitiesQuery = (commitmentId: string) =>
  infiniteQueryOptions({
    queryKey: ['commitments', commitmentId, 'activities'],
    queryFn: ({ pageParam, signal }) =>
      api.get<PublicActivityPage>(`/commitments/${commitmentId}/activities`, {
        query: { limit: 100, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
