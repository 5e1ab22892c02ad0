import type { ProposalInput } from '@lofteskartan/shared/contracts/proposals';
import { Refused } from '../platform/problem/refused.js';
import { cleanSubmission, type Submission, submissionFaults } from './submission.rules.js';

/** What nobody has done to a proposal that has just come in. */
export const untouched = {
  status: 'received',
  publicStatus: 'received',
  policePlannedAt: null,
  edited: null,
  secretFor: null,
  version: 1,
  commitmentId: null,
  responsible: null,
  declineReason: null,
  duplicateOfId: null,
  doneOn: null,
  publicDoneOn: null,
} as const;

/**
 * What was sent, tidy.
 * @throws Refused `input.invalid`
 */
export function checkedSubmission(body: ProposalInput): Submission {
  const submission = cleanSubmission(body);
  const errors = submissionFaults(submission);
  if (errors.length > 0) throw new Refused('input.invalid', { errors });
  return submission;
}
