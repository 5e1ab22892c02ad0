import type {
  AskLive,
  CastVote,
  DropPin,
  LiveDialogue,
  ProposeStatement,
} from '@lofteskartan/shared/contracts/medborgardialog-live';
import type {
  AddStatement,
  ChangeStatement,
  ConductLive,
  StaffLive,
} from '@lofteskartan/shared/contracts/medborgardialog-statements';
import type {
  PublishQuestion,
  RefuseQuestion,
  WorkQuestions,
} from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import type {
  QuestionReceipt,
  QuestionSupportReceipt,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../platform/api.js';
import { followLive, openEventSource, type LineState } from './live-line.js';

const livePath = (code: string): string => `/live/${encodeURIComponent(code)}`;
const workPath = (reference: string): string => `/dialogues/${encodeURIComponent(reference)}`;

/** What a dialogue shows. */
export const liveQuery = (code: string) =>
  queryOptions({
    queryKey: ['live', code],
    queryFn: ({ signal }) => api.get<LiveDialogue>(livePath(code), { signal, anonymous: true }),
    enabled: code !== '',
    staleTime: 2_000,
  });

/** What a dialogue shows, as it changes, and how the news come. */
export function useLive(code: string) {
  const queries = useQueryClient();
  const [line, setLine] = useState<LineState>('held');
  const query = useQuery(liveQuery(code));
  const isThere = query.data !== undefined;
  useEffect(
    function follow() {
      if (!isThere) return undefined;
      return followLive(
        {
          open: openEventSource(`/api/v1${livePath(code)}/stream`),
          ask: () => api.get<LiveDialogue>(livePath(code), { anonymous: true }),
        },
        (live) => {
          queries.setQueryData(liveQuery(code).queryKey, live);
        },
        setLine,
      );
    },
    [code, isThere, queries],
  );
  return { ...query, line };
}

/** Votes. Nothing that is sent says which phone it was, but the number that it made up. */
export const useCastVote = (code: string) =>
  useMutation({
    mutationFn: (body: CastVote) => api.put<undefined>(`${livePath(code)}/votes`, body, { anonymous: true }),
  });

/** Questions and their support are counted by device, as everywhere. */
export const useAskLive = (code: string) =>
  useMutation({
    mutationFn: ({ key, ...body }: AskLive & { key: string }) =>
      api.post<QuestionReceipt>(`${livePath(code)}/questions`, body, { idempotencyKey: key }),
  });

export const useSupportQuestion = () =>
  useMutation({
    mutationFn: ({ reference, key }: { reference: string; key: string }) =>
      api.post<QuestionSupportReceipt>(
        `/medborgardialog-questions/${encodeURIComponent(reference)}/support`,
        {},
        { idempotencyKey: key },
      ),
  });

export const useProposeStatement = (code: string) =>
  useMutation({
    mutationFn: ({ key, ...body }: ProposeStatement & { key: string }) =>
      api.post<undefined>(`${livePath(code)}/statements`, body, { idempotencyKey: key, anonymous: true }),
  });

export const useDropPin = (code: string) =>
  useMutation({
    mutationFn: ({ key, ...body }: DropPin & { key: string }) =>
      api.post<ProposalReceipt>(`${livePath(code)}/pins`, body, { idempotencyKey: key, anonymous: true }),
  });

/** A dialogue as those who conduct it see it. */
export const staffLiveQuery = (reference: string) =>
  queryOptions({
    queryKey: ['dialogue-live', reference],
    queryFn: ({ signal }) => api.get<StaffLive>(`${workPath(reference)}/live`, { signal }),
    staleTime: 0,
  });

/** Something that those who conduct it do; what comes back stands where the page reads it. */
function useConductAct<Given>(reference: string, act: (path: string, given: Given) => Promise<StaffLive>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => act(workPath(reference), given),
    onSuccess: (staff) => {
      queries.setQueryData(staffLiveQuery(reference).queryKey, staff);
    },
  });
}

export const useConduct = (reference: string) =>
  useConductAct(reference, (path, body: ConductLive) => api.put(`${path}/live`, body));

export const useAddStatement = (reference: string) =>
  useConductAct(reference, (path, { key, ...body }: AddStatement & { key: string }) =>
    api.post(`${path}/statements`, body, { idempotencyKey: key }),
  );

export const useChangeStatement = (reference: string) =>
  useConductAct(reference, (path, { id, ...body }: ChangeStatement & { id: string }) =>
    api.put(`${path}/statements/${id}`, body),
  );

/** All questions of a dialogue, as those who conduct it read them; they come while it is held. */
export const workQuestionsQuery = (reference: string) =>
  queryOptions({
    queryKey: ['dialogue-live', reference, 'questions'],
    queryFn: ({ signal }) => api.get<WorkQuestions>(`${workPath(reference)}/questions`, { signal }),
    staleTime: 0,
    refetchInterval: 5_000,
  });

/** Something that is done to a question; all questions are read anew. */
function useQuestionAct<Body extends object>(reference: string, act: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ question, ...body }: Body & { question: string }) =>
      api.post<unknown>(`${workPath(reference)}/questions/${encodeURIComponent(question)}/${act}`, body),
    onSettled: () => queries.invalidateQueries({ queryKey: ['dialogue-live', reference] }),
  });
}

export const usePublishQuestion = (reference: string) =>
  useQuestionAct<PublishQuestion>(reference, 'publications');

export const useHideQuestion = (reference: string) => useQuestionAct<RefuseQuestion>(reference, 'refusals');
