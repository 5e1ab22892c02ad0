import type { MeasureState, PlaceState } from '@lofteskartan/shared/inventory';
import type { GlyphFill } from '../../ui/glyphs/glyph-shapes.js';
import type { Tone } from '../../ui/status-mark.js';

interface Look {
  readonly fill: GlyphFill;
  readonly tone: Tone;
}

/** How the states of places look, on the map and in lists. */
export const PLACE_LOOKS: Readonly<Record<PlaceState, Look>> = {
  new: { fill: 'outline', tone: 'wait' },
  planned: { fill: 'most', tone: 'plain' },
  overdue: { fill: 'half', tone: 'no' },
  done: { fill: 'check', tone: 'done' },
  decided: { fill: 'bar', tone: 'wait' },
};

/** The same for measures. */
export const MEASURE_LOOKS: Readonly<Record<MeasureState, Look>> = {
  planned: PLACE_LOOKS.planned,
  overdue: PLACE_LOOKS.overdue,
  done: PLACE_LOOKS.done,
  decided: PLACE_LOOKS.decided,
};
