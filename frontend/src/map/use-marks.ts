import type { Box } from '@lofteskartan/shared/position';
import { useEffect, useMemo, useState } from 'react';
import { useMap } from 'react-leaflet';
import { ClusterIndex, type CountedPins, type Mark, type Pin } from './cluster-index.js';
import { grown } from './geometry.js';
import { toBox } from './latlng.js';

/** What to draw now, in list order: asked anew after each move, for the view and a little around it. */
export function useMarks(pins: readonly Pin[], counted: readonly CountedPins[]): Mark[] {
  const map = useMap();
  const index = useMemo(() => new ClusterIndex(pins, counted), [pins, counted]);
  const [sight, setSight] = useState<{ box: Box; zoom: number } | null>(null);
  useEffect(
    function followTheView() {
      const see = () => {
        setSight({ box: grown(toBox(map.getBounds()), 0.15), zoom: map.getZoom() });
      };
      see();
      map.on('moveend', see);
      return () => {
        map.off('moveend', see);
      };
    },
    [map],
  );
  return useMemo(() => (sight ? index.marks(sight.box, sight.zoom) : []), [index, sight]);
}
