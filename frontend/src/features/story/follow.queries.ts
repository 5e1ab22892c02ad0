import type { ContactInput, OwnContact } from '@lofteskartan/shared/contracts/contacts';
import type { OwnOutcome, TellOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type { OwnQuestion, SendReply } from '@lofteskartan/shared/contracts/questions';
import type {
  FollowedProposal,
  PhotoUploadReceipt,
  WishTerm,
  WithdrawProposal,
} from '@lofteskartan/shared/contracts/proposals';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../platform/api.js';

/** The sender's own proposal. The token goes in a header alone. */
export const followQuery = (followToken: string | null) =>
  queryOptions({
    queryKey: ['follow', followToken],
    queryFn: ({ signal }) =>
      api.get<FollowedProposal>('/follow', { followToken: followToken ?? undefined, signal }),
    enabled: followToken !== null,
  });

/** A picture that only its sender may see. @param address as an answer gave it */
export const ownPictureQuery = (followToken: string, address: string) =>
  queryOptions({
    queryKey: ['follow', followToken, 'picture', address],
    queryFn: ({ signal }) => api.picture(address, { followToken, signal }),
    staleTime: Infinity,
  });

/** Adds photos; with the same key after a failed network nothing is added twice. */
export function useAddPhotos(reference: string, followToken: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ photos, idempotencyKey }: { photos: readonly File[]; idempotencyKey: string }) => {
      const form = new FormData();
      for (const photo of photos) form.append('photos', photo);
      return api.post<PhotoUploadReceipt>(`/proposals/${encodeURIComponent(reference)}/photos`, form, {
        idempotencyKey,
        followToken,
      });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['follow', followToken], exact: true }),
  });
}

/** Takes the proposal back, for good. */
export function useWithdraw(followToken: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: WithdrawProposal) =>
      api.post<FollowedProposal>('/follow/withdraw', body, { followToken }),
    onSuccess: (withdrawn) => {
      queries.setQueryData(followQuery(followToken).queryKey, withdrawn);
      void queries.invalidateQueries({ queryKey: ['proposals'] });
    },
  });
}

/** What was read, with one part of it as it is now. */
const withPart = (followed: FollowedProposal, part: Partial<FollowedProposal>): FollowedProposal =>
  Object.assign({}, followed, part);

/** Says whether it helped. */
export function useTellOutcome(followToken: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (told: TellOutcome) => api.put<OwnOutcome>('/follow/outcome', told, { followToken }),
    onSuccess: (outcome) => {
      queries.setQueryData(
        followQuery(followToken).queryKey,
        (before) => before && withPart(before, { outcome }),
      );
    },
  });
}

/** Replies to the question that is open; with the same key after a failed network nothing is said twice. */
export function useReply(followToken: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ reply, idempotencyKey }: { reply: SendReply; idempotencyKey: string }) =>
      api.post<OwnQuestion>('/follow/replies', reply, { idempotencyKey, followToken }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['follow', followToken], exact: true }),
    onError: (problem: Problem) => {
      if (problem.status === 409)
        void queries.invalidateQueries({ queryKey: ['follow', followToken], exact: true });
    },
  });
}

/** Renews a wish for a speed check. */
export function useRenewWish(followToken: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<WishTerm>('/follow/renewals', {}, { followToken }),
    onSuccess: (wish) => {
      queries.setQueryData(
        followQuery(followToken).queryKey,
        (before) => before && withPart(before, { wish }),
      );
    },
  });
}

/** Saves where the answers go; the same address once more sends the mail to confirm it again. */
export function useSaveContact(followToken: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (contact: ContactInput) => api.put<OwnContact>('/follow/contact', contact, { followToken }),
    onSuccess: (contact) => {
      queries.setQueryData(
        followQuery(followToken).queryKey,
        (before) => before && withPart(before, { contact }),
      );
    },
  });
}

/** Removes the telephone number: nobody is called any more. */
export function useRemovePhone(followToken: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete('/follow/phone', { followToken }),
    onSuccess: () => {
      queries.setQueryData(
        followQuery(followToken).queryKey,
        (before) => before && withPart(before, { phone: null }),
      );
    },
  });
}

/** Removes the address: nobody is written to any more. */
export function useRemoveContact(followToken: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete('/follow/contact', { followToken }),
    onSuccess: () => {
      queries.setQueryData(
        followQuery(followToken).queryKey,
        (before) => before && withPart(before, { contact: null }),
      );
    },
  });
}
