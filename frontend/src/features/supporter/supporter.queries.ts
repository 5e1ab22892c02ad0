import type { MailToken } from '@lofteskartan/shared/contracts/contacts';
import type { TellOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type {
  SupporterOutcome,
  TellSupporterOutcome,
} from '@lofteskartan/shared/contracts/supporter-outcomes';
import { queryOptions, useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** What the link of a mail asks. The token is a secret: it stands in no address. */
export const askedByMailQuery = (token: string) =>
  queryOptions({
    queryKey: ['supporter', 'mail', token],
    queryFn: ({ signal }) =>
      api.post<SupporterOutcome>('/supporter-outcome-openings', { token } satisfies MailToken, { signal }),
  });

const devicePath = (reference: string) => `/proposals/${encodeURIComponent(reference)}/support/outcome`;

/** What this device is asked about a proposal that it supports. */
export const askedOnDeviceQuery = (reference: string) =>
  queryOptions({
    queryKey: ['supporter', 'device', reference],
    queryFn: ({ signal }) => api.get<SupporterOutcome>(devicePath(reference), { signal }),
  });

/** How an answer is sent and taken back. */
export interface SupporterActs {
  readonly tell: ReturnType<typeof useAct<TellOutcome>>;
  readonly remove: ReturnType<typeof useAct<undefined>>;
}

function useAct<Given>(queryKey: QueryKey, act: (given: Given) => Promise<SupporterOutcome>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (after) => {
      queries.setQueryData(queryKey, after);
    },
  });
}

/** By the link of a mail. */
export function useActsByMail(token: string): SupporterActs {
  const { queryKey } = askedByMailQuery(token);
  return {
    tell: useAct<TellOutcome>(queryKey, ({ helped, text, safetyNow }) =>
      api.post('/supporter-outcomes', { token, helped, text, safetyNow } satisfies TellSupporterOutcome),
    ),
    remove: useAct<undefined>(queryKey, () => api.post('/supporter-outcome-removals', { token })),
  };
}

/** On the device that supported. */
export function useActsOnDevice(reference: string): SupporterActs {
  const { queryKey } = askedOnDeviceQuery(reference);
  const path = devicePath(reference);
  return {
    tell: useAct<TellOutcome>(queryKey, (given) => api.put(path, given)),
    remove: useAct<undefined>(queryKey, () => api.delete<SupporterOutcome>(path)),
  };
}
