import type { PointStanding } from '@lofteskartan/shared/medborgardialog-outcomes';
import type { GlyphFill } from '../../ui/glyphs/glyph-shapes.js';
import type { Tone } from '../../ui/status-mark.js';

interface Look {
  readonly fill: GlyphFill;
  readonly tone: Tone;
}

/** How a point stands today. */
export const STANDING_LOOKS: Readonly<Record<PointStanding, Look>> = {
  open: { fill: 'outline', tone: 'wait' },
  withdrawn: { fill: 'outline', tone: 'no' },
  late: { fill: 'half', tone: 'no' },
  'under-way': { fill: 'most', tone: 'plain' },
  done: { fill: 'check', tone: 'done' },
  settled: { fill: 'full', tone: 'plain' },
};
