import type {
  ReferralSettings,
  ResponsibleBodies,
  ResponsibleBody,
  SaveBody,
} from '@lofteskartan/shared/contracts/bodies';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

const of = (municipality: string) => `/municipalities/${encodeURIComponent(municipality)}`;

/** The register of a municipality. */
export const bodiesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['bodies', municipality],
    queryFn: ({ signal }) => api.get<ResponsibleBodies>(`${of(municipality)}/bodies`, { signal }),
    enabled: municipality !== '',
  });

/** When bodies are reminded. */
export const referralSettingsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['bodies', municipality, 'settings'],
    queryFn: ({ signal }) => api.get<ReferralSettings>(`${of(municipality)}/referral-settings`, { signal }),
    enabled: municipality !== '',
  });

/** Adds a body, or changes the one of an id; the key makes a repeat harmless. */
export function useSaveBody(municipality: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body, key }: { id: string | null; body: SaveBody; key: string }) =>
      id
        ? api.put<ResponsibleBody>(`${of(municipality)}/bodies/${id}`, body)
        : api.post<ResponsibleBody>(`${of(municipality)}/bodies`, body, { idempotencyKey: key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['bodies', municipality] }),
  });
}

/** Changes when bodies are reminded. */
export function useSaveReferralSettings(municipality: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (settings: ReferralSettings) =>
      api.put<ReferralSettings>(`${of(municipality)}/referral-settings`, settings),
    onSuccess: (settings) => {
      queries.setQueryData(referralSettingsQuery(municipality).queryKey, settings);
    },
  });
}
