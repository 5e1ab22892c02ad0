import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { placesQuery } from '../features/municipalities/places.queries.js';
import { MapAndList } from '../features/proposals/map-and-list.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

function WithPlaces({ municipality }: { municipality: Municipality }) {
  // Without the place list the map is whole but for the search's answers.
  const places = useQuery(placesQuery(municipality.slug));
  return <MapAndList municipality={municipality} places={places.data ?? NO_PLACES} />;
}

const NO_PLACES: [] = [];

/** `/:municipality/karta`: proposals on a map and in a list with the same filters. */
export default function MapPage() {
  const { t } = useTranslation('app');
  const slug = useMunicipalitySlug();
  const { data, error, refetch } = useMunicipality();
  if (data) return <WithPlaces key={slug} municipality={data} />;
  return (
    <div className="wrap">
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonPage label={t('loading')} />
      )}
    </div>
  );
}
