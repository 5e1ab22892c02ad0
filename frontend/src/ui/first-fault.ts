/**
 * Leads to the first field that lacks something or is wrong, once the page shows what it is: it takes the focus and stands in the middle
 * of the window, where nothing covers it.
 */
export function leadToFirstFault(form: Element): void {
  requestAnimationFrame(() => {
    const wrong = form.querySelector('[aria-invalid="true"]');
    const field = wrong?.matches('fieldset') ? wrong.querySelector('input') : wrong;
    if (!(field instanceof HTMLElement)) return;
    field.focus({ preventScroll: true });
    wrong?.scrollIntoView({ block: 'center' });
  });
}
