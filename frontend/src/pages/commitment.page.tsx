import type { PublicActivity } from '@lofteskartan/shared/contracts/activities';
import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { ActivityList } from '../features/promise/activity-list.js';
import { CommitmentFacts, NotCountedList, YearlyTotals } from '../features/promise/commitment-facts.js';
import { activitiesQuery } from '../features/promise/commitment.queries.js';
import { LampSteps } from '../features/promise/lamp-path-row.js';
import { MonthChart } from '../features/promise/month-chart.js';
import { useLampSteps } from '../features/promise/progress-lamps.js';
import { PromisePath } from '../features/promise/promise-path.js';
import { promiseQuery } from '../features/promise/promise.queries.js';
import { useFormats } from '../platform/format.js';
import { PageTitle } from '../ui/page-title.js';
import { ShowMore } from '../ui/show-more.js';
import { Skeleton, SkeletonBlock, SkeletonPage, SkeletonText } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './commitment.page.module.css';

const ActivityMap = lazy(() =>
  import('../features/promise/activity-map.js').then((module) => ({ default: module.ActivityMap })),
);

/** `/ale/lofte/hastighetskontroller`: one commitment, how it is counted, how it goes, and everything that was done. */
export default function CommitmentPage() {
  const { t } = useTranslation('promise');
  const slug = useMunicipalitySlug();
  const name = useParams()['commitment'];
  const promise = useQuery(promiseQuery(slug));
  const commitment = promise.data?.commitments.find((one) => one.slug === name);
  return (
    <div className={`wrap ${styles.page}`}>
      {promise.isPending && <SkeletonPage label={t('loading')} />}
      {promise.error && <ErrorState error={promise.error} onRetry={() => void promise.refetch()} />}
      {promise.isSuccess && !commitment && (
        <>
          <PageTitle title={t('commitment.notFound')} lead={t('commitment.notFoundHow')} />
          <p>
            <Link to={`/${slug}/lofte`}>{t('commitment.all')}</Link>
          </p>
        </>
      )}
      {commitment && <CommitmentStory commitment={commitment} />}
    </div>
  );
}

function CommitmentStory({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation('promise');
  const { moment } = useFormats();
  const steps = useLampSteps();
  const municipality = useMunicipality();
  const { progress } = commitment;
  return (
    <>
      <PageTitle title={commitment.title} />
      {progress.type === 'count' ? (
        <PromisePath commitment={commitment} />
      ) : (
        <LampSteps steps={steps(progress)} stacked={progress.type !== 'recurring'} />
      )}
      <div className={styles.columns}>
        <section className={styles.section} aria-labelledby="words">
          <h2 id="words">{t('commitment.words')}</h2>
          <blockquote className={styles.words}>{commitment.text}</blockquote>
          <h2>{t('commitment.how')}</h2>
          <p>{commitment.countedHow}</p>
          {commitment.requiresWish && municipality.data && (
            <p>{t('commitment.embargo', { count: municipality.data.releaseDelayHours })}</p>
          )}
        </section>
        <div className={styles.section}>
          <CommitmentFacts commitment={commitment} />
        </div>
      </div>
      {progress.type === 'count' && progress.series.length > 0 && (
        <section className={styles.section} aria-labelledby="months">
          <h2 id="months">{t('commitment.months')}</h2>
          <MonthChart progress={progress} from={commitment.from} to={commitment.to} />
        </section>
      )}
      <NotCountedList commitment={commitment} />
      <YearlyTotals commitment={commitment} />
      <Activities commitment={commitment} />
      <p>
        {t('updated', { moment: moment(commitment.updatedAt) })}{' '}
        <Link to={`/${commitment.municipality}/lofte`}>{t('commitment.all')}</Link>
      </p>
    </>
  );
}

function Activities({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation('promise');
  const municipality = useMunicipality();
  const [lit, setLit] = useState<string | null>(null);
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(activitiesQuery(commitment.id));
  const activities: PublicActivity[] = data?.pages.flatMap(({ items }) => items) ?? [];
  const placed = activities.some(({ position }) => position !== null);
  const localityName = (slug: string) => municipality.data?.localities.find((one) => one.slug === slug)?.name;
  return (
    <section className={styles.section} aria-labelledby="activities">
      <h2 id="activities">{t('commitment.activities')}</h2>
      {isPending && (
        <Skeleton label={t('loading')}>
          <SkeletonText lines={6} />
        </Skeleton>
      )}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && activities.length === 0 && (
        <EmptyState title={t('commitment.noActivities')}>{t('commitment.noActivitiesHow')}</EmptyState>
      )}
      {activities.length > 0 && (
        <div className={placed ? styles.columns : undefined}>
          <div>
            <ActivityList
              activities={activities}
              municipality={commitment.municipality}
              localityName={localityName}
              lit={lit}
              onLight={setLit}
            />
            <ShowMore
              shown={activities.length}
              hasMore={hasNextPage}
              busy={isFetchingNextPage}
              onMore={() => void fetchNextPage()}
            />
          </div>
          {placed && municipality.data && (
            <div>
              <div className={styles.map}>
                <Suspense fallback={<SkeletonBlock height="100%" />}>
                  <ActivityMap
                    municipality={municipality.data}
                    activities={activities}
                    lit={lit}
                    onLight={setLit}
                    label={t('commitment.map')}
                  />
                </Suspense>
              </div>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
