import type { Position } from '@lofteskartan/shared/position';
import { DivIcon, Marker } from 'leaflet';
import { useEffect } from 'react';
import { useMap } from 'react-leaflet';
import { toLatLng } from './latlng.js';
import styles from './place-layer.module.css';

/** A place that is shown beside the pins. */
export interface ShownPlace {
  key: string;
  position: Position;
  /** Its name, for the ear and when it is pointed at. */
  label: string;
}

interface PlaceLayerProps {
  /** Keep the array while nothing changes. */
  places: readonly ShownPlace[];
  /** Keep the function while nothing changes. */
  onChoose: (key: string) => void;
}

/** The least that a thumb hits. Pixels. */
const TOUCH = 44;
/** A diamond: no kind of proposal has this shape. */
const MARK =
  '<svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false"><path d="M0-8L8 0L0 8L-8 0Z"/></svg>';

/** Quiet marks below the pins that lead somewhere: links in the order of the array. */
export function PlaceLayer({ places, onChoose }: PlaceLayerProps) {
  const map = useMap();
  useEffect(
    function drawPlaces() {
      const pane = map.getPane('places') ?? map.createPane('places');
      pane.style.zIndex = '590';
      const markers = places.map(({ key, position, label }) => {
        const icon = new DivIcon({ html: MARK, className: styles.mark, iconSize: [TOUCH, TOUCH] });
        // The map would make a click of Enter only where it sees the key: the link does it itself.
        const marker = new Marker(toLatLng(position), { icon, pane: 'places', title: label });
        marker.on('add', () => {
          const element = marker.getElement();
          element?.setAttribute('role', 'link');
          element?.setAttribute('aria-label', label);
          element?.addEventListener('keydown', (event) => {
            if (event.key === 'Enter') onChoose(key);
          });
        });
        marker.on('click', () => {
          onChoose(key);
        });
        return marker.addTo(map);
      });
      return () => {
        for (const marker of markers) marker.remove();
      };
    },
    [map, places, onChoose],
  );
  return null;
}
