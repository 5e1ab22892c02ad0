import type { WalkStop } from '@lofteskartan/shared/contracts/safety-walks';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Box } from '@lofteskartan/shared/position';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pin } from '../../map/cluster-index.js';
import { MapButtons } from '../../map/map-buttons.js';
import { MapView, type MapHandle } from '../../map/map-view.js';
import { OutlineLayer } from '../../map/outline-layer.js';
import { PinLayer } from '../../map/pin-layer.js';
import { MARK_LOOKS } from './walk-looks.js';
import styles from './walks.module.css';

interface WalkMapProps {
  municipality: Municipality;
  stops: readonly Pick<WalkStop, 'id' | 'name' | 'position'>[];
}

/** Degrees around the stops, so that none stands at the edge. */
const MARGIN = 0.004;

/** Where a walk stops, with straight lines between. Fetched with `lazy()`: Leaflet comes with it. */
export default function WalkMap({ municipality, stops }: WalkMapProps) {
  const { t } = useTranslation(['work-walks', 'walks']);
  const map = useRef<MapHandle>(null);
  const pins = useMemo<Pin[]>(
    () =>
      stops.map(({ id, name, position }, index) => ({
        key: id,
        position,
        shape: 'lantern',
        ...MARK_LOOKS.attention,
        label: t('protocol.stopOf', { ns: 'walks', number: index + 1, name }),
      })),
    [stops, t],
  );
  const line = useMemo(
    () => ({ type: 'LineString', coordinates: stops.map(({ position }) => position) }),
    [stops],
  );
  const lngs = stops.map(({ position: [lng] }) => lng);
  const lats = stops.map(({ position: [, lat] }) => lat);
  const box: Box = [
    Math.min(...lngs) - MARGIN,
    Math.min(...lats) - MARGIN,
    Math.max(...lngs) + MARGIN,
    Math.max(...lats) + MARGIN,
  ];
  return (
    <MapView
      ground={municipality}
      label={t('stops.map')}
      start={{ box }}
      handle={map}
      className={styles.map}
      over={<MapButtons map={map} />}
    >
      {stops.length > 1 && <OutlineLayer boundary={line} />}
      <PinLayer pins={pins} countsInWords={nothing} />
    </MapView>
  );
}

const nothing = () => '';
