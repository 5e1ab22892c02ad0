import type {
  AccountLink,
  AskPasswordReset,
  ChoosePassword,
  IssuedLink,
} from '@lofteskartan/shared/contracts/account-links';
import type {
  AccountSessions,
  ChangeOwnPassword,
  OwnAccount,
  RecoveryCodes,
  SecondFactorSecret,
} from '@lofteskartan/shared/contracts/own-account';
import type {
  BeginSignIn,
  CompletedSignIn,
  ContinueAt,
  SignInWays,
} from '@lofteskartan/shared/contracts/sign-in-ways';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';
import { sessionQuery, welcome } from '../../platform/session.js';

/** How staff can sign in here. */
export const waysQuery = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: ({ signal }) => api.get<SignInWays>('/sign-in-ways', { signal }),
  staleTime: 60 * 60_000,
});

/** What a link is for; it is asked once, and never kept. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['account-link', token],
    queryFn: ({ signal }) => api.post<AccountLink>('/account-links/openings', { token }, { signal }),
    retry: false,
    gcTime: 0,
    staleTime: Infinity,
  });

export function useChoosePassword() {
  return useMutation({ mutationFn: (body: ChoosePassword) => api.post('/account-links/passwords', body) });
}

export function useAskPasswordReset() {
  return useMutation({ mutationFn: (body: AskPasswordReset) => api.post('/password-resets', body) });
}

/** Goes to a sign-in service; the page is left. */
export function useBeginSignIn() {
  return useMutation({
    mutationFn: (body: BeginSignIn) => api.post<ContinueAt>('/service-sign-ins', body),
    onSuccess: ({ address }) => {
      window.location.assign(address);
    },
  });
}

/** Comes back from a sign-in service. */
export function useCompleteSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (query: string) => api.post<CompletedSignIn>('/service-sign-ins/completions', { query }),
    onSuccess: ({ session }) => {
      welcome(queries, session);
    },
  });
}

/** One's own account. */
export const ownAccountQuery = queryOptions({
  queryKey: ['own-account'],
  queryFn: ({ signal }) => api.get<OwnAccount>('/account', { signal }),
});

/** One's own sessions. */
export const ownSessionsQuery = queryOptions({
  queryKey: ['own-account', 'sessions'],
  queryFn: ({ signal }) => api.get<AccountSessions>('/account/sessions', { signal }),
});

/** Somebody's sessions, for administrators. */
export const sessionsOfQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['accounts', accountId, 'sessions'],
    queryFn: ({ signal }) => api.get<AccountSessions>(`/accounts/${accountId}/sessions`, { signal }),
  });

/** What changes one's own account; the session is read anew, since it tells the name and what is left to do. */
function useOwnChange<Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['own-account'] }),
        queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]),
  });
}

export const useRename = () => useOwnChange((name: string) => api.patch<OwnAccount>('/account', { name }));

export const useChangePassword = () =>
  useOwnChange((body: ChangeOwnPassword) => api.post('/account/password', body));

/** The secret is shown, and kept nowhere. */
export function useBeginFactor() {
  return useMutation({
    mutationFn: () => api.post<SecondFactorSecret>('/account/second-factor', {}),
    gcTime: 0,
  });
}

export const useConfirmFactor = () =>
  useOwnChange((code: string) => api.post<RecoveryCodes>('/account/second-factor/confirmation', { code }));

export const useRemoveFactor = () =>
  useOwnChange((code: string) => api.post('/account/second-factor/removal', { code }));

export const useRenewCodes = () =>
  useOwnChange((code: string) => api.post<RecoveryCodes>('/account/recovery-codes', { code }));

/** Ends one of one's own sessions; without an id all others. */
export const useEndOwnSession = () =>
  useOwnChange((id: string | null) => api.delete(id ? `/account/sessions/${id}` : '/account/sessions'));

/** What an administrator does about how somebody gets in. */
function useAccountAct<Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
}

/** Makes a link for somebody: to come in for the first time, or to choose a new password. */
export const useIssueLink = () =>
  useAccountAct(({ id, what, key }: { id: string; what: 'invitations' | 'password-resets'; key: string }) =>
    api.post<IssuedLink>(`/accounts/${id}/${what}`, {}, { idempotencyKey: key }),
  );

export const useRevokeInvitation = () =>
  useAccountAct((id: string) => api.delete(`/accounts/${id}/invitations`));

export const useResetFactor = () =>
  useAccountAct((id: string) => api.delete(`/accounts/${id}/second-factor`));

/** Ends one of somebody's sessions, or all of them. */
export const useEndSessionOf = () =>
  useAccountAct(({ id, session }: { id: string; session: string | null }) =>
    api.delete(`/accounts/${id}/sessions${session ? `/${session}` : ''}`),
  );
