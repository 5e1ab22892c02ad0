import type {
  ChangeMunicipalitySettings,
  VersionedSettings,
} from '@lofteskartan/shared/contracts/municipalities';
import type { CreatedAccount } from '@lofteskartan/shared/contracts/account-links';
import type {
  Account,
  AccountPage,
  ChangeAccount,
  CreateAccount,
  OrganisationPage,
} from '@lofteskartan/shared/contracts/staff';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** The accounts of one's own municipalities. */
export const accountsQuery = infiniteQueryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal, pageParam }) =>
    api.get<AccountPage>('/accounts', { query: { limit: 50, cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

/** The organisations that accounts can belong to. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: ({ signal }) => api.get<OrganisationPage>('/organisations', { query: { limit: 100 }, signal }),
  staleTime: 10 * 60_000,
});

/** Creates an account; the key makes a repeat harmless. */
export function useCreateAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: CreateAccount; key: string }) =>
      api.post<CreatedAccount>('/accounts', body, { idempotencyKey: key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
}

/** Changes an account: name, roles, or whether it is open. */
export function useChangeAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: ChangeAccount }) =>
      api.patch<Account>(`/accounts/${id}`, body),
    // Also when it failed: somebody else may have been first.
    onSettled: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
}

/** Fetches an account as it is now. */
export function useReadAccount() {
  const queries = useQueryClient();
  return async (account: Account): Promise<Account> => {
    const { queryKey } = accountsQuery;
    await queries.refetchQueries({ queryKey }, { throwOnError: true });
    const items = queries.getQueryData(queryKey)?.pages.flatMap((page) => page.items);
    return items?.find(({ id }) => id === account.id) ?? account;
  };
}

/** A municipality's settings. */
export const settingsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['settings', municipality],
    queryFn: ({ signal }) =>
      api.get<VersionedSettings>(`/municipalities/${encodeURIComponent(municipality)}/settings`, {
        signal,
      }),
    enabled: municipality !== '',
  });

/** Changes some of a municipality's settings. */
export function useChangeSettings(municipality: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangeMunicipalitySettings) =>
      api.patch<VersionedSettings>(`/municipalities/${encodeURIComponent(municipality)}/settings`, body),
    onSuccess: (settings) => {
      queries.setQueryData(settingsQuery(municipality).queryKey, settings);
      return queries.invalidateQueries({ queryKey: ['municipalities', municipality] });
    },
  });
}
