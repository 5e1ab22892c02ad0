import { useCallback, useEffect, useRef, useState } from 'react';
import type { CarFix } from './car-fix.js';

const PATIENCE_MS = 12_000;
/** How often an open page looks where the car stands. */
const LOOK_MS = 30_000;

export type PositionState = 'idle' | 'asking' | 'found' | 'denied' | 'failed';

interface CarPosition {
  state: PositionState;
  /** The latest that was found. */
  fix: CarFix | null;
  /** By a press. */
  ask: () => void;
  /** By the page itself, where the person has allowed it. */
  look: () => void;
}

/**
 * Where the car stands: asked for by a press, or where the person has allowed it before by the page itself: at once, when it comes to the
 * fore, and every half minute while it stands there. It stays in the page; it leaves the device only in a check that was made “here”.
 * @param onFound is told each time, and whether the person asked
 */
export function useCarPosition(onFound: (fix: CarFix, isAsked: boolean) => void): CarPosition {
  const [state, setState] = useState<PositionState>('idle');
  const [fix, setFix] = useState<CarFix | null>(null);
  const isAllowed = useRef(false);
  const tell = useRef(onFound);
  useEffect(() => {
    tell.current = onFound;
  });

  const locate = useCallback((isAsked: boolean) => {
    if (!('geolocation' in navigator) || !window.isSecureContext) {
      setState('failed');
      return;
    }
    setState((before) => (isAsked || before === 'idle' ? 'asking' : before));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        isAllowed.current = true;
        const found: CarFix = {
          position: [coords.longitude, coords.latitude],
          accuracy: coords.accuracy,
          at: Date.now(),
        };
        setFix(found);
        setState('found');
        tell.current(found, isAsked);
      },
      ({ code }) => {
        if (code === 1) isAllowed.current = false;
        // Where the page looked by itself, what is known stands, and grows old.
        setState((before) => (!isAsked && before === 'found' ? before : code === 1 ? 'denied' : 'failed'));
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 },
    );
  }, []);
  const ask = useCallback(() => {
    locate(true);
  }, [locate]);
  const look = useCallback(() => {
    if (isAllowed.current && document.visibilityState === 'visible') locate(false);
  }, [locate]);

  useEffect(() => {
    if (!('permissions' in navigator)) return;
    navigator.permissions
      .query({ name: 'geolocation' })
      .then((permission) => {
        isAllowed.current = permission.state === 'granted';
        look();
      })
      .catch(() => undefined);
  }, [look]);
  useEffect(() => {
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [look]);

  return { state, fix, ask, look };
}
