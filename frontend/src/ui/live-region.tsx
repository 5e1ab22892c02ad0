import { useSyncExternalStore } from 'react';
import { VisuallyHidden } from './visually-hidden.js';

let spoken = { text: '', turn: 0 };
const listeners = new Set<() => void>();

/** Says something to the screen reader, without a mark on the page: "14 förslag visas". Polite: it waits for its turn. */
export function announce(text: string): void {
  spoken = { text, turn: spoken.turn + 1 };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where `announce` is heard. Stands once, in the layout. */
export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(subscribe, () => spoken);
  return (
    <VisuallyHidden>
      {/* Two places by turns, so that the same words twice are read twice. */}
      <span role="status">{turn % 2 === 0 ? text : ''}</span>
      <span role="status">{turn % 2 === 1 ? text : ''}</span>
    </VisuallyHidden>
  );
}
