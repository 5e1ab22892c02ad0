import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Box, Position } from '@lofteskartan/shared/position';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pin } from '../../map/cluster-index.js';
import { MapButtons } from '../../map/map-buttons.js';
import { MapView, type MapHandle } from '../../map/map-view.js';
import { PinLayer } from '../../map/pin-layer.js';
import styles from './dialogues.module.css';

interface VenueMapProps {
  municipality: Municipality;
  position: Position;
  venue: string;
}

/** Degrees around the venue. */
const MARGIN = 0.006;

/** Where it is held. Fetched with `lazy()`: Leaflet comes with it. */
export default function VenueMap({ municipality, position, venue }: VenueMapProps) {
  const { t } = useTranslation('dialogues');
  const map = useRef<MapHandle>(null);
  const pins = useMemo<Pin[]>(
    () => [{ key: 'venue', position, shape: 'lantern', fill: 'check', tone: 'plain', label: venue }],
    [position, venue],
  );
  const [lng, lat] = position;
  const box: Box = [lng - MARGIN, lat - MARGIN, lng + MARGIN, lat + MARGIN];
  return (
    <MapView
      ground={municipality}
      label={t('dialogue.map')}
      start={{ box }}
      handle={map}
      className={styles.map}
      over={<MapButtons map={map} />}
    >
      <PinLayer pins={pins} countsInWords={nothing} />
    </MapView>
  );
}

const nothing = () => '';
