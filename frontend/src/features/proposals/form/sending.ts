import type {
  PhotoUploadReceipt,
  ProposalReceipt,
  SubmitProposal,
} from '@lofteskartan/shared/contracts/proposals';
import { api, Problem } from '../../../platform/api.js';
import { shrinkPhoto } from './shrink-photo.js';

/** What came of sending. `asFirstSent` is true when an earlier attempt had arrived and later changes did not come along. */
export interface Sent {
  receipt: ProposalReceipt;
  asFirstSent: boolean;
  /** The address that came along and is to be confirmed. */
  mailTo: string | null;
}

async function post(body: SubmitProposal, key: string, asFirstSent: boolean): Promise<Sent> {
  const receipt = await api.post<ProposalReceipt>('/proposals', body, { idempotencyKey: key });
  return { receipt, asFirstSent, mailTo: body.contact?.email ?? null };
}

/**
 * Sends a proposal. When the key turns out to be used, an earlier attempt had arrived though its answer was lost: repeating
 * that attempt word for word brings its receipt.
 * @param tried earlier attempts with this key whose answers never came
 */
export async function sendProposal(
  body: SubmitProposal,
  key: string,
  tried: readonly SubmitProposal[],
): Promise<Sent> {
  try {
    return await post(body, key, false);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'idempotency.reused') throw error;
    for (const earlier of tried) {
      try {
        return await post(earlier, key, true);
      } catch (again) {
        if (!(again instanceof Problem) || again.code !== 'idempotency.reused') throw again;
      }
    }
    throw error;
  }
}

/** Whether nobody knows if it arrived, or the server was not able just now: sending again with the same key is right. */
export function isWorthAnotherTry(problem: Problem): boolean {
  return problem.isNetwork || problem.status === 429 || problem.status >= 500;
}

/** Sends one photo; a repeat with the same key is the same photo. */
export async function sendPhoto(
  reference: string,
  followToken: string,
  photo: File,
  key: string,
): Promise<void> {
  const form = new FormData();
  const smaller = await shrinkPhoto(photo);
  form.append('photos', smaller, smaller.name);
  await api.post<PhotoUploadReceipt>(`/proposals/${encodeURIComponent(reference)}/photos`, form, {
    followToken,
    idempotencyKey: key,
  });
}
