import type { PromiseTime } from '@lofteskartan/shared/contracts/promise-editor';
import type { PromiseContent } from '@lofteskartan/shared/promise-content';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { isOver, type Period } from '../pace.rules.js';

const nothing = { sv: '', en: '' };

/** A promise of which nothing has been written. */
export function emptyContent(): PromiseContent {
  return {
    title: nothing,
    intro: nothing,
    from: '',
    to: null,
    focusAreas: [],
    commitments: [],
    goals: [],
    channels: [],
  };
}

/**
 * A copy as the beginning of the next promise: it starts on the day after the first one's last, and its commitments are new ones.
 * @param newId makes the id of a commitment or a milestone
 */
export function copyOf(content: PromiseContent, newId: () => string): PromiseContent {
  return {
    ...content,
    from: content.to === null ? '' : addDays(content.to, 1),
    to: null,
    commitments: content.commitments
      .filter(({ closing }) => closing === null)
      .map((commitment) => ({
        ...commitment,
        id: newId(),
        milestones: commitment.milestones.map((step) => ({ ...step, id: newId(), dueOn: null })),
      })),
  };
}

/** Whether a promise has yet to begin, holds, or is over. */
export function timeOf({ from, to }: Period, today: IsoDate): PromiseTime {
  if (from > today) return 'coming';
  return isOver({ from, to }, today) ? 'past' : 'present';
}
