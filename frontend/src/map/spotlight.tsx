import type { Position } from '@lofteskartan/shared/position';
import { DivIcon, Marker } from 'leaflet';
import { useEffect } from 'react';
import { useMap } from 'react-leaflet';
import { toLatLng } from './latlng.js';
import styles from './pin-layer.module.css';

/** A ring of light where something lies that has no mark of its own at this zoom. */
export function Spotlight({ position }: { position: Position }) {
  const map = useMap();
  const [lng, lat] = position;
  useEffect(
    function shine() {
      const icon = new DivIcon({ className: styles.spotlight, iconSize: [44, 44] });
      const marker = new Marker(toLatLng([lng, lat]), {
        icon,
        interactive: false,
        keyboard: false,
        zIndexOffset: 3000,
      }).addTo(map);
      return () => {
        marker.remove();
      };
    },
    [map, lng, lat],
  );
  return null;
}
