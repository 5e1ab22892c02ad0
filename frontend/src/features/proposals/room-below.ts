import { useLayoutEffect, useState, type RefObject } from 'react';

/** The height that is left of the window below the upper edge of an element, as a CSS length: headers and banners come and go. */
export function useRoomBelow(element: RefObject<HTMLElement | null>): string {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const at = element.current?.getBoundingClientRect().top;
      if (at !== undefined) setTop(Math.max(0, Math.round(at + window.scrollY)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return `calc(100dvh - ${top}px)`;
}
