import type {
  AddReplyTemplate,
  ChangeReplyTemplate,
  ReplyTemplate,
  ReplyTemplateHistory,
  ReplyTemplates,
} from '@lofteskartan/shared/contracts/reply-templates';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newKey, type Problem } from '../../platform/api.js';

const key = ['triage', 'templates'];

/** The reply templates of one's own municipalities, those that are put away too. */
export const templatesQuery = queryOptions({
  queryKey: key,
  queryFn: ({ signal }) => api.get<ReplyTemplates>('/triage/reply-templates', { signal }),
  staleTime: 60_000,
});

/** All that a template has been. */
export const templateHistoryQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: [...key, id, version],
    queryFn: ({ signal }) =>
      api.get<ReplyTemplateHistory>(`/triage/reply-templates/${id}/versions`, { signal }),
  });

/** Adds a template, or changes the one of an id. */
export function useSaveTemplate(id: string | null) {
  const queries = useQueryClient();
  const intention = useRef(newKey());
  return useMutation<ReplyTemplate, Problem, AddReplyTemplate | ChangeReplyTemplate>({
    mutationFn: (body) =>
      id === null
        ? api.post<ReplyTemplate>('/triage/reply-templates', body, { idempotencyKey: intention.current })
        : api.put<ReplyTemplate>(`/triage/reply-templates/${id}`, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
    onError: ({ status }) => {
      if (status !== 0) intention.current = newKey();
    },
  });
}
