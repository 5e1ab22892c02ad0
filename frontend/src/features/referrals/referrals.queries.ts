import type { AnswerReferral, ReferredCase } from '@lofteskartan/shared/contracts/referrals';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** The case of a link from a mail. It is kept nowhere once the page is left. */
export const referredCaseQuery = (token: string | null) =>
  queryOptions({
    queryKey: ['referred-case', token],
    queryFn: () => api.post<ReferredCase>('/referral-openings', { token }),
    enabled: token !== null,
    gcTime: 0,
  });

/** The body's answer. */
export const useAnswerReferral = () =>
  useMutation({
    mutationFn: ({ body, key }: { body: AnswerReferral; key: string }) =>
      api.post<ReferredCase>('/referral-answers', body, { idempotencyKey: key }),
  });
