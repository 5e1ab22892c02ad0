import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ledgerQuery } from '../features/answers/answers.queries.js';
import { darkPlacesQuery } from '../features/inventory/dark-places.queries.js';
import { PlacesLegend, PlacesToggle, PlacesTwin } from '../features/inventory/map-places.js';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { placesQuery } from '../features/municipalities/places.queries.js';
import { MapAndList } from '../features/proposals/map-and-list.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

const PublicPlacesLayer = lazy(() => import('../features/inventory/public-places-layer.js'));

/** Whether the places that the municipality looks after are shown: it stands in the address. */
const PLACES = 'platser';

function WithPlaces({ municipality }: { municipality: Municipality }) {
  // Without the place list the map is whole but for the search's answers.
  const places = useQuery(placesQuery(municipality.slug));
  const [parameters, setParameters] = useSearchParams();
  // Only the ledger leads to a list by owner, and it has the names.
  const ledger = useQuery({ ...ledgerQuery(municipality.slug), enabled: parameters.has('owner') });
  const { slug } = municipality;
  const cared = useQuery(darkPlacesQuery(slug));
  const isOn = parameters.has(PLACES);
  const items = cared.data?.items ?? NOTHING;
  const layer = items.length > 0 && {
    toggle: (
      <PlacesToggle
        isOn={isOn}
        onChange={(wanted) => {
          setParameters(
            (before) => {
              if (wanted) before.set(PLACES, 'visa');
              else before.delete(PLACES);
              return before;
            },
            { replace: true, preventScrollReset: true },
          );
        }}
      />
    ),
    marks: isOn && (
      <Suspense>
        <PublicPlacesLayer municipality={slug} places={items} />
      </Suspense>
    ),
    legend: isOn && <PlacesLegend />,
    twin: <PlacesTwin key={String(isOn)} municipality={slug} places={items} isOpen={isOn} />,
  };
  return (
    <MapAndList
      municipality={municipality}
      owners={ledger.data?.owners ?? NOTHING}
      places={places.data ?? NOTHING}
      layer={layer || undefined}
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
