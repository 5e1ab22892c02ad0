import type { PublicationState } from '@lofteskartan/shared/vocabulary';
import type { GlyphFill } from '../../ui/glyphs/glyph-shapes.js';
import type { Tone } from '../../ui/status-mark.js';

/** How a decision about words or a photo looks. */
export const PUBLICATION_LOOKS: Record<PublicationState, { fill: GlyphFill; tone: Tone }> = {
  none: { fill: 'outline', tone: 'wait' },
  pending: { fill: 'dotted', tone: 'wait' },
  released: { fill: 'check', tone: 'done' },
  'kept-back': { fill: 'bar', tone: 'wait' },
};
