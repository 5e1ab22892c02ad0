import type { Locality } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { DivIcon, LayerGroup, Marker, type Map as LeafletMap } from 'leaflet';
import { useEffect } from 'react';
import { useMap } from 'react-leaflet';
import { placeLabels, type LabelWish, type Rectangle } from './label-placement.js';
import { toLatLng } from './latlng.js';
import { OBSTACLES_MOVED, obstaclesOf } from './obstacles.js';
import { localitySize, nameLine, type SketchFeature } from './sketch.js';
import styles from './sketch-layer.module.css';

type LabelLook = 'locality' | 'station' | 'road' | 'shield' | 'water';

interface Label extends LabelWish {
  look: LabelLook;
  /** The point that it names. */
  at: Position;
}

/** From which zoom a name is worth its place. */
const FROM_ZOOM = { locality: 0, shield: 10, station: 13, water: 11, road: 13 } as const satisfies Record<
  LabelLook,
  number
>;
const PANE = 'sketch-labels';

/** A lake is not long enough for a name to follow it. Pixels. */
const LEANS_FROM = 120;

function lengthOf(map: LeafletMap, line: readonly Position[]): number {
  const points = line.map((position) => map.latLngToLayerPoint(toLatLng(position)));
  return points.reduce((sum, point, index) => sum + point.distanceTo(points[index - 1] ?? point), 0);
}

/** The point of a line that lies nearest the middle of the map, and how the line leans there; null when none is in view. */
function bestPoint(map: LeafletMap, line: readonly Position[]): { at: Position; lean: number } | null {
  const bounds = map.getBounds().pad(-0.08);
  const middle = map.getSize().divideBy(2);
  let nearest = Infinity;
  let index = -1;
  line.forEach((position, each) => {
    const place = toLatLng(position);
    const far = map.latLngToContainerPoint(place).distanceTo(middle);
    if (!bounds.contains(place) || far >= nearest) return;
    nearest = far;
    index = each;
  });
  const at = line[index];
  if (!at) return null;
  const from = map.latLngToLayerPoint(toLatLng(line[Math.max(0, index - 1)] ?? at));
  const to = map.latLngToLayerPoint(toLatLng(line[Math.min(line.length - 1, index + 1)] ?? at));
  if (lengthOf(map, line) < LEANS_FROM) return { at, lean: 0 };
  let lean = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  // Names are read from left to right.
  if (lean > 90) lean -= 180;
  if (lean < -90) lean += 180;
  return { at, lean };
}

const LOOKS: Partial<
  Record<SketchFeature['properties']['type'], { look: LabelLook; size: number; rank: number }>
> = {
  motorway: { look: 'shield', size: 12, rank: 100 },
  station: { look: 'station', size: 12, rank: 200 },
  water: { look: 'water', size: 13, rank: 300 },
  road: { look: 'road', size: 12, rank: 400 },
};

/** Every name that wants a place in the present view. */
function wishes(
  map: LeafletMap,
  localities: readonly Locality[],
  features: readonly SketchFeature[],
): Label[] {
  const zoom = map.getZoom();
  const point = (at: Position) => map.latLngToLayerPoint(toLatLng(at));
  const found: Label[] = localities.map((locality) => ({
    ...{ x: point(locality.position).x, y: point(locality.position).y },
    text: locality.name,
    size: localitySize(locality),
    rank: -(locality.population ?? 0),
    offset: 0,
    look: 'locality',
    at: locality.position,
  }));
  const named = new Set<string>();
  for (const feature of features) {
    const { name, type, size } = feature.properties;
    const look = LOOKS[type];
    if (!look || !name || named.has(`${type} ${name}`)) continue;
    // Smaller things are named one step of zoom later.
    if (zoom < FROM_ZOOM[look.look] + (type === 'station' ? 0 : (size - 1) * 0.7)) continue;
    const best = bestPoint(map, nameLine(feature));
    if (!best) continue;
    named.add(`${type} ${name}`);
    const { x, y } = point(best.at);
    const isLeaning = look.look === 'road' || look.look === 'water';
    found.push({
      ...look,
      text: name,
      x,
      y,
      rank: look.rank + size,
      offset: look.look === 'station' ? 8 : 0,
      at: best.at,
      lean: isLeaning ? best.lean : undefined,
    });
  }
  return found;
}

/** The name as an element: `DivIcon` takes one, so no markup is parsed. */
function labelElement(label: Label): HTMLElement {
  const element = document.createElement('span');
  element.className = [styles.label, styles[label.look]].filter(Boolean).join(' ');
  element.textContent = label.text;
  element.style.fontSize = `${label.size}px`;
  if (label.lean !== undefined) element.style.rotate = `${label.lean.toFixed(1)}deg`;
  return element;
}

/** What is in view, in layer pixels. */
function inView(map: LeafletMap): Rectangle {
  const { x, y } = map.containerPointToLayerPoint([0, 0]);
  const size = map.getSize();
  return { left: x, top: y, right: x + size.x, bottom: y + size.y };
}

function marker(position: Position, icon: DivIcon): Marker {
  return new Marker(toLatLng(position), { icon, pane: PANE, interactive: false, keyboard: false });
}

/** The names of the sketch. They are decoration for the eye: the ear gets the place search and the list. */
export function SketchLabels({
  localities,
  features,
}: {
  localities: readonly Locality[];
  features: readonly SketchFeature[];
}) {
  const map = useMap();
  useEffect(
    function nameWhatIsInView() {
      const pane = map.getPane(PANE) ?? map.createPane(PANE);
      pane.classList.add(styles.labels ?? '');
      pane.setAttribute('aria-hidden', 'true');
      const group = new LayerGroup().addTo(map);
      const draw = () => {
        group.clearLayers();
        const wanted = wishes(map, localities, features);
        for (const { wish, x, y } of placeLabels(wanted, obstaclesOf(map), inView(map))) {
          const { x: pointX, y: pointY } = map.latLngToLayerPoint(toLatLng(wish.at));
          if (wish.look === 'station')
            group.addLayer(marker(wish.at, new DivIcon({ className: styles.stationDot, iconSize: [9, 9] })));
          const icon = new DivIcon({
            html: labelElement(wish),
            className: '',
            iconSize: [0, 0],
            iconAnchor: [pointX - x, pointY - y],
          });
          group.addLayer(marker(wish.at, icon));
        }
      };
      draw();
      map.on('moveend', draw);
      map.on(OBSTACLES_MOVED, draw);
      return () => {
        map.off('moveend', draw);
        map.off(OBSTACLES_MOVED, draw);
        group.remove();
      };
    },
    [map, localities, features],
  );
  return null;
}
