import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useNavigate, useParams, useSearchParams } from 'react-router';
import { commitmentsQuery } from '../features/activities/commitments.queries.js';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { BulkBar } from '../features/triage/bulk-bar.js';
import { QueueBar } from '../features/triage/queue-bar.js';
import { useChoice } from '../features/triage/queue-choice.js';
import { readFilters, writeFilters, type QueueFilters } from '../features/triage/queue-filters.js';
import { moveInList, QueueList, rowInHand } from '../features/triage/queue-list.js';
import type { QueuePlace } from '../features/triage/queue-place.js';
import { QueueViews, type ViewsHandle } from '../features/triage/queue-views.js';
import { queueQuery } from '../features/triage/triage.queries.js';
import { WorkplaceProvider, type Workplace } from '../features/triage/workplace.js';
import { CASE_ROLES, municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { useShortcuts } from '../platform/shortcuts.js';
import { announce } from '../ui/live-region.js';
import { PageTitle } from '../ui/page-title.js';
import { EmptyState } from '../ui/states.js';
import { toast } from '../ui/toast.js';
import styles from './work-queue.page.module.css';

function Desk() {
  const { t } = useTranslation(['work-queue', 'work-desk']);
  const { reference } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const navigate = useNavigate();
  const filters = useMemo(() => readFilters(parameters), [parameters]);
  const { data } = useInfiniteQuery(queueQuery(filters));
  const list = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const views = useRef<ViewsHandle>(null);
  const [isAssigning, setAssigning] = useState(false);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const choice = useChoice(items);
  const count = choice.items.length;
  const references = items.map((item) => item.reference);
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
  const say = (fits: boolean) => {
    if (!fits) toast(t('choose.tooMany', { ns: 'work-desk', most: LIMITS.proposalsAtOnce }), 'error');
  };
  const toggle = (target: string | null, range: boolean) => {
    if (target) say(choice.toggle(target, range));
  };
  const inHand = () => rowInHand(list.current) ?? reference ?? null;
  useShortcuts(t('keys.desk', { ns: 'work-desk' }), [
    {
      keys: 'x',
      words: t('keys.choose', { ns: 'work-desk' }),
      run: () => {
        toggle(inHand(), false);
      },
    },
    {
      keys: 'X',
      words: t('keys.range', { ns: 'work-desk' }),
      run: () => {
        toggle(inHand(), true);
      },
    },
    {
      keys: '*',
      words: t('keys.all', { ns: 'work-desk' }),
      run: () => {
        say(choice.toggleAll());
      },
    },
    {
      keys: 'o',
      words: t('keys.open', { ns: 'work-desk' }),
      run: () => {
        open(rowInHand(list.current));
      },
    },
    {
      keys: 'v',
      words: t('keys.views', { ns: 'work-desk' }),
      run: () => {
        views.current?.focus();
      },
    },
    // In an open case the key is the case's own.
    ...(reference && choice.items.length === 0
      ? []
      : [
          {
            keys: 'a',
            words: t('keys.assign', { ns: 'work-desk' }),
            run: () => {
              const target = rowInHand(list.current);
              if (choice.items.length === 0 && target) choice.toggle(target);
              if (choice.items.length > 0 || target) setAssigning(true);
            },
          },
        ]),
  ]);
  useEffect(
    function sayHowManyAreChosen() {
      if (count > 0) announce(t('choose.said', { ns: 'work-desk', count }));
    },
    [count, t],
  );
  const change = (part: Partial<QueueFilters>) => {
    setParameters(writeFilters({ ...filters, ...part }), { replace: true, preventScrollReset: true });
  };

  return (
    <div className={reference ? `${styles.desk} ${styles.opened}` : styles.desk}>
      <section className={styles.queue} aria-label={t('list')}>
        {!reference && <PageTitle title={t('title')} className={styles.title} />}
        <QueueViews
          ref={views}
          filters={filters}
          onChoose={(next) => {
            change(next);
          }}
        />
        <QueueBar
          filters={filters}
          total={data?.pages.at(-1)?.total}
          onChange={change}
          search={searchField}
        />
        <BulkBar choice={choice} assigning={isAssigning} onAssigning={setAssigning} />
        <QueueList
          ref={list}
          filters={filters}
          choice={choice}
          onToggle={toggle}
          onToggleAll={() => {
            say(choice.toggleAll());
          }}
        />
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
