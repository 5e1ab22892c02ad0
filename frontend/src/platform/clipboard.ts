/** Puts a text on the clipboard; false where the browser does not let a page do that, as on an address without https. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** What came of the device's own way to pass something on. */
export type Shared = 'shared' | 'cancelled' | 'impossible';

/** Opens the device's own sheet for passing an address on. */
export async function shareAddress(title: string, url: string): Promise<Shared> {
  if (typeof navigator.share !== 'function') return 'impossible';
  try {
    await navigator.share({ title, url });
    return 'shared';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'impossible';
  }
}
