import type { MailToken } from '@lofteskartan/shared/contracts/contacts';
import type {
  AskForSubscriptions,
  ChangeSubscription,
  Subscribe,
  SubscriptionView,
} from '@lofteskartan/shared/contracts/subscriptions';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** Asks for mail about an area. The answer never tells whether the address is known. */
export const useSubscribe = () =>
  useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: Subscribe; idempotencyKey: string }) =>
      api.post('/subscriptions', body, { idempotencyKey }),
  });

/** Asks for the links to all that an address watches. */
export const useAskForSubscriptions = () =>
  useMutation({ mutationFn: (body: AskForSubscriptions) => api.post('/subscription-links', body) });

/** What the link from a mail watches. */
export const subscriptionQuery = (token: string) =>
  queryOptions({
    queryKey: ['subscriptions', token],
    queryFn: () => api.post<SubscriptionView>('/subscription-openings', { token }),
    staleTime: 60_000,
    retry: false,
  });

function useAct<Body extends MailToken | ChangeSubscription>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => api.post<SubscriptionView>(path, body),
    onSuccess: (view, { token }) => {
      client.setQueryData(subscriptionQuery(token).queryKey, view);
    },
  });
}

/** Says that the address wants it; a repeat is answered the same. */
export const useConfirmSubscription = () => useAct<MailToken>('/subscription-confirmations');

/** Makes it another area, frequency or language. */
export const useChangeSubscription = () => useAct<ChangeSubscription>('/subscription-changes');

/** Ends it: address and area are forgotten. */
export const useStopSubscription = () =>
  useMutation({ mutationFn: (body: MailToken) => api.post('/subscription-stops', body) });
