import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ledgerQuery } from '../features/answers/answers.queries.js';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { placesQuery } from '../features/municipalities/places.queries.js';
import { MapAndList } from '../features/proposals/map-and-list.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

function WithPlaces({ municipality }: { municipality: Municipality }) {
  // Without the place list the map is whole but for the search's answers.
  const places = useQuery(placesQuery(municipality.slug));
  const [parameters] = useSearchParams();
  // Only the ledger leads to a list by owner, and it has the names.
  const ledger = useQuery({ ...ledgerQuery(municipality.slug), enabled: parameters.has('owner') });
  return (
    <MapAndList
      municipality={municipality}
      owners={ledger.data?.owners ?? NOTHING}
      places={places.data ?? NOTHING}
    />
  );
}

const NOTHING: [] = [];

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
