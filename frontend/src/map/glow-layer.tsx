import type { Position } from '@lofteskartan/shared/position';
import { CircleMarker, SVG } from 'leaflet';
import { useEffect } from 'react';
import { useMap } from 'react-leaflet';
import styles from './glow-layer.module.css';
import { toLatLng } from './latlng.js';

/** A light on the map, the larger the more of something there is. */
export interface Glow {
  key: string;
  position: Position;
  /** From 0 to 1. */
  weight: number;
}

/** Pixels: the smallest is seen beside its pin, the largest covers a neighbourhood. */
const SMALLEST = 16;
const LARGEST = 60;
const RINGS = [1, 0.66, 0.36];

/** Lights below the pins. What they mean is told beside the map; nothing can be pressed. Keep the array while nothing changes. */
export function GlowLayer({ glows }: { glows: readonly Glow[] }) {
  const map = useMap();
  useEffect(
    function shine() {
      const pane = map.getPane('glow') ?? map.createPane('glow');
      pane.style.zIndex = '350';
      pane.style.pointerEvents = 'none';
      const renderer = new SVG({ pane: 'glow', padding: 1 });
      const circles = glows.flatMap(({ position, weight }) =>
        RINGS.map((share) =>
          new CircleMarker(toLatLng(position), {
            radius: (SMALLEST + Math.sqrt(weight) * (LARGEST - SMALLEST)) * share,
            className: styles.glow,
            interactive: false,
            renderer,
          }).addTo(map),
        ),
      );
      return () => {
        for (const circle of circles) circle.remove();
        renderer.remove();
      };
    },
    [map, glows],
  );
  return null;
}
