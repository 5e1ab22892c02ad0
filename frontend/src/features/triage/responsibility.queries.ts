import type { CalledBack } from '@lofteskartan/shared/contracts/asked-on-behalf';
import type { LinkFaultReport } from '@lofteskartan/shared/contracts/fault-reports';
import type {
  EndReferral,
  PreviewReferral,
  ProposalResponsibility,
  ReferralPreview,
} from '@lofteskartan/shared/contracts/referrals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';
import { caseQuery } from './triage.queries.js';

const address = (reference: string, act: string) =>
  `/triage/proposals/${encodeURIComponent(reference)}/${act}`;

/** Who answers for a case's place, who has it, and what was reported elsewhere. A move of the case may change it: the version is part of the key. */
export const responsibilityQuery = (reference: string, version: number) =>
  queryOptions({
    queryKey: ['triage', 'responsibility', reference, version],
    queryFn: ({ signal }) =>
      api.get<ProposalResponsibility>(address(reference, 'responsibility'), { signal }),
  });

/** The mail that a referral would send. */
export const referralPreviewQuery = (reference: string, body: PreviewReferral) =>
  queryOptions({
    queryKey: ['triage', 'referral-preview', reference, body],
    queryFn: () => api.post<ReferralPreview>(address(reference, 'referral-previews'), body),
    enabled: body.bodyId !== '',
    staleTime: 60_000,
  });

function keep(queries: QueryClient, { reference, version }: TriageProposal, answer: ProposalResponsibility) {
  queries.setQueryData(responsibilityQuery(reference, version).queryKey, answer);
  void queries.invalidateQueries({ queryKey: caseQuery(reference).queryKey });
}

/** Sets who answers for the place. */
export function useSetBody(proposal: TriageProposal) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (bodyId: string | null) =>
      api.put<ProposalResponsibility>(address(proposal.reference, 'body'), { bodyId }),
    onSuccess: (answer) => {
      keep(queries, proposal, answer);
    },
  });
}

/** Links a fault report. */
export function useLinkFault(proposal: TriageProposal) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: LinkFaultReport) =>
      api.post<ProposalResponsibility>(address(proposal.reference, 'fault-reports'), body),
    onSuccess: (answer) => {
      keep(queries, proposal, answer);
    },
  });
}

function useCaseChange<Body extends object>(reference: string, act: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => api.post<TriageProposal>(address(reference, act), body),
    onSuccess: (proposal) => {
      queries.setQueryData(caseQuery(reference).queryKey, proposal);
      for (const changed of [['triage', 'queue'], ['triage', 'summary'], ['proposals']])
        void queries.invalidateQueries({ queryKey: changed });
    },
  });
}

/** Ends a referral with what came of it. */
export const useEndReferral = (reference: string) =>
  useCaseChange<EndReferral>(reference, 'referral-endings');

/** Ticks that the sender was called, with what they said. */
export const useCallBack = (reference: string) => useCaseChange<CalledBack>(reference, 'call-backs');
