import type { LightPoint } from '@lofteskartan/shared/contracts/lighting';
import type { Dot } from '../../map/dot-layer.js';

/** The lamps as marks on a map: filled where there will be light. */
export const dotsOf = (lamps: readonly LightPoint[]): Dot[] =>
  lamps.map(({ number: key, position, kind }) => ({ key, position, filled: kind === 'planned' }));
