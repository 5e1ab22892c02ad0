/**
 * The field that no person sees: hidden from eyes, screen readers and autofill. Whatever fills it in is most likely a machine; it is
 * answered as ever and kept aside, never refused.
 */
export const isTrapFilled = ({ homepage }: { readonly homepage?: string }): boolean =>
  homepage !== undefined && homepage !== '';

/** How long what is filled in may be. */
export const TRAP_CHARACTERS = 2000;

/** What is said of the field in contracts. */
export const TRAP_WORDS =
  'Leave it out: no person sees this field. What fills it in is answered as ever and kept aside until somebody of staff has looked at it.';
