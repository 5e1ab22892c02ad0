import type { PublicWalkList, WalkProtocol } from '@lofteskartan/shared/contracts/walk-protocols';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** The published walks of a municipality. */
export const publicWalksQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['safety-walks', municipality],
    queryFn: ({ signal }) => api.get<PublicWalkList>('/safety-walks', { query: { municipality }, signal }),
    enabled: municipality !== '',
  });

/** The published walks that stopped at a public place. */
export const walksOfPlaceQuery = (place: string) =>
  queryOptions({
    queryKey: ['safety-walks', 'of', place],
    queryFn: ({ signal }) => api.get<PublicWalkList>('/safety-walks', { query: { place }, signal }),
  });

/** The protocol of a walk. */
export const protocolQuery = (reference: string) =>
  queryOptions({
    queryKey: ['safety-walks', 'one', reference],
    queryFn: ({ signal }) =>
      api.get<WalkProtocol>(`/safety-walks/${encodeURIComponent(reference)}`, { signal }),
  });
