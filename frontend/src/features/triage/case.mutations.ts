import type { TellOnBehalf } from '@lofteskartan/shared/contracts/asked-on-behalf';
import type { ReadHeldTexts } from '@lofteskartan/shared/contracts/block-list';
import type { OpenedContact } from '@lofteskartan/shared/contracts/contacts';
import type { EditWords } from '@lofteskartan/shared/contracts/edited-words';
import type { CloseOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type { CloseReports } from '@lofteskartan/shared/contracts/reports';
import type { CloseSupporterOutcomes } from '@lofteskartan/shared/contracts/supporter-outcomes';
import type {
  CorrectProposal,
  MoveProposal,
  PublishProposal,
  TriageProposal,
  WriteNote,
} from '@lofteskartan/shared/contracts/triage';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../platform/api.js';
import { caseQuery } from './triage.queries.js';

type Act =
  | 'moves'
  | 'publication'
  | 'notes'
  | 'corrections'
  | 'report-closings'
  | 'outcome-closings'
  | 'supporter-outcome-closings'
  | 'outcomes'
  | 'edited-words';

/** An act on a case: its answer is the case as it is now. The queue and the counts follow. */
function useCaseAct<Body extends object>(reference: string, act: Act) {
  const queries = useQueryClient();
  const { queryKey } = caseQuery(reference);
  return useMutation({
    mutationFn: (body: Body) =>
      api.post<TriageProposal>(`/triage/proposals/${encodeURIComponent(reference)}/${act}`, body),
    onSuccess: (proposal) => {
      queries.setQueryData(queryKey, proposal);
      for (const changed of [['triage', 'queue'], ['triage', 'summary'], ['proposals']])
        void queries.invalidateQueries({ queryKey: changed });
    },
  });
}

/** Moves the case to another status. */
export const useMove = (reference: string) => useCaseAct<MoveProposal>(reference, 'moves');
/** Decides what becomes public. */
export const usePublish = (reference: string) => useCaseAct<PublishProposal>(reference, 'publication');
/** Edits the words that everyone reads. */
export const useEditWords = (reference: string) => useCaseAct<EditWords>(reference, 'edited-words');
/** Writes an internal note. */
export const useWriteNote = (reference: string) => useCaseAct<WriteNote>(reference, 'notes');
/** Says what was done about the sender's answer to "did it help?". */
export const useCloseOutcome = (reference: string) => useCaseAct<CloseOutcome>(reference, 'outcome-closings');
/** Says what was done about what supporters answered. */
export const useCloseSupporterOutcomes = (reference: string) =>
  useCaseAct<CloseSupporterOutcomes>(reference, 'supporter-outcome-closings');
/** Writes down what somebody said whom staff asked. */
export const useTellOnBehalf = (reference: string) => useCaseAct<TellOnBehalf>(reference, 'outcomes');
/** Corrects what was sent. */
export const useCorrect = (reference: string) => useCaseAct<CorrectProposal>(reference, 'corrections');

/** Opens the sender's contact: it is logged, and nowhere kept. */
export function useOpenContact(reference: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.post<OpenedContact>(`/triage/proposals/${encodeURIComponent(reference)}/contact-openings`, {}),
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: caseQuery(reference).queryKey }),
  });
}
/** Says that texts which the block list held have been read. */
export function useReadHeldTexts(reference: string) {
  const queries = useQueryClient();
  return useMutation<TriageProposal, Problem, ReadHeldTexts & { key: string }>({
    mutationFn: ({ ids, key: idempotencyKey }) =>
      api.post<TriageProposal>(
        `/triage/proposals/${encodeURIComponent(reference)}/held-texts/readings`,
        { ids },
        { idempotencyKey },
      ),
    onSuccess: (proposal) => {
      queries.setQueryData(caseQuery(reference).queryKey, proposal);
      void queries.invalidateQueries({ queryKey: ['triage', 'queue'] });
    },
  });
}
/** Closes reports. */
export const useCloseReports = (reference: string) => useCaseAct<CloseReports>(reference, 'report-closings');
