import type { Map as LeafletMap } from 'leaflet';
import type { MarkBoard } from './mark-board.js';

export interface MarkEvents {
  onLight: (key: string | null) => void;
  onChoose: (key: string, by: 'pointer' | 'keyboard') => void;
}

/**
 * Pointer and keyboard on the marks of a board: Enter and Space open, the arrow keys walk, Home and End jump, + and − zoom,
 * Escape gives the keyboard back to the map.
 * @param events asked for at each event, so that the listeners can stay
 * @returns takes the listeners away
 */
export function listenToMarks(map: LeafletMap, board: MarkBoard, events: () => MarkEvents): () => void {
  const pane = map.getPane('markerPane');
  const listening = new AbortController();
  const { signal } = listening;
  const keyOf = ({ target }: Event) =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null) : null;

  const choose = (key: string, by: 'pointer' | 'keyboard') => {
    const mark = board.mark(key);
    if (mark?.type === 'pin') events().onChoose(key, by);
    if (mark?.type === 'cluster') board.open(mark, by);
  };
  const acts: Partial<Record<string, (key: string) => void>> = {
    Enter: (key) => choose(key, 'keyboard'),
    ' ': (key) => choose(key, 'keyboard'),
    ArrowRight: (key) => board.walk(key, 1),
    ArrowDown: (key) => board.walk(key, 1),
    ArrowLeft: (key) => board.walk(key, -1),
    ArrowUp: (key) => board.walk(key, -1),
    Home: (key) => board.walk(key, 'first'),
    End: (key) => board.walk(key, 'last'),
    '+': () => map.zoomIn(),
    '-': () => map.zoomOut(),
    Escape: () => map.getContainer().focus({ preventScroll: true }),
  };
  const light = (event: Event) => {
    const key = keyOf(event);
    events().onLight(key !== null && board.mark(key)?.type === 'pin' ? key : null);
  };
  const dim = () => events().onLight(null);
  // The click that ends a drag of the map is not a press.
  let dragged = false;
  const noteDrag = () => {
    dragged = true;
  };
  map.on('dragstart', noteDrag);

  pane?.addEventListener(
    'pointerdown',
    () => {
      dragged = false;
    },
    { signal },
  );
  pane?.addEventListener(
    'click',
    (event) => {
      const key = keyOf(event);
      if (key !== null && !dragged) choose(key, event.detail === 0 ? 'keyboard' : 'pointer');
    },
    { signal },
  );
  pane?.addEventListener(
    'keydown',
    (event) => {
      const key = keyOf(event);
      const act = acts[event.key];
      if (key === null || !act || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      act(key);
    },
    { signal },
  );
  pane?.addEventListener('pointerover', light, { signal });
  pane?.addEventListener('focusin', light, { signal });
  pane?.addEventListener('pointerout', dim, { signal });
  pane?.addEventListener('focusout', dim, { signal });
  return () => {
    map.off('dragstart', noteDrag);
    listening.abort();
  };
}
