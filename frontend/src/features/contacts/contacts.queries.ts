import type {
  AskForOwnProposals,
  ChangeSupportAddress,
  ContactReceipt,
  MailToken,
  OwnProposals,
} from '@lofteskartan/shared/contracts/contacts';
import type { SupporterData } from '@lofteskartan/shared/contracts/supporter-outcomes';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** Says that the address is one's own; a repeat is answered the same. */
export const useConfirmContact = () =>
  useMutation({ mutationFn: (body: MailToken) => api.post<ContactReceipt>('/contact-confirmations', body) });

/** Ends all mail about a proposal; a repeat is answered the same. */
export const useStopMail = () =>
  useMutation({ mutationFn: (body: MailToken) => api.post<ContactReceipt>('/contact-stops', body) });

/** Asks for a link to one's own proposals. The answer never tells whether the address is known. */
export const useAskForOwnProposals = () =>
  useMutation({ mutationFn: (body: AskForOwnProposals) => api.post('/own-proposal-links', body) });

/** Uses the link up: it opens once. */
export const useOpenOwnProposals = () =>
  useMutation({ mutationFn: (body: MailToken) => api.post<OwnProposals>('/own-proposals', body) });

/** Has the answers to what one supports sent to another address, once it is confirmed. */
export const useChangeSupportAddress = () =>
  useMutation({
    mutationFn: (body: ChangeSupportAddress) => api.post<ContactReceipt>('/supporter-address-changes', body),
  });

/** Has the address forgotten; the support stays counted. */
export const useRemoveSupportAddress = () =>
  useMutation({ mutationFn: (body: MailToken) => api.post('/supporter-address-removals', body) });

/** What is kept of a support, to take along. */
export const useSupporterData = () =>
  useMutation({ mutationFn: (body: MailToken) => api.post<SupporterData>('/supporter-data', body) });
