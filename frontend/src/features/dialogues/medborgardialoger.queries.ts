import type {
  OwnSignUp,
  SignUpInput,
  SignUpReceipt,
} from '@lofteskartan/shared/contracts/medborgardialog-sign-ups';
import type { DialogueList, Medborgardialog } from '@lofteskartan/shared/contracts/medborgardialoger';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** Those of a municipality to come and held, or those that concern one of its localities. */
export const medborgardialogerQuery = (municipality: string, locality: string | null = null) =>
  queryOptions({
    queryKey: ['medborgardialoger', 'list', municipality, locality],
    queryFn: ({ signal }) =>
      api.get<DialogueList>(`/municipalities/${encodeURIComponent(municipality)}/medborgardialoger`, {
        query: { locality: locality ?? undefined },
        signal,
      }),
    enabled: municipality !== '',
  });

/** One of them as everyone reads it. */
export const medborgardialogQuery = (reference: string) =>
  queryOptions({
    queryKey: ['medborgardialoger', 'one', reference],
    queryFn: ({ signal }) =>
      api.get<Medborgardialog>(`/medborgardialoger/${encodeURIComponent(reference)}`, { signal }),
  });

/** Where one puts it into a calendar. */
export const calendarAddress = (reference: string): string =>
  `/api/v1/medborgardialoger/${encodeURIComponent(reference)}/calendar.ics`;

/** Signs up; the key makes a repeat harmless. */
export function useSignUp(reference: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: SignUpInput & { key: string }) =>
      api.post<SignUpReceipt>(`/medborgardialoger/${encodeURIComponent(reference)}/sign-ups`, body, {
        idempotencyKey: key,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['medborgardialoger', 'one', reference] }),
  });
}

/** The sign-up that a link opens. */
export const ownSignUpQuery = (followToken: string) =>
  queryOptions({
    queryKey: ['medborgardialoger', 'own', followToken],
    queryFn: ({ signal }) => api.get<OwnSignUp>('/medborgardialog-sign-ups/own', { followToken, signal }),
    enabled: followToken !== '',
    retry: false,
  });

/** Changes one's own sign-up, or takes it back without anything to say. */
export function useOwnSignUp(followToken: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: SignUpInput | null) =>
      given
        ? api.put<OwnSignUp>('/medborgardialog-sign-ups/own', given, { followToken })
        : api.post<OwnSignUp>('/medborgardialog-sign-ups/own/cancellations', {}, { followToken }),
    onSuccess: (own) => {
      queries.setQueryData(ownSignUpQuery(followToken).queryKey, own);
      void queries.invalidateQueries({ queryKey: ['medborgardialoger', 'one', own.dialogue] });
    },
  });
}
