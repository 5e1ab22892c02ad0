import type { Pace } from '@lofteskartan/shared/vocabulary';
import type { GlyphFill } from '../../ui/glyphs/glyph-shapes.js';
import type { Tone } from '../../ui/status-mark.js';

/** How a pace looks beside its word. */
export const PACE_LOOKS: Record<Pace, { fill: GlyphFill; tone: Tone }> = {
  ahead: { fill: 'check', tone: 'done' },
  'on-track': { fill: 'check', tone: 'done' },
  behind: { fill: 'half', tone: 'no' },
};
