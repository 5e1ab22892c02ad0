import { MutationCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './api.js';

const RETRIES = 3;

/** Only a failed network, a busy server and a gateway are worth another try; an answer of the server is an answer. */
function shouldRetry(failures: number, error: Error): boolean {
  if (failures >= RETRIES || !(error instanceof Problem)) return false;
  if (error.code === 'network.aborted') return false;
  return error.isNetwork || [429, 502, 503, 504].includes(error.status);
}

/** 1, 2, 4 … at most 15 seconds, or as long as the server asked. */
function retryDelay(failures: number, error: Error): number {
  if (error instanceof Problem && error.retryAfter !== null) return Math.min(error.retryAfter, 60) * 1000;
  return Math.min(1000 * 2 ** failures, 15_000);
}

/**
 * The one query client. Reads are kept for half a minute and shown at once when a page is visited again; they wait
 * while the phone is offline. Writes are never repeated on their own: the page that sends decides, with its key.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: shouldRetry,
        retryDelay,
        networkMode: 'offlineFirst',
        refetchOnWindowFocus: false,
        throwOnError: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
    mutationCache: new MutationCache(),
  });
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem;
  }
}
