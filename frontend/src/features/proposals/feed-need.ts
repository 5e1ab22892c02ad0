import type { ProposalMap } from '@lofteskartan/shared/contracts/proposals';
import type { Box } from '@lofteskartan/shared/position';
import { covers } from '../../map/geometry.js';

/** A box and a whole zoom level, as the map feed is asked for them. */
export interface Asked {
  box: Box;
  zoom: number;
}

/**
 * Whether the feed must be asked again for what is in view: not while the answer's own box still covers it at the same zoom,
 * and not for coming closer to pins that are all there already.
 * @param answer the answer to `asked`; undefined while it is on its way
 */
export function mustAsk(view: Asked, asked: Asked | null, answer: ProposalMap | undefined): boolean {
  if (!asked) return true;
  if (!covers(answer?.bbox ?? asked.box, view.box)) return true;
  if (view.zoom === asked.zoom) return false;
  const hasOnlyPins = answer?.features.every(({ properties }) => !('cluster' in properties)) ?? false;
  return !hasOnlyPins || view.zoom < asked.zoom;
}
