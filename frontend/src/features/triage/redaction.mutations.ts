import type { RedactPhoto } from '@lofteskartan/shared/contracts/redactions';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newKey, type Problem } from '../../platform/api.js';
import { caseQuery } from './triage.queries.js';

/** Which photo of which proposal. */
export interface PhotoOf {
  readonly reference: string;
  readonly photoId: string;
}

/** Where a photo is on the staff’s side. */
export const photoAddress = ({ reference, photoId }: PhotoOf): string =>
  `/triage/proposals/${encodeURIComponent(reference)}/photos/${photoId}`;

/** Where the original of a covered photo is fetched: each time is written down. */
export const originalAddress = (photo: PhotoOf): string => `/api/v1${photoAddress(photo)}/original`;

function useRedaction<Given>(
  photo: PhotoOf,
  send: (given: Given, idempotencyKey: string) => Promise<TriageProposal>,
) {
  const queries = useQueryClient();
  const key = useRef(newKey());
  const { queryKey } = caseQuery(photo.reference);
  return useMutation<TriageProposal, Problem, Given>({
    mutationFn: (given) => send(given, key.current),
    onSuccess: (proposal) => {
      key.current = newKey();
      queries.setQueryData(queryKey, proposal);
      for (const changed of [['triage', 'queue'], ['triage', 'summary'], ['proposals']])
        void queries.invalidateQueries({ queryKey: changed });
    },
    onError: ({ status }) => {
      // After a lost answer the same key asks for it again.
      if (status !== 0) key.current = newKey();
    },
  });
}

/** Covers parts of a photo. */
export const useRedact = (photo: PhotoOf) =>
  useRedaction<RedactPhoto>(photo, (body, idempotencyKey) =>
    api.post<TriageProposal>(`${photoAddress(photo)}/redactions`, body, { idempotencyKey }),
  );

/** Takes the covering of a photo back. */
export const useUnredact = (photo: PhotoOf) =>
  useRedaction<{ version: number }>(photo, (query, idempotencyKey) =>
    api.delete<TriageProposal>(`${photoAddress(photo)}/redactions`, { query: { ...query }, idempotencyKey }),
  );
