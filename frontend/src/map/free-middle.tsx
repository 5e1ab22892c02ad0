import { useEffect } from 'react';
import { useMap } from 'react-leaflet';
import { setObstacles } from './obstacles.js';

/** Half the width of the cross. Pixels. */
const HALF = 34;

/** Keeps names from under the cross: what is pointed at should be seen. */
export function FreeMiddle() {
  const map = useMap();
  useEffect(
    function keepTheMiddleFree() {
      const mark = () => {
        const { x, y } = map.containerPointToLayerPoint(map.getSize().divideBy(2));
        setObstacles(map, [{ left: x - HALF, right: x + HALF, top: y - HALF, bottom: y + HALF }]);
      };
      mark();
      map.on('moveend', mark);
      return () => {
        map.off('moveend', mark);
        setObstacles(map, []);
      };
    },
    [map],
  );
  return null;
}
