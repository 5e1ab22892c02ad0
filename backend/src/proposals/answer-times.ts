import { answerWithin, type AnswerTimeSettings } from '@lofteskartan/shared/answer-times';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { workingDaysEnd } from '../platform/working-days.js';

/** The moment from which a proposal of a kind that waits since another has waited too long. */
export function answerDueAt(settings: AnswerTimeSettings, kind: ProposalKind, since: Date): Date {
  return workingDaysEnd(since, answerWithin(settings, kind));
}
