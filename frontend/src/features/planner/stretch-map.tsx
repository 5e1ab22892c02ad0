import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { useCallback, useMemo, useRef } from 'react';
import type { Counts, Pin } from '../../map/cluster-index.js';
import { MapButtons } from '../../map/map-buttons.js';
import { MapView, type MapHandle } from '../../map/map-view.js';
import { PinLayer } from '../../map/pin-layer.js';
import styles from './planner.module.css';

/** Something of the planner on a map. */
export interface PlannerPin {
  id: string;
  position: Position;
  label: string;
  look: 'waits' | 'planned' | 'unsuitable' | 'answered';
}

const FILLS = { waits: 'half', planned: 'check', unsuitable: 'bar', answered: 'full' } as const;

interface StretchMapProps {
  municipality: Municipality;
  label: string;
  pins: readonly PlannerPin[];
  lit?: string | null;
  onLight?: (id: string | null) => void;
  onChoose?: (id: string) => void;
  small?: boolean;
}

/** Stretches, or the wishes of one, where they lie. Fetched with `lazy()`: Leaflet comes with it. */
export default function StretchMap({
  municipality,
  label,
  pins: given,
  lit = null,
  onLight,
  onChoose,
  small = false,
}: StretchMapProps) {
  const map = useRef<MapHandle>(null);
  const pins = useMemo<Pin[]>(
    () =>
      given.map(({ id, position, label: name, look }) => ({
        key: id,
        position,
        shape: 'disc',
        fill: FILLS[look],
        tone: look === 'planned' ? 'done' : look === 'unsuitable' ? 'no' : 'plain',
        label: name,
      })),
    [given],
  );
  const start = useMemo(() => boxOf(given.map(({ position }) => position)), [given]);
  const countsInWords = useCallback(
    (counts: Counts) => String(Object.values(counts).reduce((sum, count) => sum + count, 0)),
    [],
  );
  const litPin = given.find(({ id }) => id === lit);
  return (
    <MapView
      ground={municipality}
      label={label}
      {...(start ? { start } : {})}
      handle={map}
      className={small ? `${styles.map ?? ''} ${styles.small ?? ''}` : (styles.map ?? '')}
      over={<MapButtons map={map} />}
    >
      <PinLayer
        pins={pins}
        countsInWords={countsInWords}
        lit={litPin ? { key: litPin.id, position: litPin.position } : null}
        onLight={onLight}
        onChoose={onChoose ?? (() => undefined)}
      />
    </MapView>
  );
}

/** A box around positions with some room; the whole municipality where there are none. */
function boxOf(positions: readonly Position[]): { box: [number, number, number, number] } | null {
  if (positions.length === 0) return null;
  const room = 0.004;
  const [lngs, lats] = [positions.map(([lng]) => lng), positions.map(([, lat]) => lat)];
  return {
    box: [
      Math.min(...lngs) - room,
      Math.min(...lats) - room / 2,
      Math.max(...lngs) + room,
      Math.max(...lats) + room / 2,
    ],
  };
}
