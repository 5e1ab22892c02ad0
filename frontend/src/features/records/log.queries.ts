import type { LogPage, LogPeople } from '@lofteskartan/shared/contracts/work-log';
import type { LogArea } from '@lofteskartan/shared/vocabulary';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, withQuery } from '../../platform/api.js';

/** What the log is asked for; an empty field asks for everything. */
export interface LogFilters {
  readonly area: LogArea | '';
  readonly type: string;
  readonly person: string;
  readonly reference: string;
  readonly from: string;
  readonly to: string;
}

const asked = (municipality: string, filters: LogFilters) => ({
  municipality,
  ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '')),
});

/** The log of a municipality, a page at a time. */
export const logQuery = (municipality: string, filters: LogFilters) =>
  infiniteQueryOptions({
    queryKey: ['work-log', municipality, filters],
    queryFn: ({ signal, pageParam }) =>
      api.get<LogPage>('/work-log', {
        query: { ...asked(municipality, filters), limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Whom the log can be asked for. */
export const logPeopleQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['work-log', municipality, 'people'],
    queryFn: ({ signal }) => api.get<LogPeople>('/work-log/people', { query: { municipality }, signal }),
    staleTime: 60_000,
  });

/** Where the same entries are a file. */
export const logFile = (municipality: string, filters: LogFilters) =>
  `/api/v1${withQuery('/work-log/csv', asked(municipality, filters))}`;
