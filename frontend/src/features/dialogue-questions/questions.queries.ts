import type { MailToken } from '@lofteskartan/shared/contracts/contacts';
import type {
  AskQuestion,
  FollowedQuestion,
  PublicQuestions,
  QuestionContactReceipt,
  QuestionReceipt,
  QuestionStory,
  SimilarQuestions,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../platform/api.js';

const pathOf = (dialogue: string): string => `/medborgardialoger/${encodeURIComponent(dialogue)}/questions`;

/** The published questions of a dialogue, or those with words. */
export const questionsQuery = (dialogue: string, q: string) =>
  queryOptions({
    queryKey: ['dialogue-questions', 'list', dialogue, q],
    queryFn: ({ signal }) =>
      api.get<PublicQuestions>(pathOf(dialogue), { query: q === '' ? {} : { q }, signal }),
    placeholderData: keepPreviousData,
  });

/** Published questions like what somebody has written. */
export const similarQuestionsQuery = (dialogue: string, text: string) =>
  queryOptions({
    queryKey: ['dialogue-questions', 'similar', dialogue, text],
    queryFn: ({ signal }) =>
      api.get<SimilarQuestions>(`${pathOf(dialogue)}/similar`, { query: { text }, signal }),
    enabled: text !== '',
  });

/** One published question. */
export const questionQuery = (reference: string) =>
  queryOptions({
    queryKey: ['dialogue-questions', 'one', reference],
    queryFn: ({ signal }) =>
      api.get<QuestionStory>(`/medborgardialog-questions/${encodeURIComponent(reference)}`, { signal }),
  });

/** Asks a question; with the same key after a failed network it is asked once. */
export const useAsk = (dialogue: string) =>
  useMutation<QuestionReceipt, Problem, { body: AskQuestion; idempotencyKey: string }>({
    mutationFn: ({ body, idempotencyKey }) => api.post(pathOf(dialogue), body, { idempotencyKey }),
  });

/** One's own question. The token goes in a header alone. */
export const followedQuestionQuery = (followToken: string | null) =>
  queryOptions({
    queryKey: ['question-follow', followToken],
    queryFn: ({ signal }) =>
      api.get<FollowedQuestion>('/question-follow', { followToken: followToken ?? undefined, signal }),
    enabled: followToken !== null,
  });

function useOwnAct<Given>(followToken: string, act: (given: Given) => Promise<FollowedQuestion>) {
  const queries = useQueryClient();
  return useMutation<FollowedQuestion, Problem, Given>({
    mutationFn: act,
    onSuccess: (followed) => {
      queries.setQueryData(followedQuestionQuery(followToken).queryKey, followed);
      void queries.invalidateQueries({ queryKey: ['dialogue-questions'] });
    },
  });
}

/** Takes the question back, for good. */
export const useWithdrawQuestion = (followToken: string) =>
  useOwnAct<undefined>(followToken, () => api.post('/question-follow/withdrawals', {}, { followToken }));

/** Saves where the answer goes. */
export const useSaveQuestionContact = (followToken: string) =>
  useOwnAct<string>(followToken, (email) => api.put('/question-follow/contact', { email }, { followToken }));

/** Removes the address: nobody is written to any more. */
export const useRemoveQuestionContact = (followToken: string) =>
  useOwnAct<undefined>(followToken, async () => {
    await api.delete('/question-follow/contact', { followToken });
    return api.get('/question-follow', { followToken });
  });

/** Says that the address is one's own. */
export const useConfirmQuestionContact = () =>
  useMutation({
    mutationFn: (body: MailToken) =>
      api.post<QuestionContactReceipt>('/question-contact-confirmations', body),
  });

/** Ends all mail about a question. */
export const useStopQuestionMail = () =>
  useMutation({
    mutationFn: (body: MailToken) => api.post<QuestionContactReceipt>('/question-contact-stops', body),
  });
