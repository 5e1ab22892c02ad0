import type { SignedOut } from '@lofteskartan/shared/contracts/sign-in-ways';
import type { Session, SignIn } from '@lofteskartan/shared/contracts/staff';
import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, Problem } from './api.js';
import { forgetDevice, forgetDeviceOfOthers } from './device-data.js';

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await api.get<Session>('/sessions/current', { signal });
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** The keys of queries that stay when somebody signs in or out. */
const kept: readonly unknown[] = [sessionQuery.queryKey[0], 'sign-in-ways'];

/** The session of a staff member. Only the staff pages ask for it: residents have none. */
export function useSession() {
  return useQuery(sessionQuery);
}

/** The session itself stays: who watches it must hear of the change. */
function forgetAllButSession(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => !kept.includes(queryKey[0]) });
}

/** What was read as a stranger is forgotten: staff see more. */
export function welcome(queries: QueryClient, session: Session): void {
  queries.setQueryData(sessionQuery.queryKey, session);
  forgetAllButSession(queries);
  forgetDeviceOfOthers(session.accountId);
}

/** Signs in with a password, and a code where the account asks for one. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: SignIn) => api.post<Session>('/sessions', credentials),
    onSuccess: (session) => {
      welcome(queries, session);
    },
  });
}

/**
 * Signs out, of the service that opened the session as well, and forgets everything that only staff may see. What lies on the device goes also
 * when the server was not reached: then the session goes on, and whoever asked has to be told.
 */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      try {
        return await api.delete<SignedOut>('/sessions/current');
      } catch (error) {
        // The session had ended by itself: nobody is signed in any more.
        if (error instanceof Problem && error.status === 401) return { address: null };
        throw error;
      } finally {
        await forgetDevice();
      }
    },
    onSuccess: ({ address }) => {
      queries.setQueryData(sessionQuery.queryKey, null);
      forgetAllButSession(queries);
      if (address) window.location.assign(address);
    },
  });
}
