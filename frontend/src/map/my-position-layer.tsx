import { Circle, DivIcon, LayerGroup, Marker } from 'leaflet';
import { useEffect } from 'react';
import { useMap } from 'react-leaflet';
import { toLatLng } from './latlng.js';
import styles from './my-position-layer.module.css';
import type { Found } from './my-position.js';

/** A dot where I am, and a circle as wide as the phone is unsure. */
export function MyPositionLayer({ found }: { found: Found | null }) {
  const map = useMap();
  useEffect(
    function showWhereIAm() {
      if (!found) return undefined;
      const at = toLatLng(found.position);
      const icon = new DivIcon({ className: styles.dot, iconSize: [18, 18] });
      const group = new LayerGroup([
        new Circle(at, { radius: found.accuracy, className: styles.around, interactive: false }),
        new Marker(at, { icon, interactive: false, keyboard: false }),
      ]).addTo(map);
      return () => {
        group.remove();
      };
    },
    [map, found],
  );
  return null;
}
