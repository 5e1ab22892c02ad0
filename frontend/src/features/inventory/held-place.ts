import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { useQueryClient } from '@tanstack/react-query';
import { useHeld, type Held } from '../../platform/edited.js';
import { placeQuery } from './inventory.queries.js';

interface HeldPlace {
  place: StaffPlace;
  /** What is done to it: a failure of it is forgotten once the latest was read. */
  act: { reset: () => void };
  /** Whether there is something to lose: until then what is held follows what others do. */
  written?: boolean;
}

/** The state of a place from which something is written; it changes under nobody’s hands. */
export function useHeldPlace({ place, act, written = true }: HeldPlace): Held<StaffPlace> {
  const queries = useQueryClient();
  return useHeld({
    saved: place,
    read: () => queries.query({ ...placeQuery(place.reference), staleTime: 0 }),
    forget: act.reset,
    follows: !written,
  });
}
