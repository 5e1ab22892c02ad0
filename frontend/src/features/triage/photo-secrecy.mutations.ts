import type { MarkPhotoSecret } from '@lofteskartan/shared/contracts/photo-secrecy';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../platform/api.js';
import { photoAddress, type PhotoOf } from './redaction.mutations.js';
import { caseQuery } from './triage.queries.js';

function useSecrecy<Given>(photo: PhotoOf, send: (address: string, given: Given) => Promise<TriageProposal>) {
  const queries = useQueryClient();
  const { queryKey } = caseQuery(photo.reference);
  return useMutation<TriageProposal, Problem, Given>({
    mutationFn: (given) => send(`${photoAddress(photo)}/secrecy`, given),
    onSuccess: (proposal) => {
      queries.setQueryData(queryKey, proposal);
      for (const changed of [['triage', 'queue'], ['triage', 'summary'], ['proposals']])
        void queries.invalidateQueries({ queryKey: changed });
    },
  });
}

/** Marks a photo as secret. */
export const useMarkSecret = (photo: PhotoOf) =>
  useSecrecy<MarkPhotoSecret>(photo, (address, body) => api.put<TriageProposal>(address, body));

/** Lifts the mark of a photo. */
export const useLiftSecrecy = (photo: PhotoOf) =>
  useSecrecy<{ version: number }>(photo, (address, query) =>
    api.delete<TriageProposal>(address, { query: { ...query } }),
  );
