import type { OccurrenceState } from '@lofteskartan/shared/yearly-wheel';
import type { GlyphFill } from '../../ui/glyphs/glyph-shapes.js';
import type { Tone } from '../../ui/status-mark.js';

/** How the states of occurrences look in lists; in the wheel the same fills are drawn. */
export const OCCURRENCE_LOOKS: Readonly<
  Record<OccurrenceState, { readonly fill: GlyphFill; readonly tone: Tone }>
> = {
  overdue: { fill: 'half', tone: 'no' },
  due: { fill: 'most', tone: 'plain' },
  coming: { fill: 'outline', tone: 'wait' },
  done: { fill: 'check', tone: 'done' },
};
