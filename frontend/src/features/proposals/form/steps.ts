import { LIMITS, type ProposalKind } from '@lofteskartan/shared/vocabulary';
import { takesPlace, type ProposalDraft } from './proposal-draft.js';

/** The screens of the form. Their names stand in the address: `?step=place`. */
export const STEPS = [
  'start',
  'topic',
  'place',
  'similar',
  'traffic',
  'causes',
  'when',
  'words',
  'preview',
] as const;
export type Step = (typeof STEPS)[number];

const SCREENS: Record<ProposalKind, readonly Step[]> = {
  'speed-check': ['start', 'place', 'similar', 'traffic', 'when', 'words', 'preview'],
  'dark-place': ['start', 'place', 'similar', 'causes', 'when', 'words', 'preview'],
  idea: ['start', 'topic', 'place', 'similar', 'words', 'preview'],
};

export function isStep(text: string | null): text is Step {
  return STEPS.some((step) => step === text);
}

/**
 * The screens that this draft goes through, in order.
 * @param hasSimilar neighbours have asked for the same near by, or it is being looked up
 */
export function stepsFor(kind: ProposalKind, draft: ProposalDraft, hasSimilar: boolean): Step[] {
  const hasPosition = draft.position !== null && !draft.inWordsOnly;
  return SCREENS[kind].filter((step) => {
    if (step === 'place') return takesPlace(kind, draft);
    if (step === 'similar') return hasSimilar && hasPosition && takesPlace(kind, draft);
    return true;
  });
}

/** Whether a screen has what the server needs from it; most ask for nothing. */
export function isAnswered(step: Step, kind: ProposalKind, draft: ProposalDraft): boolean {
  if (step === 'topic') return draft.topic !== null;
  if (step === 'place')
    return kind === 'idea' || (draft.inWordsOnly ? draft.placeName.trim() !== '' : draft.position !== null);
  if (step === 'words')
    return (
      draft.description.length <= LIMITS.descriptionCharacters &&
      (kind !== 'idea' || draft.description.trim() !== '')
    );
  return true;
}

/** How far one may go: a screen counts when all before it are answered. */
export function reachable(
  asked: Step,
  kind: ProposalKind,
  draft: ProposalDraft,
  steps: readonly Step[],
): Step {
  const index = steps.indexOf(asked);
  if (index < 0) return 'start';
  return steps.slice(0, index).find((step) => !isAnswered(step, kind, draft)) ?? asked;
}

/** The screen on which a field of the contract is answered. */
export function stepOfField(field: string, kind: ProposalKind): Step {
  const name = /^(?:details\.)?(\w+)/.exec(field)?.[1] ?? '';
  if (name === 'position' || name === 'placeName' || name === 'municipality') return 'place';
  if (name === 'description' || name === 'photos') return 'words';
  if (name === 'contact') return 'preview';
  if (name === 'topic') return 'topic';
  if (['when', 'safetyNow', 'weekdays', 'hourBands'].includes(name)) return 'when';
  if (['causes', 'lampNumber'].includes(name)) return 'causes';
  if (['roadName', 'direction', 'postedLimit', 'problems', 'near'].includes(name)) return 'traffic';
  return kind === 'idea' ? 'words' : 'preview';
}
