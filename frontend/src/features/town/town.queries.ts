import type { ChangeOrganisation, CreateOrganisation } from '@lofteskartan/shared/contracts/organisations';
import type {
  CommitmentOpening,
  CommitmentOpeningPage,
  PutOpeningBalance,
} from '@lofteskartan/shared/contracts/opening-balances';
import type { FormerShapePage, ShapeKind, ShapeReport } from '@lofteskartan/shared/contracts/shapes';
import type { Organisation, OrganisationPage } from '@lofteskartan/shared/contracts/staff';
import type { ChangeTown, CreateTown, Town, TownLocalityDraft } from '@lofteskartan/shared/contracts/town';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

const pathOf = (slug: string) => `/municipalities/${encodeURIComponent(slug)}`;

/** A municipality as those who administer it see it. */
export const townQuery = (slug: string) =>
  queryOptions({
    queryKey: ['town', slug],
    queryFn: ({ signal }) => api.get<Town>(`${pathOf(slug)}/administration`, { signal }),
    enabled: slug !== '',
  });

/** The outlines or sketches that a municipality had before. */
export const formerShapesQuery = (slug: string, kind: ShapeKind) =>
  queryOptions({
    queryKey: ['town', slug, 'former', kind],
    queryFn: ({ signal }) => api.get<FormerShapePage>(`${pathOf(slug)}/shapes/${kind}/former`, { signal }),
    enabled: slug !== '',
  });

/** Does something to a municipality, and lets every page know how it is now. */
function useTownChange<Input>(slug: string, change: (input: Input) => Promise<Town>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (town) => {
      queries.setQueryData(townQuery(slug).queryKey, town);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['municipalities'] }),
        queries.invalidateQueries({ queryKey: ['town', slug] }),
      ]);
    },
  });
}

export const useChangeTown = (slug: string) =>
  useTownChange(slug, (body: ChangeTown) => api.patch<Town>(`${pathOf(slug)}/administration`, body));

export const useOpenTown = (slug: string) =>
  useTownChange(slug, (version: number) => api.post<Town>(`${pathOf(slug)}/opening`, { version }));

/** What became of a locality: without a slug it is new, without words it is removed. */
export interface LocalityChange {
  version: number;
  slug?: string;
  words?: TownLocalityDraft;
}

export const useChangeLocality = (slug: string) =>
  useTownChange(slug, ({ version, slug: locality, words }: LocalityChange) => {
    const path = `${pathOf(slug)}/localities`;
    if (!words) return api.delete<Town>(`${path}/${locality ?? ''}`, { query: { version } });
    const body = Object.assign({}, words, { version });
    return locality === undefined ? api.post<Town>(path, body) : api.put<Town>(`${path}/${locality}`, body);
  });

/** Asks what a file holds; nothing is saved. */
export const useCheckShape = (slug: string, kind: ShapeKind) =>
  useMutation({
    mutationFn: (text: string) => api.post<ShapeReport>(`${pathOf(slug)}/shapes/${kind}/checks`, { text }),
  });

export const useReplaceShape = (slug: string, kind: ShapeKind) =>
  useTownChange(slug, (body: { text: string; version: number }) =>
    api.put<Town>(`${pathOf(slug)}/shapes/${kind}`, body),
  );

export const useTakeShapeBack = (slug: string, kind: ShapeKind) =>
  useTownChange(slug, (body: { id: string; version: number }) =>
    api.post<Town>(`${pathOf(slug)}/shapes/${kind}/returns`, body),
  );

/** Every organisation that this person may see. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: ({ signal }) => api.get<OrganisationPage>('/organisations', { query: { limit: 100 }, signal }),
  staleTime: 10 * 60_000,
});

/** Creates an organisation, or changes the one of a slug. */
export function useSaveOrganisation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      slug,
      body,
      key,
    }: {
      slug?: string;
      body: CreateOrganisation | ChangeOrganisation;
      key: string;
    }) =>
      slug === undefined
        ? api.post<Organisation>('/organisations', body, { idempotencyKey: key })
        : api.put<Organisation>(`/organisations/${slug}`, body),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['organisations'] }),
        queries.invalidateQueries({ queryKey: ['town'] }),
        queries.invalidateQueries({ queryKey: ['municipalities'] }),
      ]),
  });
}

/** Adds a municipality; whoever does becomes its administrator, which the session then says. */
export function useCreateTown() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: CreateTown; key: string }) =>
      api.post<Town>('/municipalities', body, { idempotencyKey: key }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['session'] }),
        queries.invalidateQueries({ queryKey: ['organisations'] }),
      ]),
  });
}

/** Commitments that are counted, and what was done of each before the platform. */
export const openingsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['opening-balances', municipality],
    queryFn: ({ signal }) =>
      api.get<CommitmentOpeningPage>('/opening-balances', { query: { municipality }, signal }),
    enabled: municipality !== '',
  });

/** Writes an opening balance, or takes it away; what everyone reads of the progress is fetched anew. */
export function usePutOpening() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: PutOpeningBalance }) =>
      api.put<CommitmentOpening>(`/commitments/${id}/opening-balance`, body),
    onSettled: () =>
      Promise.all(
        ['opening-balances', 'medborgarloften', 'commitments'].map((noun) =>
          queries.invalidateQueries({ queryKey: [noun] }),
        ),
      ),
  });
}
