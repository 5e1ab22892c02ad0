import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { useMemo } from 'react';
import { MapView, type MapGround } from '../../map/map-view.js';
import { PinLayer } from '../../map/pin-layer.js';
import { KIND_SHAPES, STATUS_LOOKS } from '../../platform/looks.js';
import styles from './place-map.module.css';

/** Near enough to see which road, far enough to see which town. */
const ZOOM = 13;
const nothingGathered = () => '';

export interface PlaceMapProps {
  ground: MapGround;
  position: Position;
  kind: ProposalKind;
  status: ProposalStatus;
  label: string;
}

/** One place on the map. It is looked at, not used: it stands in a frame that is inert. */
export function PlaceMap({ ground, position, kind, status, label }: PlaceMapProps) {
  const [lng, lat] = position;
  const pins = useMemo(
    () => [
      {
        key: 'place',
        position: [lng, lat] as Position,
        shape: KIND_SHAPES[kind],
        fill: STATUS_LOOKS[status].fill,
        tone: STATUS_LOOKS[status].tone,
        label,
      },
    ],
    [lng, lat, kind, status, label],
  );
  return (
    <MapView className={styles.map} ground={ground} label={label} start={{ center: position, zoom: ZOOM }}>
      <PinLayer pins={pins} countsInWords={nothingGathered} />
    </MapView>
  );
}
