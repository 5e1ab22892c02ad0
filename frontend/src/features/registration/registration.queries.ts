import type {
  ProposalReceipt,
  SimilarProposals,
  SupportReceipt,
} from '@lofteskartan/shared/contracts/proposals';
import type { RegisterProposal, RegisterSupport } from '@lofteskartan/shared/contracts/registrations';
import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** What neighbours have asked for near a place. */
export const neighboursQuery = (kind: ProposalKind, position: Position | null) =>
  queryOptions({
    queryKey: ['proposals', 'similar', kind, position],
    queryFn: ({ signal }) =>
      api.get<SimilarProposals>('/proposals/similar', {
        query: { kind, position: position?.join(',') ?? '' },
        signal,
      }),
    enabled: position !== null,
  });

/** Registers a proposal; the key makes a repeat harmless. */
export function useRegister() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: RegisterProposal; key: string }) =>
      api.post<ProposalReceipt>('/registrations', body, { idempotencyKey: key }),
    onSuccess: () => {
      for (const changed of [['triage', 'queue'], ['triage', 'summary'], ['proposals']])
        void queries.invalidateQueries({ queryKey: changed });
    },
  });
}

/** Registers a support. */
export function useRegisterSupport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ reference, body, key }: { reference: string; body: RegisterSupport; key: string }) =>
      api.post<SupportReceipt>(`/triage/proposals/${encodeURIComponent(reference)}/supports`, body, {
        idempotencyKey: key,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['proposals'] }),
  });
}
