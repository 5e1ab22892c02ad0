import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../platform/format.js';
import type { Surroundings } from './nearest-place.js';

/** So near a road that the place is on it. Metres. */
const ON_THE_ROAD_METRES = 20;

/** "Göteborgsvägen vid Nols station, Nol": what a place is called, by what the place list knows. */
export function useSurroundingsInWords(): (around: Surroundings) => string {
  const { t } = useTranslation('map');
  const { distance } = useFormats();
  return useCallback(
    ({ road, landmark, locality }) => {
      const where = locality?.name ?? '';
      if (road && road.metres <= ON_THE_ROAD_METRES) return t('near.on', { road: road.name, where });
      const nearest = [road, landmark].filter((near) => near !== null).sort((a, b) => a.metres - b.metres)[0];
      if (nearest) return t('near.by', { name: nearest.name, distance: distance(nearest.metres), where });
      return locality
        ? t('near.locality', { distance: distance(locality.metres), where })
        : t('near.nothing');
    },
    [t, distance],
  );
}
