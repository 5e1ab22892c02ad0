import type { DarkPlaceItem } from '@lofteskartan/shared/contracts/dark-places';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PlaceLayer } from '../../map/place-layer.js';

/** Public places as a layer of another map, each a way to its page. Fetched with `lazy()`: Leaflet comes with it. */
export default function PublicPlacesLayer({
  municipality,
  places,
}: {
  municipality: string;
  places: readonly DarkPlaceItem[];
}) {
  const { t } = useTranslation(['dark-places', 'inventory']);
  const navigate = useNavigate();
  const shown = useMemo(
    () =>
      places.flatMap(({ reference, name, state, position }) =>
        position
          ? [{ key: reference, position, label: `${name}: ${t(`state.${state}`, { ns: 'inventory' })}` }]
          : [],
      ),
    [places, t],
  );
  const open = useCallback(
    (reference: string) => {
      void navigate(`/${municipality}/platser/${reference}`);
    },
    [navigate, municipality],
  );
  return <PlaceLayer places={shown} onChoose={open} />;
}
