import type { Disposal, DisposalCandidate } from '@lofteskartan/shared/contracts/records';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { ShowMore } from '../../ui/show-more.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { disposalsQuery, previewQuery } from './record.queries.js';
import styles from './records.module.css';

/** What is to be disposed of within a year: when, and under which decision. */
export function DisposalPreviewList({ municipality }: { municipality: string }) {
  const { t } = useTranslation('work-records');
  const { date } = useFormats();
  const { data, error, refetch } = useQuery(previewQuery(municipality));
  if (!data)
    return error ? (
      <ErrorState error={error} title={t('disposal.failed')} onRetry={() => void refetch()} />
    ) : (
      <Skeleton label={t('disposal.loading')}>
        <SkeletonBlock height="10rem" />
      </Skeleton>
    );
  if (data.total === 0) return <EmptyState title={t('disposal.nothing')} />;
  return (
    <>
      <p>{t('disposal.due', { count: data.due })}</p>
      <Table<DisposalCandidate>
        caption={t('disposal.caption')}
        captionHidden
        rows={data.items}
        rowKey={({ type, name, after }) => `${type} ${name} ${after}`}
        columns={[
          { key: 'name', head: t('disposal.what'), cell: ({ name }) => name },
          { key: 'type', head: t('disposal.type'), cell: ({ type }) => t(`disposal.types.${type}`) },
          { key: 'after', head: t('disposal.when'), cell: ({ after }) => date(after) },
          { key: 'decision', head: t('disposal.decision'), cell: ({ decision }) => decision },
          { key: 'hold', head: t('disposal.stays'), cell: ({ hold }) => hold ?? t('disposal.no') },
        ]}
      />
      {data.total > data.items.length && (
        <p className={styles.soft}>{t('disposal.more', { count: data.total - data.items.length })}</p>
      )}
    </>
  );
}

/** What is gone: how many, when, under which decision. */
export function DisposalList({ municipality }: { municipality: string }) {
  const { t } = useTranslation('work-records');
  const { moment, number } = useFormats();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    disposalsQuery(municipality),
  );
  const gone = data?.pages.flatMap(({ items }) => items);
  if (!gone)
    return error ? (
      <ErrorState error={error} title={t('disposal.goneFailed')} onRetry={() => void refetch()} />
    ) : (
      <Skeleton label={t('disposal.loading')}>
        <SkeletonBlock height="8rem" />
      </Skeleton>
    );
  if (gone.length === 0) return <EmptyState title={t('disposal.goneNothing')} />;
  return (
    <>
      <Table<Disposal>
        caption={t('disposal.gone')}
        captionHidden
        rows={gone}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', head: t('disposal.when'), cell: ({ at }) => moment(at) },
          { key: 'type', head: t('disposal.type'), cell: ({ type }) => t(`disposal.types.${type}`) },
          { key: 'count', head: t('disposal.count'), numeric: true, cell: ({ count }) => number(count) },
          { key: 'files', head: t('disposal.files'), numeric: true, cell: ({ files }) => number(files) },
          { key: 'decision', head: t('disposal.decision'), cell: ({ decision }) => decision },
          { key: 'job', head: t('disposal.job'), cell: ({ job }) => job },
        ]}
      />
      <ShowMore
        shown={gone.length}
        hasMore={hasNextPage}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </>
  );
}
