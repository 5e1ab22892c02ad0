/** React and dialogs put the focus where they mean it to be within this time. Milliseconds. */
const SETTLE_MS = 120;
/** What somebody was in when what they pressed went away. */
const PARTS = 'li, section, article, fieldset, form, main';
const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary';

/** Whether the keyboard can no longer be there. */
const isGone = (element: HTMLElement): boolean => !element.isConnected || element.matches(':disabled');

/** Where the keyboard goes on in a part: a row from its first link or button, any other part from its heading. */
function placeIn(part: HTMLElement): HTMLElement {
  const all = part.querySelectorAll<HTMLElement>(part.matches('li') ? FOCUSABLE : 'h1, h2, h3, h4');
  // What is folded away takes no focus.
  return [...all].find((each) => each.checkVisibility()) ?? part;
}

/**
 * Keeps the keyboard where it was working. When what had the focus goes away, as a button that has done its work does, the browser would
 * begin anew from the top of the page; here it goes on from the row or the part of the page that it stood in. A page that was left, and
 * a dialog that gives the focus back, see to themselves.
 */
export function keepFocus(): void {
  let held: { element: HTMLElement; parts: readonly HTMLElement[]; path: string } | null = null;
  let isByKey = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const goOn = () => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (!held || !isLost || !isGone(held.element) || held.path !== location.pathname) return;
    const part = held.parts.find((each) => each.isConnected);
    if (!part) return;
    const place = placeIn(part);
    if (!place.matches(FOCUSABLE)) place.tabIndex = -1;
    // Who points sees where they are; the page does not move under them.
    place.focus({ preventScroll: !isByKey });
  };

  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.closest('main')) return;
    const parts: HTMLElement[] = [];
    for (let part = target.parentElement?.closest<HTMLElement>(PARTS); part;) {
      parts.push(part);
      part = part.parentElement?.closest<HTMLElement>(PARTS);
    }
    held = { element: target, parts, path: location.pathname };
  });
  document.addEventListener('keydown', () => {
    isByKey = true;
  });
  document.addEventListener('pointerdown', ({ target }) => {
    isByKey = false;
    // A press beside everything lets go.
    if (target instanceof Element && !target.closest(`${FOCUSABLE}, label`)) held = null;
  });
  new MutationObserver(() => {
    // What becomes disabled loses the focus a little later: whether it did is asked when all has settled.
    if (!held || !isGone(held.element)) return;
    clearTimeout(timer);
    timer = setTimeout(goOn, SETTLE_MS);
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
}
