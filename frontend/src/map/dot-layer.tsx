import type { Position } from '@lofteskartan/shared/position';
import { CircleMarker, SVG } from 'leaflet';
import { useEffect } from 'react';
import { useMap } from 'react-leaflet';
import styles from './dot-layer.module.css';
import { toLatLng } from './latlng.js';

/** A small mark below the pins, hollow or filled. */
export interface Dot {
  key: string;
  position: Position;
  filled: boolean;
}

/** Small marks that only show where something is; a list beside the map says what. Keep the array while nothing changes. */
export function DotLayer({ dots }: { dots: readonly Dot[] }) {
  const map = useMap();
  useEffect(
    function drawDots() {
      const pane = map.getPane('dots') ?? map.createPane('dots');
      pane.style.zIndex = '360';
      pane.style.pointerEvents = 'none';
      const renderer = new SVG({ pane: 'dots', padding: 1 });
      const circles = dots.map(({ position, filled }) =>
        new CircleMarker(toLatLng(position), {
          radius: 5,
          className: filled ? styles.filled : styles.hollow,
          interactive: false,
          renderer,
        }).addTo(map),
      );
      return () => {
        for (const circle of circles) circle.remove();
        renderer.remove();
      };
    },
    [map, dots],
  );
  return null;
}
