import type { PublicActivity } from '@lofteskartan/shared/contracts/activities';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counts, Pin } from '../../map/cluster-index.js';
import { MapView } from '../../map/map-view.js';
import { PinLayer } from '../../map/pin-layer.js';
import { useFormats } from '../../platform/format.js';

export interface ActivityMapProps {
  municipality: Municipality;
  activities: readonly PublicActivity[];
  lit: string | null;
  onLight: (id: string | null) => void;
  label: string;
}

/** What was done, on the map; the list beside it says the same. */
export function ActivityMap({ municipality, activities, lit, onLight, label }: ActivityMapProps) {
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
  const light = pins.find(({ key }) => key === lit);
  return (
    <MapView ground={municipality} label={label}>
      <PinLayer
        pins={pins}
        countsInWords={countsInWords}
        lit={light ? { key: light.key, position: light.position } : null}
        onLight={onLight}
      />
    </MapView>
  );
}
