import { LIMITS, type ProposalKind } from './vocabulary.js';

/** Which setting says within how many working days proposals of a kind are answered. */
export const ANSWER_SETTING = {
  'speed-check': 'answerWithinSpeedCheck',
  'dark-place': 'answerWithinDarkPlace',
  idea: 'answerWithinIdea',
} as const satisfies Record<ProposalKind, string>;

/** The settings that decide about answer times; null where nothing is set. */
export type AnswerTimeSettings = Readonly<
  Record<'answerWithinWorkingDays' | (typeof ANSWER_SETTING)[ProposalKind], number | null>
>;

/** Working days within which residents are promised an answer about a kind: its own time, else the one for all; null when none is promised. */
export function promisedWithin(settings: AnswerTimeSettings, kind: ProposalKind): number | null {
  return settings[ANSWER_SETTING[kind]] ?? settings.answerWithinWorkingDays;
}

/** Working days after which a proposal of a kind has waited too long: as promised, and five where nothing is promised. */
export function answerWithin(settings: AnswerTimeSettings, kind: ProposalKind): number {
  return promisedWithin(settings, kind) ?? LIMITS.answerWithinWorkingDays;
}
