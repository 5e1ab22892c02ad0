import type { MapSettings } from '@lofteskartan/shared/contracts/municipalities';
import { useRef } from 'react';
import { MapButtons } from '../../map/map-buttons.js';
import { MapView, type MapGround, type MapHandle } from '../../map/map-view.js';
import styles from './town.module.css';
import { boxOf } from './shape-box.js';

interface ShapeMapProps {
  label: string;
  boundary: object;
  sketch: object;
  localities: MapGround['localities'];
  settings: MapSettings;
}

/** How an outline and a sketch would look. Fetched with `lazy()`: Leaflet comes with it. */
export default function ShapeMap({ label, boundary, sketch, localities, settings }: ShapeMapProps) {
  const map = useRef<MapHandle>(null);
  const bbox = boxOf(boundary);
  if (!bbox) return null;
  return (
    <MapView
      ground={{ bbox, boundary, sketch, localities, map: settings }}
      label={label}
      handle={map}
      over={<MapButtons map={map} />}
      className={styles.map}
    />
  );
}
