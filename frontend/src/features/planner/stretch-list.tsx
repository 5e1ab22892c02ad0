import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { LocalityBalance } from '@lofteskartan/shared/contracts/planner';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { SelectField } from '../../ui/select-field.js';
import { ShowMore } from '../../ui/show-more.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import styles from './planner.module.css';
import { rankingQuery } from './planner.queries.js';
import { ScoreLegend } from './score-bar.js';
import type { PlannerPin } from './stretch-map.js';
import { StretchRow } from './stretch-row.js';

const StretchMap = lazy(() => import('./stretch-map.js'));

/** Stretches in their order beside a map of them. */
export function StretchList({ municipality, search }: { municipality: Municipality; search: string }) {
  const { t } = useTranslation('work-planner');
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const locality = parameters.get('ort');
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    rankingQuery(municipality.slug, locality),
  );
  const [lit, setLit] = useState<string | null>(null);
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const pins = useMemo<PlannerPin[]>(
    () =>
      items.map(({ id, position, rank, name, plannedOn, suitability }) => ({
        id,
        position,
        label: t('map.pin', { rank, name: name ?? t('unnamed') }),
        look: plannedOn ? 'planned' : suitability === 'unsuitable' ? 'unsuitable' : 'waits',
      })),
    [items, t],
  );
  if (error && !data)
    return <ErrorState error={error} title={t('list.failed')} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Skeleton label={t('list.loading')}>
        {[1, 2, 3, 4].map((row) => (
          <SkeletonBlock key={row} height="6rem" />
        ))}
      </Skeleton>
    );
  const first = data.pages[0];
  const total = first?.total ?? 0;
  const localities = first?.localities ?? [];
  if (total === 0) return <EmptyState title={t('list.empty')}>{t('list.emptyHow')}</EmptyState>;
  return (
    <>
      <div className={styles.filters}>
        <SelectField
          label={t('list.locality')}
          value={locality ?? 'all'}
          options={[
            { value: 'all', label: t('list.allLocalities') },
            ...localities.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          onChange={(slug) => {
            const next = new URLSearchParams(parameters);
            if (slug === 'all') next.delete('ort');
            else next.set('ort', slug);
            setParameters(next, { replace: true, preventScrollReset: true });
          }}
        />
        <p className={styles.count}>{t('list.count', { count: total })}</p>
      </div>
      <div className={styles.beside}>
        <div className={styles.mapBox}>
          <Suspense fallback={<SkeletonBlock height="18rem" />}>
            <StretchMap
              key={`${municipality.slug} ${locality ?? ''}`}
              municipality={municipality}
              label={t('list.mapLabel')}
              pins={pins}
              lit={lit}
              onLight={setLit}
              onChoose={(id) => void navigate(`/arbete/planering/stracka/${id}${search}`)}
            />
          </Suspense>
        </div>
        <div className={styles.section}>
          {items.length === 0 && <EmptyState title={t('list.empty')} />}
          {items.length > 0 && <ScoreLegend />}
          <ol className={styles.list} aria-label={t('list.label')}>
            {items.map((stretch) => (
              <StretchRow
                key={stretch.id}
                stretch={stretch}
                search={search}
                lit={lit === stretch.id}
                onLight={setLit}
              />
            ))}
          </ol>
          <ShowMore
            shown={items.length}
            hasMore={hasNextPage}
            busy={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </div>
      </div>
      <Balance localities={localities} />
    </>
  );
}

/** How checks are spread over the localities, and which have had none. */
function Balance({ localities }: { localities: readonly LocalityBalance[] }) {
  const { t } = useTranslation('work-planner');
  const { number, list } = useFormats();
  const isByPeople = localities.some(({ shareOf }) => shareOf === 'people');
  const without = localities.filter(({ checks }) => checks === 0).map(({ name }) => name);
  return (
    <section className={`${styles.section} ${styles.narrow}`}>
      <h2>{t('balance.title')}</h2>
      <p className={styles.soft}>{t(isByPeople ? 'balance.howAsking' : 'balance.how')}</p>
      {without.length > 0 && <p>{t('balance.none', { localities: list(without) })}</p>}
      <Table
        caption={t('balance.title')}
        captionHidden
        columns={[
          { key: 'name', head: t('balance.locality'), cell: ({ name }) => name },
          { key: 'people', head: t('balance.people'), numeric: true, cell: ({ people }) => number(people) },
          { key: 'checks', head: t('balance.checks'), numeric: true, cell: ({ checks }) => number(checks) },
          {
            key: 'expected',
            head: t('balance.expected'),
            numeric: true,
            cell: ({ expected }) => number(expected, 1),
          },
        ]}
        rows={localities}
        rowKey={({ slug }) => slug}
      />
    </section>
  );
}
