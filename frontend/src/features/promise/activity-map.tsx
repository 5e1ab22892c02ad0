import type { PublicActivity } from '@lofteskartan/shared/contracts/activities';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Box } from '@lofteskartan/shared/position';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counts, Pin } from '../../map/cluster-index.js';
import { boxAround, grown } from '../../map/geometry.js';
import { MapView } from '../../map/map-view.js';
import { PinLayer } from '../../map/pin-layer.js';
import { useFormats } from '../../platform/format.js';
import styles from './activity-map.module.css';

export interface ActivityMapProps {
  municipality: Municipality;
  activities: readonly PublicActivity[];
  lit: string | null;
  chosen: string | null;
  onLight: (id: string | null) => void;
  onChoose: (id: string, by: 'pointer' | 'keyboard') => void;
  label: string;
}

/** Degrees across, at the least: about three kilometres, so that one sees which town it is. */
const LEAST = { lng: 0.05, lat: 0.027 };

/** A box with some room around, and never so small that nothing in it is known. */
function roomy([west, south, east, north]: Box): Box {
  const lng = Math.max(0, LEAST.lng - (east - west)) / 2;
  const lat = Math.max(0, LEAST.lat - (north - south)) / 2;
  return grown([west - lng, south - lat, east + lng, north + lat], 0.12);
}

/** What was done, on the map; the list beside it says the same. */
export function ActivityMap({
  municipality,
  activities,
  lit,
  chosen,
  onLight,
  onChoose,
  label,
}: ActivityMapProps) {
  const { t } = useTranslation('promise');
  const { date } = useFormats();
  const pins = useMemo(
    () =>
      activities.flatMap(({ id, position, occurredOn, publicText }): Pin[] =>
        position
          ? [
              {
                key: id,
                position,
                shape: 'disc',
                fill: 'check',
                tone: 'done',
                label: `${date(occurredOn)}. ${publicText}`,
              },
            ]
          : [],
      ),
    [activities, date],
  );
  const countsInWords = useCallback(
    (counts: Counts) => t('count', { count: Object.values(counts).reduce((sum, one) => sum + one, 0) }),
    [t],
  );
  const around = boxAround(pins.map(({ position }) => position));
  const start = around ? { box: roomy(around) } : undefined;
  const light = pins.find(({ key }) => key === lit);
  return (
    <MapView className={styles.map} ground={municipality} label={label} start={start}>
      <PinLayer
        pins={pins}
        countsInWords={countsInWords}
        lit={light ? { key: light.key, position: light.position } : null}
        onLight={onLight}
        chosen={chosen}
        onChoose={onChoose}
      />
    </MapView>
  );
}
