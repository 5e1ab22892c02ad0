import { useEffect } from 'react';

/** While the page is open, what is put on the phone’s home screen is this page, not the public site. */
export function useOwnManifest(): void {
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    if (!link) return;
    const before = link.href;
    link.href = '/arbete/bilen.webmanifest';
    return () => {
      link.href = before;
    };
  }, []);
}
