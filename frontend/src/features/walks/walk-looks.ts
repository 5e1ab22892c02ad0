import type { CheckMark, WalkAnswer, WalkStatus } from '@lofteskartan/shared/safety-walks';
import type { MeasureState } from '@lofteskartan/shared/inventory';
import type { GlyphFill } from '../../ui/glyphs/glyph-shapes.js';
import type { Tone } from '../../ui/status-mark.js';

interface Look {
  readonly fill: GlyphFill;
  readonly tone: Tone;
}

/** How far a walk has come. */
export const WALK_LOOKS: Readonly<Record<WalkStatus, Look>> = {
  planned: { fill: 'outline', tone: 'wait' },
  walked: { fill: 'half', tone: 'plain' },
  published: { fill: 'check', tone: 'done' },
  cancelled: { fill: 'bar', tone: 'no' },
};

/** What was found of a thing that was looked at. */
export const MARK_LOOKS: Readonly<Record<CheckMark, Look>> = {
  good: { fill: 'check', tone: 'done' },
  attention: { fill: 'half', tone: 'plain' },
  bad: { fill: 'bar', tone: 'no' },
  'not-looked': { fill: 'dotted', tone: 'wait' },
};

/** What comes of a stop. */
export const ANSWER_LOOKS: Readonly<Record<WalkAnswer, Look>> = {
  measure: { fill: 'most', tone: 'plain' },
  referred: { fill: 'half', tone: 'plain' },
  nothing: { fill: 'check', tone: 'done' },
  no: { fill: 'bar', tone: 'wait' },
};

/** How far a measure has come today. */
export const STATE_LOOKS: Readonly<Record<MeasureState, Look>> = {
  planned: { fill: 'most', tone: 'plain' },
  overdue: { fill: 'half', tone: 'no' },
  done: { fill: 'check', tone: 'done' },
  decided: { fill: 'bar', tone: 'wait' },
};
