import { useEffect } from 'react';
import { useMap } from 'react-leaflet';
import styles from './map-view.module.css';
import { Paths } from './paths.js';

/** The municipality's outline, above sketch and tiles. */
export function OutlineLayer({ boundary }: { boundary: object }) {
  const map = useMap();
  useEffect(
    function drawOutline() {
      const paths = new Paths(map, 'outline', 250);
      paths.draw(boundary, () => styles.outline ?? '');
      return () => {
        paths.remove();
      };
    },
    [map, boundary],
  );
  return null;
}
