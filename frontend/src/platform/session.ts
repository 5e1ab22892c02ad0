import type { Session, SignIn } from '@lofteskartan/shared/contracts/staff';
import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, Problem } from './api.js';

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

/** The session of a staff member. Only the staff pages ask for it: residents have none. */
export function useSession() {
  return useQuery(sessionQuery);
}

/** The session itself stays: who watches it must hear of the change. */
function forgetAllButSession(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}

/** Signs in. What was read as a stranger is forgotten: staff see more. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: SignIn) => api.post<Session>('/sessions', credentials),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session);
      forgetAllButSession(queries);
    },
  });
}

/** Signs out and forgets everything that only staff may see. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete('/sessions/current'),
    onSuccess: () => {
      queries.setQueryData(sessionQuery.queryKey, null);
      forgetAllButSession(queries);
    },
  });
}
