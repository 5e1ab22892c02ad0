import type {
  ImportPlaces,
  PlaceReport,
  PutPlace,
  TownPlacePage,
} from '@lofteskartan/shared/contracts/place-list';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';
import { townQuery } from './town.queries.js';

const pathOf = (slug: string) => `/municipalities/${encodeURIComponent(slug)}/place-list`;

/** The place list as its keepers see it. */
export const placeListQuery = (slug: string) =>
  queryOptions({
    queryKey: ['place-list', slug],
    queryFn: ({ signal }) => api.get<TownPlacePage>(pathOf(slug), { signal }),
    enabled: slug !== '',
  });

/** Everything that shows places or the municipality's version is fetched anew. */
function useRefresh(slug: string) {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: placeListQuery(slug).queryKey }),
      queries.invalidateQueries({ queryKey: townQuery(slug).queryKey }),
      queries.invalidateQueries({ queryKey: ['municipalities'] }),
    ]);
}

/** What becomes of a place: without an id it is new, without words it is removed. */
export interface PlaceChange {
  version: number;
  id?: string;
  words?: Omit<PutPlace, 'version'>;
}

export const useChangePlace = (slug: string) => {
  const refresh = useRefresh(slug);
  return useMutation({
    mutationFn: ({ version, id, words }: PlaceChange) => {
      if (!words) return api.delete<TownPlacePage>(`${pathOf(slug)}/${id ?? ''}`, { query: { version } });
      const body: PutPlace = { ...words, version };
      return id === undefined
        ? api.post<TownPlacePage>(pathOf(slug), body)
        : api.put<TownPlacePage>(`${pathOf(slug)}/${id}`, body);
    },
    onSettled: refresh,
  });
};

/** Asks what a file would do; nothing is saved. */
export const usePreviewPlaces = (slug: string) =>
  useMutation({
    mutationFn: (text: string) => api.post<PlaceReport>(`${pathOf(slug)}/imports/preview`, { text }),
  });

export const useImportPlaces = (slug: string) => {
  const refresh = useRefresh(slug);
  return useMutation({
    mutationFn: ({ body, key }: { body: ImportPlaces; key: string }) =>
      api.post<PlaceReport>(`${pathOf(slug)}/imports`, body, { idempotencyKey: key }),
    onSettled: refresh,
  });
};
