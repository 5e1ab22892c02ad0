import { useEffect, useRef, type RefObject } from 'react';

/**
 * Tells which row of a list is under the pointer or has the focus, so that its pin lights up with it.
 * @param list holds rows with `data-reference`; it must be there from the first render on
 */
export function useLighting(
  list: RefObject<HTMLElement | null>,
  onLight: (reference: string | null) => void,
): void {
  const tell = useRef(onLight);
  useEffect(() => {
    tell.current = onLight;
  });
  useEffect(
    function listenToRows() {
      const listening = new AbortController();
      const light = ({ target }: Event) => {
        const row = target instanceof Element ? target.closest<HTMLElement>('[data-reference]') : null;
        tell.current(row?.dataset['reference'] ?? null);
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
