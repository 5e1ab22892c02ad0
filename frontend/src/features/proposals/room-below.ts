import { useLayoutEffect, useState, type RefObject } from 'react';

export interface RoomBelow {
  /** The height that is left of the window below the element's upper edge, as a CSS length. */
  room: string;
  /** The element's present height, pixels. */
  height: number;
}

/** How much of the window is left below the upper edge of an element: headers and banners come and go. */
export function useRoomBelow(element: RefObject<HTMLElement | null>): RoomBelow {
  const [{ top, height }, setMeasured] = useState({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const measure = () => {
      const box = element.current?.getBoundingClientRect();
      if (!box) return;
      const next = { top: Math.max(0, Math.round(box.top + window.scrollY)), height: Math.round(box.height) };
      setMeasured((before) => (before.top === next.top && before.height === next.height ? before : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    if (element.current) observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return { room: `calc(100dvh - ${top}px)`, height };
}
