import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 48rem)';

/** True where map and list have room side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(WIDE);
      media.addEventListener('change', changed);
      return () => {
        media.removeEventListener('change', changed);
      };
    },
    () => window.matchMedia(WIDE).matches,
  );
}
