import type { RedactionRegion } from '@lofteskartan/shared/contracts/redactions';
import { useState } from 'react';

export type Regions = readonly RedactionRegion[];

export interface RegionsHeld {
  regions: Regions;
  /** Makes these the parts; what was is remembered for undoing. */
  change: (next: Regions) => void;
  undo: () => void;
  canUndo: boolean;
}

/** The parts that are drawn, with a way back to what was. */
export function useRegions(start: Regions): RegionsHeld {
  const [steps, setSteps] = useState<readonly Regions[]>([start]);
  return {
    regions: steps.at(-1) ?? start,
    change: (next) => {
      setSteps([...steps, next]);
    },
    undo: () => {
      if (steps.length > 1) setSteps(steps.slice(0, -1));
    },
    canUndo: steps.length > 1,
  };
}
