import type { LeafletMouseEvent } from 'leaflet';
import { useEffect } from 'react';
import { useMap } from 'react-leaflet';

/** A second tap within this time is a zoom. Milliseconds. */
const DOUBLE_MS = 260;

/** A tap brings its point to the middle: for those who cannot drag. */
export function TapToMiddle() {
  const map = useMap();
  useEffect(
    function bringTapsToTheMiddle() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const cancel = () => {
        clearTimeout(timer);
      };
      const tap = ({ latlng }: LeafletMouseEvent) => {
        cancel();
        timer = setTimeout(() => {
          map.panTo(latlng);
        }, DOUBLE_MS);
      };
      map.on('click', tap);
      map.on('dblclick', cancel);
      return () => {
        cancel();
        map.off('click', tap);
        map.off('dblclick', cancel);
      };
    },
    [map],
  );
  return null;
}
