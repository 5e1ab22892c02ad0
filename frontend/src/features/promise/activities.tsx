import type { PublicActivity } from '@lofteskartan/shared/contracts/activities';
import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Suspense, lazy, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLighting } from '../../platform/lighting.js';
import { ShowMore } from '../../ui/show-more.js';
import { Skeleton, SkeletonBlock, SkeletonText } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { ActivityList, activityRowId } from './activity-list.js';
import styles from './activities.module.css';
import { activitiesQuery } from './commitment.queries.js';

const ActivityMap = lazy(() =>
  import('./activity-map.js').then((module) => ({ default: module.ActivityMap })),
);

/** Rows at first, and how many a press adds. The map shows all that were fetched. */
const AT_FIRST = 10;
const STEP = 20;

interface ActivitiesProps {
  commitment: Commitment;
  municipality: Municipality | undefined;
}

/** Everything that was done for a commitment, in a list and on a map that light up together. */
export function Activities({ commitment, municipality }: ActivitiesProps) {
  const { t } = useTranslation('promise');
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    activitiesQuery(commitment.id),
  );
  const activities = useMemo((): PublicActivity[] => data?.pages.flatMap(({ items }) => items) ?? [], [data]);

  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Skeleton label={t('loading')}>
        <SkeletonText lines={8} />
      </Skeleton>
    );
  if (activities.length === 0)
    return <EmptyState title={t('commitment.noActivities')}>{t('commitment.noActivitiesHow')}</EmptyState>;
  return (
    <ListAndMap
      municipality={municipality}
      slug={commitment.municipality}
      activities={activities}
      more={{ has: hasNextPage, busy: isFetchingNextPage, fetch: () => void fetchNextPage() }}
    />
  );
}

interface ListAndMapProps {
  municipality: Municipality | undefined;
  slug: string;
  activities: readonly PublicActivity[];
  /** What the server has beyond these. */
  more: { has: boolean; busy: boolean; fetch: () => void };
}

function ListAndMap({ municipality, slug, activities, more }: ListAndMapProps) {
  const { t } = useTranslation('promise');
  const [pointed, setPointed] = useState<string | null>(null);
  /** What was pressed stays lit when the pointer moves on. */
  const [chosen, setChosen] = useState<string | null>(null);
  const lit = pointed ?? chosen;
  const [shown, setShown] = useState(AT_FIRST);
  const place = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  useLighting(rows, setPointed);
  useEffect(
    function printAll() {
      const all = () => {
        flushSync(() => {
          setShown(activities.length);
        });
      };
      window.addEventListener('beforeprint', all);
      return () => {
        window.removeEventListener('beforeprint', all);
      };
    },
    [activities.length],
  );
  const hasMap = municipality !== undefined && activities.some(({ position }) => position !== null);

  const showMore = () => {
    setShown(shown + STEP);
    if (shown + STEP > activities.length && more.has) more.fetch();
  };
  const showOnMap = (id: string) => {
    setChosen(id);
    place.current?.scrollIntoView({ block: 'nearest' });
  };
  /** A pin was pressed: its row is shown, lit, and in view. */
  const goToRow = (id: string, by: 'pointer' | 'keyboard') => {
    flushSync(() => {
      setChosen(id);
      setShown(Math.max(shown, activities.findIndex((each) => each.id === id) + 1));
    });
    const row = document.getElementById(activityRowId(id));
    row?.scrollIntoView({ block: 'nearest' });
    if (by === 'keyboard') row?.focus({ preventScroll: true });
  };

  return (
    <div className={hasMap ? styles.columns : undefined}>
      {hasMap && (
        <div ref={place} className={styles.place}>
          <div className={styles.map}>
            <Suspense fallback={<SkeletonBlock height="100%" />}>
              <ActivityMap
                municipality={municipality}
                activities={activities}
                lit={lit}
                chosen={chosen}
                onLight={setPointed}
                onChoose={goToRow}
                label={t('commitment.map')}
              />
            </Suspense>
          </div>
        </div>
      )}
      <div ref={rows}>
        <ActivityList
          activities={activities.slice(0, shown)}
          municipality={slug}
          localityName={(locality) => municipality?.localities.find((one) => one.slug === locality)?.name}
          lit={lit}
          onShowOnMap={hasMap ? showOnMap : undefined}
        />
        {activities.length > AT_FIRST && (
          <ShowMore
            shown={Math.min(shown, activities.length)}
            total={more.has ? undefined : activities.length}
            hasMore={shown < activities.length || more.has}
            busy={more.busy}
            onMore={showMore}
          />
        )}
      </div>
    </div>
  );
}
