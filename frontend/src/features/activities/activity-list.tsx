import type { ActivityState, StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShowMore } from '../../ui/show-more.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { activitiesQuery } from './activities.queries.js';
import { ActivityCard, type ActivityAct } from './activity-card.js';
import styles from './activity-list.module.css';
import { ChangeActivityDialog } from './change-activity.js';
import { ConfirmDialog, ReleaseDialog } from './decide-activity.js';

interface ActivityListProps {
  state: ActivityState;
  municipality: string | undefined;
  municipalities: readonly Municipality[];
  commitments: readonly Commitment[];
  /** What is kept of an activity besides. */
  recordOf: (activity: StaffActivity) => ReactNode;
}

/** Activities in one state, with the windows of what can be done with them. */
export function ActivityList({
  state,
  municipality,
  municipalities,
  commitments,
  recordOf,
}: ActivityListProps) {
  const { t } = useTranslation('work-activities');
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    activitiesQuery(state, municipality),
  );
  const [open, setOpen] = useState<{ act: ActivityAct; activity: StaffActivity } | null>(null);
  const close = () => {
    setOpen(null);
  };
  if (!data)
    return error ? (
      <ErrorState error={error} title={t('list.failed')} onRetry={() => void refetch()} />
    ) : (
      <Skeleton label={t('list.loading')}>
        <SkeletonBlock height="10rem" />
        <SkeletonBlock height="10rem" />
      </Skeleton>
    );
  const items = data.pages.flatMap((page) => page.items);
  const commitment = commitments.find(({ id }) => id === open?.activity.commitmentId);
  const localityName = ({ locality }: StaffActivity) =>
    municipalities.flatMap(({ localities }) => localities).find(({ slug }) => slug === locality)?.name ??
    null;
  return (
    <>
      {items.length === 0 ? (
        <EmptyState title={t(`list.empty.${state}`)} />
      ) : (
        <>
          <ul className={styles.list}>
            {items.map((activity) => (
              <li key={activity.id}>
                <ActivityCard
                  activity={activity}
                  localityName={localityName(activity)}
                  record={recordOf(activity)}
                  onAct={(act) => {
                    setOpen({ act, activity });
                  }}
                />
              </li>
            ))}
          </ul>
          <ShowMore
            shown={items.length}
            hasMore={hasNextPage}
            busy={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      )}
      {open?.act === 'confirm' && (
        <ConfirmDialog activity={open.activity} commitment={commitment} onClose={close} />
      )}
      {open?.act === 'release' && <ReleaseDialog activity={open.activity} onClose={close} />}
      {open?.act === 'change' && (
        <ChangeActivityDialog
          activity={open.activity}
          commitment={commitment}
          municipality={municipalities.find(({ slug }) => slug === open.activity.municipality)}
          onClose={close}
        />
      )}
    </>
  );
}
