import type { DarkPlaceItem } from '@lofteskartan/shared/contracts/dark-places';
import type { LightPoint } from '@lofteskartan/shared/contracts/lighting';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counts, Pin } from '../../map/cluster-index.js';
import { DotLayer } from '../../map/dot-layer.js';
import { MapButtons } from '../../map/map-buttons.js';
import { MapView, type MapHandle } from '../../map/map-view.js';
import { OutlineLayer } from '../../map/outline-layer.js';
import { PinLayer } from '../../map/pin-layer.js';
import styles from './inventory.module.css';
import { dotsOf } from './lamp-dots.js';
import { PLACE_LOOKS } from './place-looks.js';

interface PublicPlacesMapProps {
  municipality: Municipality;
  /** What is told of the lighting. Keep the array while nothing changes. */
  lamps?: readonly LightPoint[];
  label: string;
  places: readonly Pick<DarkPlaceItem, 'reference' | 'name' | 'position' | 'state'>[];
  /** Opens close to the only place. */
  isClose?: boolean;
  outline?: object | null;
  lit?: string | null;
  onLight?: (key: string | null) => void;
  onChoose?: (reference: string) => void;
}

const CLOSE = 16;
const NO_LAMPS: readonly LightPoint[] = [];

/** Public places on a map, or one of them from close. Fetched with `lazy()`: Leaflet comes with it. */
export default function PublicPlacesMap({
  municipality,
  lamps = NO_LAMPS,
  label,
  places,
  isClose = false,
  outline = null,
  lit = null,
  onLight,
  onChoose,
}: PublicPlacesMapProps) {
  const { t } = useTranslation(['dark-places', 'inventory']);
  const map = useRef<MapHandle>(null);
  const dots = useMemo(() => dotsOf(lamps), [lamps]);
  const pins = useMemo<Pin[]>(
    () =>
      places.flatMap(({ reference, position, state, name }) =>
        position
          ? [
              {
                key: reference,
                position,
                shape: 'lantern' as const,
                ...PLACE_LOOKS[state],
                label: `${name}: ${t(`state.${state}`, { ns: 'inventory' })}`,
              },
            ]
          : [],
      ),
    [places, t],
  );
  const countsInWords = useCallback(
    (counts: Counts) =>
      t('list.count', { count: Object.values(counts).reduce((sum, count) => sum + count, 0) }),
    [t],
  );
  const [first] = pins;
  const isLit = pins.find(({ key }) => key === lit);
  return (
    <MapView
      ground={municipality}
      label={label}
      start={isClose && first ? { center: first.position, zoom: CLOSE } : undefined}
      handle={map}
      className={styles.map}
      over={<MapButtons map={map} />}
    >
      {outline && <OutlineLayer boundary={outline} />}
      <DotLayer dots={dots} />
      <PinLayer
        pins={pins}
        countsInWords={countsInWords}
        lit={isLit ? { key: isLit.key, position: isLit.position } : null}
        onLight={onLight}
        onChoose={onChoose}
      />
    </MapView>
  );
}
