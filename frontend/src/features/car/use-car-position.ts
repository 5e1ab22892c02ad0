import type { Position } from '@lofteskartan/shared/position';
import { useCallback, useEffect, useState } from 'react';

const PATIENCE_MS = 12_000;

export type PositionState = 'idle' | 'asking' | 'found' | 'denied' | 'failed';

/**
 * Where the car stands: asked for by a press, or at once where the person has allowed it before. It stays in the page; it leaves
 * the device only in a check that was made “here”.
 */
export function useCarPosition(onFound: (position: Position) => void): {
  state: PositionState;
  position: Position | null;
  ask: () => void;
} {
  const [state, setState] = useState<PositionState>('idle');
  const [position, setPosition] = useState<Position | null>(null);

  const ask = useCallback(() => {
    if (!('geolocation' in navigator) || !window.isSecureContext) {
      setState('failed');
      return;
    }
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const found: Position = [coords.longitude, coords.latitude];
        setPosition(found);
        setState('found');
        onFound(found);
      },
      ({ code }) => {
        setState(code === 1 ? 'denied' : 'failed');
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 30_000 },
    );
  }, [onFound]);

  useEffect(() => {
    if (!('permissions' in navigator)) return;
    navigator.permissions
      .query({ name: 'geolocation' })
      .then((permission) => {
        if (permission.state === 'granted') ask();
      })
      .catch(() => undefined);
  }, [ask]);

  return { state, position, ask };
}
