import type { Position } from '@lofteskartan/shared/position';
import { DivIcon, Marker } from 'leaflet';
import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { type RankLook, rankMarkup } from '../ui/rank-mark.js';
import { toLatLng } from './latlng.js';
import styles from './rank-layer.module.css';

/** A numbered place on the map. */
export interface RankedPlace {
  rank: number;
  position: Position;
  look: RankLook;
}

/** Pixels: what a thumb hits. */
const SIZE = 44;

/** Numbered rings above everything else. A list beside the map says the same by number. Keep the array while nothing changes. */
export function RankLayer({
  places,
  lit,
  onLight,
}: {
  places: readonly RankedPlace[];
  lit: number | null;
  onLight: (rank: number | null) => void;
}) {
  const map = useMap();
  const markers = useRef(new Map<number, Marker>());
  useEffect(
    function placeRings() {
      const drawn = markers.current;
      // The first lies on top where two meet.
      for (const { rank, position, look } of places) {
        const icon = new DivIcon({
          html: rankMarkup(rank, look, SIZE - 6),
          className: styles.mark,
          iconSize: [SIZE, SIZE],
          iconAnchor: [SIZE / 2, SIZE / 2],
        });
        const marker = new Marker(toLatLng(position), { icon, keyboard: false, zIndexOffset: 1000 - rank });
        marker.on('mouseover click', () => {
          onLight(rank);
        });
        marker.on('mouseout', () => {
          onLight(null);
        });
        marker.addTo(map);
        marker.getElement()?.setAttribute('aria-hidden', 'true');
        drawn.set(rank, marker);
      }
      return () => {
        for (const marker of drawn.values()) marker.remove();
        drawn.clear();
      };
    },
    [map, places, onLight],
  );
  useEffect(
    function lightOne() {
      for (const [rank, marker] of markers.current)
        marker.getElement()?.classList.toggle(styles.lit ?? '', rank === lit);
    },
    [lit, places],
  );
  return null;
}
