import type {
  EditQuestion,
  GatherQuestion,
  PublishQuestion,
  RefuseQuestion,
  SeparateQuestion,
  WorkQuestionDetail,
  WorkQuestions,
} from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../platform/api.js';

const pathOf = (dialogue: string): string => `/dialogues/${encodeURIComponent(dialogue)}/questions`;

/** All questions of a dialogue as staff work with them. */
export const questionWorkQuery = (dialogue: string) =>
  queryOptions({
    queryKey: ['dialogues', dialogue, 'questions'],
    queryFn: ({ signal }) => api.get<WorkQuestions>(pathOf(dialogue), { signal }),
  });

/** One of them with its history and others like it. */
export const questionDetailQuery = (dialogue: string, question: string) =>
  queryOptions({
    queryKey: ['dialogues', dialogue, 'questions', question],
    queryFn: ({ signal }) => api.get<WorkQuestionDetail>(`${pathOf(dialogue)}/${question}`, { signal }),
  });

/** Something that is done with a question. */
export type QuestionDeed =
  | { readonly act: 'publish'; readonly body: PublishQuestion }
  | { readonly act: 'edit'; readonly body: EditQuestion }
  | { readonly act: 'refuse'; readonly body: RefuseQuestion }
  | { readonly act: 'gather'; readonly body: GatherQuestion }
  | { readonly act: 'separate'; readonly body: SeparateQuestion };

const endings = {
  publish: 'publications',
  edit: 'words',
  refuse: 'refusals',
  gather: 'gatherings',
  separate: 'separations',
} as const;

/** Does it; afterwards, and when somebody else was first, the list is read anew. */
export function useQuestionDeed(dialogue: string) {
  const queries = useQueryClient();
  return useMutation<WorkQuestionDetail, Problem, QuestionDeed & { readonly question: string }>({
    mutationFn: ({ question, act, body }) => {
      const path = `${pathOf(dialogue)}/${question}/${endings[act]}`;
      return act === 'edit' ? api.put(path, body) : api.post(path, body);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['dialogues', dialogue, 'questions'] }),
  });
}
