import 'leaflet/dist/leaflet.css';
import type { Locality, MapSettings } from '@lofteskartan/shared/contracts/municipalities';
import type { Box, Position } from '@lofteskartan/shared/position';
import type { FitBoundsOptions, MapOptions } from 'leaflet';
import {
  useEffect,
  useImperativeHandle,
  useState,
  type CSSProperties,
  type ReactNode,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { MapContainer, useMap } from 'react-leaflet';
import { grown } from './geometry.js';
import { toBounds, toBox, toLatLng, toPosition } from './latlng.js';
import styles from './map-view.module.css';
import { OutlineLayer } from './outline-layer.js';
import { SketchLayer } from './sketch-layer.js';
import { TilesLayer } from './tiles-layer.js';

/** What a municipality's map is made of; the API's `Municipality` has it all. */
export interface MapGround {
  bbox: Box;
  /** GeoJSON outline. */
  boundary: object;
  /** GeoJSON FeatureCollection of the drawn sketch. */
  sketch: object;
  localities: readonly Locality[];
  map: MapSettings;
}

/** What the map shows now. */
export interface MapSight {
  center: Position;
  zoom: number;
  box: Box;
  /** False until something has moved the map since it was opened; a new size of the window moves nothing. */
  moved: boolean;
}

/** What a page may ask a map to do. Keep it in a `useRef<MapHandle>(null)`. */
export interface MapHandle {
  goTo: (center: Position, zoom?: number) => void;
  /** Shows all of a box; never closer than `closest`. */
  fit: (box: Box, closest?: number) => void;
  zoomBy: (levels: number) => void;
  /** Moves the map just as far as needed for a position to be seen. */
  reveal: (position: Position) => void;
  /** Puts the keyboard on the map itself. */
  focus: () => void;
}

export interface MapViewProps {
  ground: MapGround;
  /** What the map is of: "Karta över Ale". */
  label: string;
  /** Where it opens; the whole municipality when left out. */
  start?: { center: Position; zoom: number } | { box: Box };
  /** Called when a move or a zoom has ended, and once at the start. */
  onSight?: (sight: MapSight) => void;
  handle?: Ref<MapHandle>;
  /** Keeps the middle where it is while zooming: for pointing out a place by the middle. */
  zoomsAroundMiddle?: boolean;
  /** Layers such as `PinLayer`. */
  children?: ReactNode;
  /** What lies over the map: buttons, a legend. */
  over?: ReactNode;
  /** Pixels at the lower edge that something lies over, such as a sheet. What is shown is fitted above them. */
  covered?: number;
  className?: string;
}

const movesGently = () => !window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Leaflet reads these once, when the map is made. */
function optionsFor(settings: MapSettings, bbox: Box, aroundMiddle: boolean): MapOptions {
  const gently = movesGently();
  const around = aroundMiddle ? 'center' : true;
  return {
    minZoom: settings.minZoom,
    maxZoom: settings.maxZoom,
    maxBounds: toBounds(grown(bbox, 0.6)),
    maxBoundsViscosity: 0.7,
    // A sketch is sharp at any zoom and fills the window better; tiles are sharp at whole levels only.
    zoomSnap: settings.tiles ? 1 : 0.5,
    zoomControl: false,
    attributionControl: false,
    keyboardPanDelta: aroundMiddle ? 32 : 80,
    touchZoom: around,
    doubleClickZoom: around,
    scrollWheelZoom: around,
    inertia: gently,
    zoomAnimation: gently,
    fadeAnimation: gently,
    markerZoomAnimation: gently,
  };
}

/** Room around what is fitted, pixels. */
const fitting = (covered: number): FitBoundsOptions => ({
  paddingTopLeft: [16, 16],
  paddingBottomRight: [16, 16 + covered],
});

function Commands({ handle, covered }: { handle: Ref<MapHandle> | undefined; covered: number }) {
  const map = useMap();
  useImperativeHandle(
    handle,
    () => ({
      goTo: (center, zoom = map.getZoom()) => {
        const middle = map.project(toLatLng(center), zoom).add([0, covered / 2]);
        map.setView(map.unproject(middle, zoom), zoom, { animate: movesGently() });
      },
      fit: (box, closest) => {
        map.fitBounds(toBounds(box), { ...fitting(covered), maxZoom: closest, animate: movesGently() });
      },
      zoomBy: (levels) => {
        map.setZoom(map.getZoom() + levels, { animate: movesGently() });
      },
      reveal: (position) => {
        map.panInside(toLatLng(position), {
          paddingTopLeft: [64, 88],
          paddingBottomRight: [72, 40 + covered],
          animate: movesGently(),
        });
      },
      focus: () => {
        map.getContainer().focus({ preventScroll: true });
      },
    }),
    [map, covered],
  );
  return null;
}

function Sight({ onSight }: { onSight: ((sight: MapSight) => void) | undefined }) {
  const map = useMap();
  useEffect(
    function tellWhatIsSeen() {
      let moved = false;
      const noteMove = () => {
        moved = true;
      };
      const tell = () => {
        // Styles know the zoom, so that lines widen with it.
        map.getContainer().style.setProperty('--map-zoom', String(map.getZoom()));
        const center = toPosition(map.getCenter());
        onSight?.({ center, zoom: map.getZoom(), box: toBox(map.getBounds()), moved });
      };
      tell();
      map.on('movestart', noteMove);
      map.on('moveend', tell);
      return () => {
        map.off('movestart', noteMove);
        map.off('moveend', tell);
      };
    },
    [map, onSight],
  );
  return null;
}

function Manners({ label }: { label: string }) {
  const map = useMap();
  useEffect(
    function nameTheMap() {
      const container = map.getContainer();
      // Arrow keys and +/− are the map's own; a screen reader must let them through.
      container.setAttribute('role', 'application');
      container.setAttribute('aria-label', label);
    },
    [map, label],
  );
  useEffect(
    function followItsSize() {
      const observer = new ResizeObserver(() => map.invalidateSize({ pan: false, debounceMoveend: true }));
      observer.observe(map.getContainer());
      return () => {
        observer.disconnect();
      };
    },
    [map],
  );
  return null;
}

function Attribution({ tiles }: { tiles: MapSettings['tiles'] }) {
  const { t } = useTranslation('map');
  if (!tiles) return <p className={styles.attribution}>{t('sketched')}</p>;
  return (
    <p className={styles.attribution}>
      {tiles.attributionUrl ? <a href={tiles.attributionUrl}>{tiles.attribution}</a> : tiles.attribution}
    </p>
  );
}

/**
 * A map of a municipality: the drawn sketch at once, tiles over it where the installation has some and they come. It knows
 * positions and shapes; what they mean is told by its children. Its parent gives it a height.
 */
export function MapView({
  ground,
  label,
  start,
  onSight,
  handle,
  zoomsAroundMiddle = false,
  children,
  over,
  covered = 0,
  className,
}: MapViewProps) {
  const { t } = useTranslation('map');
  const { bbox, boundary, sketch, localities, map: settings } = ground;
  const [options] = useState(() => optionsFor(settings, bbox, zoomsAroundMiddle));
  const [opensAt] = useState(() =>
    start && 'center' in start
      ? { center: toLatLng(start.center), zoom: start.zoom }
      : { bounds: toBounds(start?.box ?? bbox), boundsOptions: fitting(covered) },
  );
  const [hasTiles, setHasTiles] = useState(false);

  return (
    <div
      className={`${styles.frame} ${className ?? ''}`}
      style={{ '--map-covered': `${covered}px` } as CSSProperties}
    >
      {/* Before the map, so that Tab meets the search and the buttons first. */}
      {over}
      <MapContainer {...options} {...opensAt} className={styles.map}>
        <Manners label={t('label', { label })} />
        <Commands handle={handle} covered={covered} />
        <Sight onSight={onSight} />
        <SketchLayer sketch={sketch} boundary={boundary} localities={localities} named={!hasTiles} />
        {settings.tiles && (
          <TilesLayer tiles={settings.tiles} maxZoom={settings.maxZoom} onShown={setHasTiles} />
        )}
        <OutlineLayer boundary={boundary} />
        {children}
      </MapContainer>
      <Attribution tiles={hasTiles ? settings.tiles : null} />
    </div>
  );
}
