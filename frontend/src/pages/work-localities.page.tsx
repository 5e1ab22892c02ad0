import type { Town } from '@lofteskartan/shared/contracts/town';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { LocalityList } from '../features/town/locality-list.js';
import { TownFrame } from '../features/town/town-frame.js';
import { SkeletonBlock } from '../ui/skeleton.js';

/** `/arbete/admin/orter`: the localities of a municipality. */
export default function WorkLocalitiesPage() {
  const { t } = useTranslation('work-town');
  return (
    <TownFrame title={t('localities.title')} lead={t('localities.lead')}>
      {(town) => <Localities town={town} />}
    </TownFrame>
  );
}

function Localities({ town }: { town: Town }) {
  const { data } = useQuery(municipalityQuery(town.slug));
  return data ? <LocalityList town={town} municipality={data} /> : <SkeletonBlock height="20rem" />;
}
