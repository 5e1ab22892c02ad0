import type { Position } from '@lofteskartan/shared/position';
import { useCallback, useEffect, useRef, useState } from 'react';
import { holds } from './geometry.js';

/** Why there is no position: each has a sentence in `locales/<language>/map.json` under `position`. */
export type PositionFault = 'denied' | 'unavailable' | 'timeout' | 'outside';

export interface Found {
  position: Position;
  /** Metres around the position within which the phone is sure to be. */
  accuracy: number;
}

export interface MyPosition {
  state: 'idle' | 'asking' | 'found' | 'failed';
  found: Found | null;
  fault: PositionFault | null;
  ask: () => void;
}

const PATIENCE_MS = 12_000;
/** How far outside its coarse outline a municipality still is. Metres. */
const TOLERANCE_METRES = 300;
const FAULTS: Record<number, PositionFault> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' };

/**
 * One's own position, asked for only by a press and never kept.
 * @param outline the municipality's GeoJSON outline; a position outside it is a fault
 * @param onFound called once for each press that succeeds
 */
export function useMyPosition(outline: object, onFound: (found: Found) => void): MyPosition {
  const [answer, setAnswer] = useState<Omit<MyPosition, 'ask'>>({ state: 'idle', found: null, fault: null });
  const isHere = useRef(true);
  const whenFound = useRef(onFound);
  useEffect(() => {
    whenFound.current = onFound;
  });
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const ask = useCallback(() => {
    const fail = (fault: PositionFault) => {
      if (isHere.current) setAnswer({ state: 'failed', found: null, fault });
    };
    // Browsers hide it on pages without https.
    if (!('geolocation' in navigator) || !window.isSecureContext) {
      fail('unavailable');
      return;
    }
    setAnswer({ state: 'asking', found: null, fault: null });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (!isHere.current) return;
        const position: Position = [coords.longitude, coords.latitude];
        if (!holds(outline, position, TOLERANCE_METRES)) {
          fail('outside');
          return;
        }
        const found = { position, accuracy: coords.accuracy };
        setAnswer({ state: 'found', found, fault: null });
        whenFound.current(found);
      },
      ({ code }) => {
        fail(FAULTS[code] ?? 'unavailable');
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 30_000 },
    );
  }, [outline]);

  return { ...answer, ask };
}
