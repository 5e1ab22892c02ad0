import type { Position } from '@lofteskartan/shared/position';
import {
  DivIcon,
  Marker,
  Polygon,
  Polyline,
  SVG,
  type LeafletKeyboardEvent,
  type LeafletMouseEvent,
} from 'leaflet';
import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import styles from './corner-layer.module.css';
import { toLatLng, toPosition } from './latlng.js';

/** Pixels: what a thumb hits. */
const SIZE = 44;
/** A second tap within this time is a zoom. Milliseconds. */
const DOUBLE_MS = 260;

/** Where each arrow moves the map, [right, down]. */
const WAYS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
] as const);
const PAN_PIXELS = 80;

interface CornerLayerProps {
  /** Keep the array while nothing changes. */
  corners: readonly Position[];
  chosen: number | null;
  /** A tap or a click on the map. */
  onTap: (position: Position) => void;
  /** Enter on the map, which is in the middle of something. */
  onEnter: (middle: Position) => void;
  /** Backspace on the map. */
  onErase: () => void;
  onChoose: (index: number) => void;
  onMove: (index: number, position: Position) => void;
}

/** Corners with the lines between them; by mouse and finger each can be dragged. The keyboard sets one in the middle of the map. */
export function CornerLayer({
  corners,
  chosen,
  onTap,
  onEnter,
  onErase,
  onChoose,
  onMove,
}: CornerLayerProps) {
  const map = useMap();
  const tell = useRef({ onTap, onEnter, onErase, onChoose, onMove });
  useEffect(() => {
    tell.current = { onTap, onEnter, onErase, onChoose, onMove };
  });
  useEffect(
    function listenToTaps() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const cancel = () => {
        clearTimeout(timer);
      };
      const tap = ({ latlng }: LeafletMouseEvent) => {
        cancel();
        timer = setTimeout(() => {
          tell.current.onTap(toPosition(latlng));
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
  useEffect(
    function listenToKeys() {
      const press = ({ originalEvent: event }: LeafletKeyboardEvent) => {
        const way = WAYS.get(event.key);
        if (way) {
          // At once: Leaflet leaves out what is pressed while the map still glides, and a corner would be set half-way.
          const pixels = (map.options.keyboardPanDelta ?? PAN_PIXELS) * (event.shiftKey ? 3 : 1);
          map.panBy([way[0] * pixels, way[1] * pixels], { animate: false });
          event.stopPropagation();
        } else if (event.key === 'Enter') tell.current.onEnter(toPosition(map.getCenter()));
        else if (event.key === 'Backspace' || event.key === 'Delete') tell.current.onErase();
        else return;
        event.preventDefault();
      };
      map.on('keydown', press);
      return () => {
        map.off('keydown', press);
      };
    },
    [map],
  );
  useEffect(
    function drawArea() {
      const pane = map.getPane('corners') ?? map.createPane('corners');
      pane.style.zIndex = '450';
      pane.style.pointerEvents = 'none';
      const renderer = new SVG({ pane: 'corners', padding: 1 });
      const points = corners.map((corner) => toLatLng(corner));
      const look = { className: styles.area ?? '', interactive: false, renderer };
      const shape = points.length > 2 ? new Polygon(points, look) : new Polyline(points, look);
      shape.addTo(map);
      const markers = points.map((point, index) => {
        const icon = new DivIcon({
          html: `<span>${String(index + 1)}</span>`,
          className: styles.corner ?? '',
          iconSize: [SIZE, SIZE],
          iconAnchor: [SIZE / 2, SIZE / 2],
        });
        const marker = new Marker(point, { icon, draggable: true, keyboard: false }).addTo(map);
        marker.getElement()?.setAttribute('aria-hidden', 'true');
        marker.getElement()?.classList.toggle(styles.chosen ?? '', index === chosen);
        marker.on('click', () => {
          tell.current.onChoose(index);
        });
        marker.on('drag', () => {
          shape.setLatLngs(points.map((each, at) => (at === index ? marker.getLatLng() : each)));
        });
        marker.on('dragend', () => {
          tell.current.onMove(index, toPosition(marker.getLatLng()));
        });
        return marker;
      });
      return () => {
        for (const layer of [shape, ...markers]) layer.remove();
        renderer.remove();
      };
    },
    [map, corners, chosen],
  );
  return null;
}
