import type { Town } from '@lofteskartan/shared/contracts/town';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BlockListForm } from '../features/town/block-list-form.js';
import { blockListQuery } from '../features/town/block-list.queries.js';
import { TownFrame } from '../features/town/town-frame.js';
import { SkeletonBlock } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/arbete/admin/sparrlista`: words that a text of a resident is held for. */
export default function WorkBlockListPage() {
  const { t } = useTranslation('work-block-list');
  return (
    <TownFrame title={t('title')} lead={t('lead')}>
      {(town) => <BlockList town={town} />}
    </TownFrame>
  );
}

function BlockList({ town }: { town: Town }) {
  const { t } = useTranslation('work-block-list');
  const { data, error, refetch } = useQuery(blockListQuery(town.slug));
  if (data) return <BlockListForm municipality={town.slug} list={data} />;
  if (error) return <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />;
  return <SkeletonBlock height="16rem" />;
}
