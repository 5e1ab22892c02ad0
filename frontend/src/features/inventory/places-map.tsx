import type { PlaceItem } from '@lofteskartan/shared/contracts/inventory';
import type { LightPoint } from '@lofteskartan/shared/contracts/lighting';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counts, Pin } from '../../map/cluster-index.js';
import { DotLayer } from '../../map/dot-layer.js';
import { GlowLayer } from '../../map/glow-layer.js';
import { MapButtons } from '../../map/map-buttons.js';
import { MapView, type MapHandle } from '../../map/map-view.js';
import { PinLayer } from '../../map/pin-layer.js';
import type { Shining } from './glow.rules.js';
import styles from './inventory.module.css';
import { dotsOf } from './lamp-dots.js';
import { PLACE_LOOKS } from './place-looks.js';

interface PlacesMapProps {
  municipality: Municipality;
  /** What is told of the lighting. Keep the array while nothing changes. */
  lamps?: readonly LightPoint[];
  places: readonly PlaceItem[];
  /** Keep the array while nothing changes. */
  glows: readonly Shining[];
  lit: string | null;
  onLight: (key: string | null) => void;
  onChoose: (reference: string) => void;
}

const NO_LAMPS: readonly LightPoint[] = [];

/** The places on a map, with what shines. Fetched with `lazy()`: Leaflet comes with it. */
export default function PlacesMap({
  municipality,
  lamps = NO_LAMPS,
  places,
  glows,
  lit,
  onLight,
  onChoose,
}: PlacesMapProps) {
  const { t } = useTranslation(['work-inventory', 'inventory']);
  const map = useRef<MapHandle>(null);
  const dots = useMemo(() => dotsOf(lamps), [lamps]);
  const pins = useMemo<Pin[]>(
    () =>
      places.map(({ reference, position, state, name }) => ({
        key: reference,
        position,
        shape: 'lantern',
        ...PLACE_LOOKS[state],
        label: `${name}: ${t(`state.${state}`, { ns: 'inventory' })}`,
      })),
    [places, t],
  );
  const countsInWords = useCallback(
    (counts: Counts) =>
      t('list.count', { count: Object.values(counts).reduce((sum, count) => sum + count, 0) }),
    [t],
  );
  const isLit = places.find(({ reference }) => reference === lit);
  return (
    <MapView
      ground={municipality}
      label={t('list.map', { municipality: municipality.shortName })}
      handle={map}
      className={styles.map}
      over={<MapButtons map={map} />}
    >
      <GlowLayer glows={glows} />
      <DotLayer dots={dots} />
      <PinLayer
        pins={pins}
        countsInWords={countsInWords}
        lit={isLit ? { key: isLit.reference, position: isLit.position } : null}
        onLight={onLight}
        onChoose={onChoose}
      />
    </MapView>
  );
}
