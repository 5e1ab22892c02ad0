import type { Town } from '@lofteskartan/shared/contracts/town';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { PlaceImport } from '../features/town/place-import.js';
import { PlaceList } from '../features/town/place-list.js';
import { placeListQuery } from '../features/town/place-list.queries.js';
import { TownFrame } from '../features/town/town-frame.js';
import { SkeletonBlock } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/arbete/admin/platser`: the place list, singly and from files. */
export default function WorkPlacesPage() {
  const { t } = useTranslation('work-places');
  return (
    <TownFrame title={t('title')} lead={t('lead')} wide>
      {(town) => <Places town={town} />}
    </TownFrame>
  );
}

function Places({ town }: { town: Town }) {
  const { t } = useTranslation('work-town');
  const { data: municipality } = useQuery(municipalityQuery(town.slug));
  const { data: list, error, refetch } = useQuery(placeListQuery(town.slug));
  if (error && !list) return <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />;
  if (!municipality || !list) return <SkeletonBlock height="20rem" />;
  return (
    <>
      <PlaceList town={town} municipality={municipality} list={list} />
      <PlaceImport town={town} municipality={municipality} list={list} />
    </>
  );
}
