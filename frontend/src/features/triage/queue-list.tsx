import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/live-region.js';
import { ShowMore } from '../../ui/show-more.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { presencesQuery } from './desk.queries.js';
import type { Choice } from './queue-choice.js';
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

/** The number of the row that has the focus, or that is open. */
export function rowInHand(list: HTMLElement | null): string | null {
  const row =
    list?.querySelector('[data-queue-row]:focus') ??
    document.activeElement?.closest('li')?.querySelector('[data-queue-row]') ??
    list?.querySelector('[data-queue-row][aria-current="page"]');
  return row?.getAttribute('data-queue-row') ?? null;
}

/** The queue: rows that are links, more by a press, read again quietly. */
export function QueueList({
  filters,
  choice,
  onToggle,
  onToggleAll,
  ref,
}: {
  filters: QueueFilters;
  choice: Choice;
  onToggle: (reference: string, range: boolean) => void;
  onToggleAll: () => void;
  ref: RefObject<HTMLDivElement | null>;
}) {
  const { t } = useTranslation(['work-queue', 'work-desk']);
  const { data: open = [] } = useQuery(presencesQuery);
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
      <label className={styles.all}>
        <span className={styles.choose}>
          <input
            type="checkbox"
            checked={items.every(({ reference }) => choice.has(reference))}
            onChange={onToggleAll}
          />
        </span>
        {t('choose.all', { ns: 'work-desk' })}
      </label>
      <ol className={styles.list}>
        {items.map((item) => (
          <li key={item.reference}>
            <QueueRow
              item={item}
              search={search ? `?${search}` : ''}
              chosen={choice.has(item.reference)}
              openBy={open.find(({ reference }) => reference === item.reference)?.names ?? []}
              onToggle={(range) => {
                onToggle(item.reference, range);
              }}
              onKeyDown={withArrows}
            />
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
