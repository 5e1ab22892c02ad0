import type { Certainty } from '@lofteskartan/shared/situation';
import type { RankLook } from '../../ui/rank-mark.js';

/** How sure a place is, as its ring shows it. */
export const CERTAINTY_LOOKS = {
  certain: 'full',
  likely: 'ring',
  chance: 'broken',
} as const satisfies Record<Certainty, RankLook>;
