import type { BlockListView, PutBlockList } from '@lofteskartan/shared/contracts/block-list';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../platform/api.js';
import { townQuery } from './town.queries.js';

const pathOf = (slug: string) => `/municipalities/${encodeURIComponent(slug)}/block-list`;

/** The block list of a municipality. */
export const blockListQuery = (slug: string) =>
  queryOptions({
    queryKey: ['block-list', slug],
    queryFn: ({ signal }) => api.get<BlockListView>(pathOf(slug), { signal }),
    enabled: slug !== '',
  });

/** Makes these the words of the list. */
export function useSaveBlockList(slug: string) {
  const queries = useQueryClient();
  const { queryKey } = blockListQuery(slug);
  return useMutation<BlockListView, Problem, PutBlockList>({
    mutationFn: (body) => api.put<BlockListView>(pathOf(slug), body),
    onSuccess: async (list) => {
      queries.setQueryData(queryKey, list);
      await queries.invalidateQueries({ queryKey: townQuery(slug).queryKey });
    },
  });
}
