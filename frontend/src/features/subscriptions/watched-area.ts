import type { SubscriptionView } from '@lofteskartan/shared/contracts/subscriptions';
import type { Position } from '@lofteskartan/shared/position';

/** How an area is chosen. */
export type AreaKind = 'locality' | 'point' | 'municipality';

/** An area while it is chosen. */
export interface WatchedArea {
  kind: AreaKind;
  /** A locality's slug, or nothing yet. */
  locality: string;
  /** [lng, lat], or nothing yet. */
  position: Position | null;
}

/** An area as the contract takes it. */
interface GivenArea {
  locality?: string;
  position?: Position;
}

export const NO_AREA: WatchedArea = { kind: 'locality', locality: '', position: null };

/** The area as it is sent, or null when something is still to be chosen. */
export function areaToSend({ kind, locality, position }: WatchedArea): GivenArea | null {
  switch (kind) {
    case 'municipality':
      return {};
    case 'locality':
      return locality === '' ? null : { locality };
    case 'point':
      return position && { position };
  }
}

/** A subscription's area as it can be changed. */
export function areaOf({ locality, position }: SubscriptionView): WatchedArea {
  if (position) return { kind: 'point', locality: '', position };
  return locality === null
    ? { ...NO_AREA, kind: 'municipality' }
    : { kind: 'locality', locality, position: null };
}
