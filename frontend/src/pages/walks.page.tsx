import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { publicWalksQuery } from '../features/walks/protocols.queries.js';
import { WalkRows } from '../features/walks/walk-rows.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './work-inventory.page.module.css';

/** `/ale/vandringar`: the published protocols of safety walks. */
export default function WalksPage() {
  const { t } = useTranslation('walks');
  const slug = useMunicipalitySlug();
  const { data: municipality } = useMunicipality();
  const { data, error, refetch } = useQuery(publicWalksQuery(slug));
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to={`/${slug}/platser`}>{t('list.back')}</BackLink>
      <PageTitle
        title={t('list.titleIn', { municipality: municipality?.shortName ?? '' })}
        short={t('list.title')}
        lead={t('list.lead')}
      />
      {!data && error && <ErrorState error={error} title={t('list.failed')} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Skeleton label={t('list.loading')}>
          <SkeletonBlock height="12rem" />
        </Skeleton>
      )}
      {data?.items.length === 0 && <EmptyState title={t('list.empty')}>{t('list.emptyHow')}</EmptyState>}
      {data && data.items.length > 0 && <WalkRows walks={data.items} />}
    </div>
  );
}
