import type {
  CorrectProposal,
  MoveProposal,
  PublishProposal,
  WriteNote,
} from '@lofteskartan/shared/contracts/triage';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../platform/api.js';
import { caseQuery } from './triage.queries.js';

type Act = 'moves' | 'publication' | 'notes' | 'corrections';

/** An act on a case: the case is read again afterwards, also when somebody else was first; the queue and the counts follow. */
function useCaseAct<Body extends object>(reference: string, act: Act) {
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: caseQuery(reference).queryKey }),
      queries.invalidateQueries({ queryKey: ['triage', 'queue'] }),
      queries.invalidateQueries({ queryKey: ['triage', 'summary'] }),
    ]);
  return useMutation({
    mutationFn: (body: Body) =>
      api.post<unknown>(`/triage/proposals/${encodeURIComponent(reference)}/${act}`, body),
    onSuccess: refresh,
    onError: async (problem: Problem) => {
      if (problem.status === 409) await refresh();
    },
  });
}

/** Moves the case to another status. */
export const useMove = (reference: string) => useCaseAct<MoveProposal>(reference, 'moves');
/** Decides what becomes public. */
export const usePublish = (reference: string) => useCaseAct<PublishProposal>(reference, 'publication');
/** Writes an internal note. */
export const useWriteNote = (reference: string) => useCaseAct<WriteNote>(reference, 'notes');
/** Corrects what was sent. */
export const useCorrect = (reference: string) => useCaseAct<CorrectProposal>(reference, 'corrections');
