import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/live-region.js';
import { ShowMore } from '../../ui/show-more.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { chosenCount, writeFilters, type QueueFilters } from './queue-filters.js';
import styles from './queue-list.module.css';
import { QueueRow } from './queue-row.js';
import { queueQuery } from './triage.queries.js';

/** Moves the focus in the list, from the row that has it, is open, or is first. False when the list is not shown. */
export function moveInList(list: HTMLElement | null, by: 1 | -1): boolean {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-queue-row]') ?? [])];
  if (!list?.offsetParent || rows.length === 0) return false;
  const focused = rows.findIndex((row) => row === document.activeElement);
  const open = rows.findIndex((row) => row.getAttribute('aria-current') === 'page');
  const from = focused >= 0 ? focused : open;
  const next = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by));
  rows[next]?.focus();
  return true;
}

/** The queue: rows that are links, more by a press, read again quietly. */
export function QueueList({
  filters,
  ref,
}: {
  filters: QueueFilters;
  ref: RefObject<HTMLDivElement | null>;
}) {
  const { t } = useTranslation('work-queue');
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    queueQuery(filters),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const total = data?.pages.at(-1)?.total;
  const said = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (total === undefined || said.current === total) return;
    if (said.current !== undefined) announce(t('count', { count: total }));
    said.current = total;
  }, [total, t]);

  if (!data)
    return error ? (
      <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
    ) : (
      <Skeleton label={t('loading')}>
        {[0, 1, 2, 3, 4].map((row) => (
          <SkeletonBlock key={row} height="6rem" />
        ))}
      </Skeleton>
    );
  if (items.length === 0) {
    const isFiltered = chosenCount(filters) > 0 || filters.q !== '';
    return (
      <EmptyState title={isFiltered ? t('empty') : t('emptyAll')}>
        {isFiltered ? t('emptyHow') : t('emptyAllHow')}
      </EmptyState>
    );
  }
  const search = writeFilters(filters).toString();
  const withArrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (moveInList(ref.current, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
  };
  return (
    <div ref={ref}>
      <ol className={styles.list}>
        {items.map((item) => (
          <li key={item.reference}>
            <QueueRow item={item} search={search ? `?${search}` : ''} onKeyDown={withArrows} />
          </li>
        ))}
      </ol>
      <ShowMore
        shown={items.length}
        total={total}
        hasMore={hasNextPage}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </div>
  );
}
