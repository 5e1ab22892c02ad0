import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pin } from '../../map/cluster-index.js';
import { MapButtons } from '../../map/map-buttons.js';
import { MapView, type MapHandle } from '../../map/map-view.js';
import { OutlineLayer } from '../../map/outline-layer.js';
import { PinLayer } from '../../map/pin-layer.js';
import styles from './inventory.module.css';
import { PLACE_LOOKS } from './place-looks.js';

interface PlaceMapProps {
  municipality: Municipality;
  place: Pick<StaffPlace, 'reference' | 'name' | 'position' | 'outline' | 'state'>;
}

const CLOSE = 16;
const nothing = () => '';

/** Where a place is, with its outline. Fetched with `lazy()`: Leaflet comes with it. */
export default function PlaceMap({ municipality, place }: PlaceMapProps) {
  const { t } = useTranslation('work-inventory');
  const map = useRef<MapHandle>(null);
  const { reference, name, position, outline, state } = place;
  const pins = useMemo<Pin[]>(
    () => [{ key: reference, position, shape: 'lantern', ...PLACE_LOOKS[state], label: name }],
    [reference, position, state, name],
  );
  return (
    <MapView
      ground={municipality}
      label={t('place.map')}
      start={{ center: position, zoom: CLOSE }}
      handle={map}
      className={styles.map}
      over={<MapButtons map={map} />}
    >
      {outline && <OutlineLayer boundary={outline} />}
      <PinLayer pins={pins} countsInWords={nothing} chosen={reference} />
    </MapView>
  );
}
