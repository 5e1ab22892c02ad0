import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { PageTitle } from '../../ui/page-title.js';
import { SkeletonBlock, SkeletonPage } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { Alternatives } from './alternatives.js';
import { Assessment } from './assessment.js';
import { Measurements } from './measurements.js';
import { PlanHere } from './plan-here.js';
import styles from './planner.module.css';
import { stretchQuery } from './planner.queries.js';
import { StretchActs } from './stretch-acts.js';
import { StretchChecks } from './stretch-checks.js';
import { StretchHistory } from './stretch-history.js';
import type { PlannerPin } from './stretch-map.js';
import { StretchWishes } from './stretch-wishes.js';
import { TimesGrid } from './times-grid.js';
import { WhyThere } from './why-there.js';

const StretchMap = lazy(() => import('./stretch-map.js'));

/** All that the police know of a stretch, and what they can make of it. */
export function StretchView({
  municipality,
  id,
  acts,
}: {
  municipality: Municipality;
  id: string;
  /** What else can be done with it. */
  acts?: ReactNode;
}) {
  const { t } = useTranslation('work-planner');
  const { slug } = municipality;
  const { data, error, refetch } = useQuery(stretchQuery(slug, id));
  if (error && !data)
    return <ErrorState error={error} title={t('stretch.failed')} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonPage label={t('stretch.loading')} />;
  return <Stretch municipality={municipality} stretch={data} acts={acts} />;
}

interface StretchProps {
  municipality: Municipality;
  stretch: StretchDetail;
  acts: ReactNode;
}

function Stretch({ municipality, stretch, acts }: StretchProps) {
  const { t } = useTranslation('work-planner');
  const { number } = useFormats();
  const { slug } = municipality;
  const name = stretch.name ?? t('unnamed');
  const pins = useMemo<PlannerPin[]>(() => {
    const { wishList, position: middle, id } = stretch;
    if (wishList.length === 0 && middle) return [{ id, position: middle, label: name, look: 'answered' }];
    return wishList.map(({ reference, position, open }) => ({
      id: reference,
      position,
      label: t('map.wish', { reference }),
      look: open ? 'waits' : 'answered',
    }));
  }, [stretch, name, t]);
  const title = stretch.localityName ? `${name}, ${stretch.localityName}` : name;
  const place =
    stretch.rank > 0
      ? t('stretch.place', { rank: stretch.rank, score: number(stretch.score, 1) })
      : t('stretch.resting');
  return (
    <>
      <PageTitle title={title} short={name} lead={place} />
      <StretchActs municipality={slug} stretch={stretch}>
        {acts}
      </StretchActs>
      <div className={styles.columns}>
        <div className={styles.column}>
          <div className={`${styles.block} ${styles.second}`}>
            {stretch.reasons.length > 0 && <WhyThere stretch={stretch} />}
            <section className={styles.section}>
              <h2>{t('times.title')}</h2>
              <TimesGrid times={stretch.times} />
              {stretch.times.told > 0 && (
                <p className={styles.soft}>
                  {t('times.how', { count: stretch.times.told })}{' '}
                  {stretch.times.untold > 0 && t('times.untold', { count: stretch.times.untold })}
                </p>
              )}
            </section>
          </div>
          <div className={`${styles.block} ${styles.fourth}`}>
            <StretchWishes key={stretch.version} municipality={slug} stretch={stretch} />
            <StretchChecks checks={stretch.checkList} />
            <Measurements municipality={slug} stretch={stretch} />
            <StretchHistory municipality={slug} stretch={stretch} />
          </div>
        </div>
        <div className={styles.column}>
          <div className={`${styles.block} ${styles.first}`}>
            <Suspense fallback={<SkeletonBlock height="18rem" />}>
              <StretchMap municipality={municipality} label={t('stretch.map')} pins={pins} small />
            </Suspense>
          </div>
          <div className={`${styles.block} ${styles.third}`}>
            <Facts stretch={stretch} />
            <PlanHere municipality={slug} stretch={stretch} />
            <Assessment municipality={slug} stretch={stretch} />
            <Alternatives municipality={slug} stretch={stretch} />
          </div>
        </div>
      </div>
    </>
  );
}

function Facts({ stretch }: { stretch: StretchDetail }) {
  const { t } = useTranslation(['work-planner', 'words']);
  const { day, distance, phrase, list } = useFormats();
  const near = [
    ...stretch.places.map((place) =>
      t('stretch.nearby', { name: place.name, distance: distance(place.distanceMetres) }),
    ),
    ...stretch.near
      .filter((each) => !stretch.places.some((place) => place.as === each))
      .map((each) => t(`near.${each}`, { ns: 'words' }).toLowerCase()),
  ];
  return (
    <section className={styles.section}>
      <h2>{t('stretch.facts')}</h2>
      <DefinitionList
        items={[
          {
            term: t('stretch.limit'),
            value: stretch.postedLimit
              ? t('row.limit', { limit: stretch.postedLimit })
              : t('stretch.limitUnknown'),
          },
          {
            term: t('stretch.problems'),
            value:
              stretch.problems.length > 0
                ? phrase(stretch.problems.map((each) => t(`problem.${each}`, { ns: 'words' })))
                : t('stretch.none'),
          },
          { term: t('stretch.near'), value: near.length > 0 ? list(near) : t('stretch.none') },
          {
            term: t('stretch.lastCheck'),
            value: stretch.lastCheckOn ? day(stretch.lastCheckOn) : t('stretch.never'),
          },
          { term: t('stretch.latest'), value: stretch.latestAt ? day(stretch.latestAt) : t('stretch.none') },
        ]}
      />
      {stretch.answered > 0 && (
        <p className={styles.soft}>{t('stretch.answered', { count: stretch.answered })}</p>
      )}
    </section>
  );
}
