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

const DAY_MS = 86_400_000;
/** The most red days that fall on weekdays within two weeks (Christmas and New Year): this page knows no calendar of them. */
const RED_DAYS = 4;

/** True when an answer that was to come within so many working days certainly has not come in time. */
export function isOverdue(createdAt: string, workingDays: number, now: Date): boolean {
  let passed = 0;
  for (let at = new Date(createdAt).getTime() + DAY_MS; at <= now.getTime(); at += DAY_MS) {
    const day = new Date(at).getUTCDay();
    if (day !== 0 && day !== 6) passed += 1;
    if (passed > workingDays + RED_DAYS) return true;
  }
  return false;
}
