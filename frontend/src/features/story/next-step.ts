import { hasWaitedLonger } from '@lofteskartan/shared/working-days';
import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';

/** What is awaited: that somebody reads it, an answer, a check, a measure, an activity, or a reply from somebody else. */
export type NextStep = 'read' | 'answer' | 'check' | 'measure' | 'activity' | 'reply';

const WORK: Record<ProposalKind, NextStep> = {
  'speed-check': 'check',
  'dark-place': 'measure',
  idea: 'activity',
};

/** The step that a proposal waits for; null when nobody is expected to act. */
export function nextStep(kind: ProposalKind, status: ProposalStatus): NextStep | null {
  switch (status) {
    case 'received':
      return 'read';
    case 'under-review':
      return 'answer';
    case 'committed':
    case 'planned':
      return WORK[kind];
    case 'referred':
      return 'reply';
    default:
      return null;
  }
}

/** True when an answer that was to come within so many working days has not come in time. */
export function isOverdue(createdAt: string, workingDays: number, now: Date): boolean {
  return hasWaitedLonger(new Date(createdAt), workingDays, now);
}
