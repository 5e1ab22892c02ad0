import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { useQueryClient } from '@tanstack/react-query';
import { useHeld, type Held } from '../../platform/edited.js';
import { stretchQuery } from './planner.queries.js';

interface HeldStretch {
  municipality: string;
  stretch: StretchDetail;
  /** What is done to it: a failure of it is forgotten once the latest was read. */
  act: { reset: () => void };
}

/** The state of a stretch from which something is written; it changes under nobody’s hands. */
export function useHeldStretch({ municipality, stretch, act }: HeldStretch): Held<StretchDetail> {
  const queries = useQueryClient();
  return useHeld({
    saved: stretch,
    read: () => queries.query({ ...stretchQuery(municipality, stretch.id), staleTime: 0 }),
    forget: act.reset,
  });
}
