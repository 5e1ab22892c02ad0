import { useEffect, useRef, type RefObject } from 'react';

/**
 * Tells which row of a list is under the pointer or has the focus, so that its pin lights up with it.
 * @param list holds rows with `data-lights`, the key of the pin; it must be there from the first render on
 */
export function useLighting(
  list: RefObject<HTMLElement | null>,
  onLight: (key: string | null) => void,
): void {
  const tell = useRef(onLight);
  useEffect(() => {
    tell.current = onLight;
  });
  useEffect(
    function listenToRows() {
      const listening = new AbortController();
      const light = ({ target }: Event) => {
        const row = target instanceof Element ? target.closest<HTMLElement>('[data-lights]') : null;
        tell.current(row?.dataset['lights'] ?? null);
      };
      const dim = () => {
        tell.current(null);
      };
      const { signal } = listening;
      list.current?.addEventListener('pointerover', light, { signal });
      list.current?.addEventListener('focusin', light, { signal });
      list.current?.addEventListener('pointerleave', dim, { signal });
      list.current?.addEventListener('focusout', dim, { signal });
      return () => {
        listening.abort();
      };
    },
    [list],
  );
}
