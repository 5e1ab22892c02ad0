import { useEffect } from 'react';
import { askedBySomebody } from '../../platform/api.js';

/** Whoever did nothing for so long is not at the page: what it asks by itself then is no use of the session. */
const AWAY_AFTER_MS = 60_000;

let usedAt = Date.now();

/** When somebody last touched the page. */
export const lastUsedAt = (): number => usedAt;

/** Notices whether somebody is at the page, for as long as the workplace is shown. */
export function useSessionUse(): void {
  useEffect(function watchForHands() {
    const note = () => {
      usedAt = Date.now();
    };
    note();
    const events = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
    for (const event of events) window.addEventListener(event, note, { passive: true, capture: true });
    askedBySomebody(() => Date.now() - usedAt < AWAY_AFTER_MS);
    return () => {
      for (const event of events) window.removeEventListener(event, note, { capture: true });
      askedBySomebody(() => true);
    };
  }, []);
}
