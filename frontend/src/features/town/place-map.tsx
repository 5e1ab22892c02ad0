import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { PlaceLine } from '@lofteskartan/shared/contracts/place-list';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Counts, type Pin } from '../../map/cluster-index.js';
import { MapButtons } from '../../map/map-buttons.js';
import { MapView, type MapHandle } from '../../map/map-view.js';
import { PinLayer } from '../../map/pin-layer.js';
import styles from './town.module.css';

interface PlaceMapProps {
  label: string;
  municipality: Municipality;
  lines: readonly PlaceLine[];
}

const FILLS = { added: 'full', changed: 'half', same: 'outline', refused: 'bar' } as const;
const TONES = { added: 'done', changed: 'wait', same: 'plain', refused: 'no' } as const;

/** Where the places of a file lie. Fetched with `lazy()`: Leaflet comes with it. */
export default function PlaceMap({ label, municipality, lines }: PlaceMapProps) {
  const { t } = useTranslation('work-places');
  const map = useRef<MapHandle>(null);
  const pins = useMemo(
    () =>
      lines.flatMap(({ line, name, state, position }): Pin[] =>
        position
          ? [
              {
                key: String(line),
                position,
                shape: 'disc',
                fill: FILLS[state],
                tone: TONES[state],
                label: `${name}, ${t(`import.state.${state}`)}`,
              },
            ]
          : [],
      ),
    [lines, t],
  );
  const countsInWords = useCallback((counts: Counts) => t('count', { count: counts.disc }), [t]);
  return (
    <MapView
      ground={municipality}
      label={label}
      handle={map}
      over={<MapButtons map={map} />}
      className={styles.map}
    >
      <PinLayer pins={pins} countsInWords={countsInWords} />
    </MapView>
  );
}
