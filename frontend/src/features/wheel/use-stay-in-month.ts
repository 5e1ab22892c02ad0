import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** Puts the focus on the heading of a month, unfolded if need be. @returns the heading, if the month has one */
export function focusMonth(lists: HTMLElement | null, month: number): HTMLElement | null {
  const heading = lists?.querySelector<HTMLElement>(`#manad-${String(month)}`) ?? null;
  heading?.closest('details')?.setAttribute('open', '');
  heading?.focus();
  return heading;
}

/**
 * What is reported or taken back loses the button that its dialog came from, at once or with the next answer of the server: the focus then
 * stays in its month instead of nowhere.
 * @param answer what the server answered last
 * @returns to be called with the month when the dialog closes
 */
export function useStayInMonth(lists: RefObject<HTMLElement | null>, answer: unknown) {
  const left = useRef<number | null>(null);
  const stay = useCallback(() => {
    const { activeElement, body } = document;
    if (left.current !== null && activeElement === body) focusMonth(lists.current, left.current);
  }, [lists]);
  useEffect(() => {
    if (left.current === null) return;
    afterFocus(() => {
      stay();
      left.current = null;
    });
  }, [answer, stay]);
  return useCallback(
    (month: number | undefined) => {
      left.current = month ?? null;
      afterFocus(stay);
    },
    [stay],
  );
}

/** A dialog that closes gives the focus back in the next frame. */
function afterFocus(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
