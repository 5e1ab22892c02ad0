import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { FollowUpList } from '../features/promise/follow-up-list.js';
import { PromiseVersions } from '../features/promise/promise-versions.js';
import { PromiseView } from '../features/promise/promise-view.js';
import { promiseQuery } from '../features/promise/promise.queries.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './promise.page.module.css';

/** `/ale/lofte`: the promise in its own order: focus areas with their commitments, goals, who stands behind it. */
export default function PromisePage() {
  const { t } = useTranslation('promise');
  const promise = useQuery(promiseQuery(useMunicipalitySlug()));
  return (
    <div className={`wrap ${styles.page}`}>
      {promise.isPending && <SkeletonPage label={t('loading')} />}
      {promise.error && (
        <>
          <PageTitle title={t('page.short')} />
          <ErrorState error={promise.error} onRetry={() => void promise.refetch()} />
        </>
      )}
      {promise.data === null && (
        <>
          <PageTitle title={t('page.short')} />
          <EmptyState title={t('page.none')} />
        </>
      )}
      {promise.data && (
        <>
          <PromiseView
            promise={promise.data}
            heading={(period) => (
              <PageTitle title={promise.data?.title ?? ''} short={t('page.short')} lead={period} />
            )}
          >
            <FollowUpList municipality={promise.data.municipality} />
          </PromiseView>
          <PromiseVersions promiseId={promise.data.id} />
        </>
      )}
    </div>
  );
}
