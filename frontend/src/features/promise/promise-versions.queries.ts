import type {
  ComparedPromiseVersion,
  PromiseVersions,
} from '@lofteskartan/shared/contracts/promise-versions';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** The versions of a promise, the latest first. */
export const promiseVersionsQuery = (promiseId: string) =>
  queryOptions({
    queryKey: ['medborgarloften', 'versions', promiseId],
    queryFn: ({ signal }) => api.get<PromiseVersions>(`/medborgarloften/${promiseId}/versions`, { signal }),
  });

/** A version beside the one before it. */
export const promiseVersionQuery = (promiseId: string, number: number) =>
  queryOptions({
    queryKey: ['medborgarloften', 'versions', promiseId, number],
    queryFn: ({ signal }) =>
      api.get<ComparedPromiseVersion>(`/medborgarloften/${promiseId}/versions/${number}`, { signal }),
  });
