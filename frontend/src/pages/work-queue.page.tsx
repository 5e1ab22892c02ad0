import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useNavigate, useParams, useSearchParams } from 'react-router';
import { commitmentsQuery } from '../features/activities/commitments.queries.js';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { QueueBar } from '../features/triage/queue-bar.js';
import { readFilters, writeFilters, type QueueFilters } from '../features/triage/queue-filters.js';
import { moveInList, QueueList } from '../features/triage/queue-list.js';
import type { QueuePlace } from '../features/triage/queue-place.js';
import { queueQuery } from '../features/triage/triage.queries.js';
import { WorkplaceProvider, type Workplace } from '../features/triage/workplace.js';
import { CASE_ROLES, municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { useShortcuts } from '../platform/shortcuts.js';
import { PageTitle } from '../ui/page-title.js';
import { EmptyState } from '../ui/states.js';
import styles from './work-queue.page.module.css';

function Desk() {
  const { t } = useTranslation('work-queue');
  const { reference } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const navigate = useNavigate();
  const filters = useMemo(() => readFilters(parameters), [parameters]);
  const { data } = useInfiniteQuery(queueQuery(filters));
  const list = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const references = data?.pages.flatMap((page) => page.items.map((item) => item.reference)) ?? [];
  const index = reference ? references.indexOf(reference) : -1;
  const search = parameters.size > 0 ? `?${writeFilters(filters).toString()}` : '';
  const place: QueuePlace = {
    next: references[index + 1] ?? null,
    previous: index > 0 ? (references[index - 1] ?? null) : null,
    at: index >= 0 ? index + 1 : null,
    count: data?.pages.at(-1)?.total ?? references.length,
    search,
  };
  const open = (target: string | null) => {
    if (target) void navigate(`/arbete/forslag/${target}${search}`);
  };
  useShortcuts(t('keys.group'), [
    {
      keys: 'j',
      words: t('keys.down'),
      run: () => {
        if (!moveInList(list.current, 1)) open(place.next);
      },
    },
    {
      keys: 'k',
      words: t('keys.up'),
      run: () => {
        if (!moveInList(list.current, -1)) open(place.previous);
      },
    },
    {
      keys: 'n',
      words: t('keys.next'),
      run: () => {
        open(place.next);
      },
    },
    {
      keys: 'p',
      words: t('keys.previous'),
      run: () => {
        open(place.previous);
      },
    },
    {
      keys: '/',
      words: t('keys.search'),
      run: () => {
        searchField.current?.focus();
      },
    },
  ]);
  const change = (part: Partial<QueueFilters>) => {
    setParameters(writeFilters({ ...filters, ...part }), { replace: true, preventScrollReset: true });
  };

  return (
    <div className={reference ? `${styles.desk} ${styles.opened}` : styles.desk}>
      <section className={styles.queue} aria-label={t('list')}>
        {!reference && <PageTitle title={t('title')} className={styles.title} />}
        <QueueBar
          filters={filters}
          total={data?.pages.at(-1)?.total}
          onChange={change}
          search={searchField}
        />
        <QueueList ref={list} filters={filters} />
      </section>
      <div className={styles.case}>
        {reference ? (
          <Outlet context={place} />
        ) : (
          <div className={styles.nothing}>
            <EmptyState title={t('choose')}>{t('chooseHow')}</EmptyState>
          </div>
        )}
      </div>
    </div>
  );
}

/** The queue to the left, the case to the right; on a phone one at a time. */
export default function WorkQueuePage() {
  const { t } = useTranslation('work');
  const { data: session } = useSession();
  const places = session ? municipalitiesWith(session, CASE_ROLES) : [];
  const municipalities = useQueries({
    queries: places.map(({ slug }) => municipalityQuery(slug)),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  const commitments = useQueries({
    queries: places.map(({ slug }) => commitmentsQuery(slug)),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  const workplace = useMemo<Workplace | null>(
    () => (session ? { session, municipalities, commitments } : null),
    [session, municipalities, commitments],
  );
  if (!workplace) return null;
  if (places.length === 0)
    return (
      <div className="wrap">
        <PageTitle title={t('notYours.title')} lead={t('notYours.lead')} />
      </div>
    );
  return (
    <WorkplaceProvider value={workplace}>
      <Desk />
    </WorkplaceProvider>
  );
}
