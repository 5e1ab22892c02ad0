import type { DialogueStatus } from '@lofteskartan/shared/medborgardialog';
import type { GlyphFill } from '../../ui/glyphs/glyph-shapes.js';
import type { Tone } from '../../ui/status-mark.js';

/** How far a medborgardialog has come. */
export const DIALOGUE_LOOKS: Readonly<
  Record<DialogueStatus, { readonly fill: GlyphFill; readonly tone: Tone }>
> = {
  draft: { fill: 'dotted', tone: 'wait' },
  published: { fill: 'outline', tone: 'plain' },
  open: { fill: 'most', tone: 'plain' },
  closed: { fill: 'half', tone: 'plain' },
  reported: { fill: 'check', tone: 'done' },
  'followed-up': { fill: 'check', tone: 'done' },
  cancelled: { fill: 'bar', tone: 'no' },
};
