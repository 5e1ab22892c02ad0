import {
  POINT_OUTCOMES,
  POINT_STANDINGS,
  type PointOutcome,
  type PointStanding,
} from '@lofteskartan/shared/medborgardialog-outcomes';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { PointToday } from '../features/dialogue-outcomes/point-today.js';
import { outcomesQuery } from '../features/dialogue-outcomes/reports.queries.js';
import { StandingBar } from '../features/dialogue-outcomes/standing-bar.js';
import styles from '../features/dialogue-outcomes/outcomes.module.css';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { useFormats } from '../platform/format.js';
import { BackLink } from '../ui/back-link.js';
import { Button } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Part } from '../ui/part.js';
import { SelectField } from '../ui/select-field.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import { TextField } from '../ui/text-field.js';

const ALL = 'all';
const standings = POINT_STANDINGS.filter((standing) => standing !== 'open');
const known = <T extends string>(all: readonly T[], value: string | null): T | undefined =>
  all.find((each) => each === value);

/** `/ale/dialoger/utfall`: every point of every dialogue, and what became of it. */
export default function DialogueOutcomesPage() {
  const { t } = useTranslation('dialogue-outcomes');
  const { date } = useFormats();
  const slug = useMunicipalitySlug();
  const { data: municipality } = useMunicipality();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState(search.get('q') ?? '');
  const q = useDeferredValue(words.trim()) || undefined;
  const standing = known<PointStanding>(standings, search.get('star'));
  const outcome = known<PointOutcome>(POINT_OUTCOMES, search.get('utfall'));
  const after = Number(search.get('fran') ?? 0) || 0;
  const asked = { standing, outcome, q, after: after > 0 ? String(after) : undefined };
  const { data, error, refetch } = useQuery(outcomesQuery(slug, asked));
  const choose = (name: string, value: string | null) => {
    const next = new URLSearchParams(search);
    next.delete('fran');
    if (value === null || value === ALL) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const turn = (first: number) => {
    const next = new URLSearchParams(search);
    if (first > 0) next.set('fran', String(first));
    else next.delete('fran');
    setSearch(next);
    window.scrollTo({ top: 0 });
  };
  const end = after + (data?.items.length ?? 0);
  return (
    <div className={`wrap ${styles.page ?? ''}`}>
      <BackLink to={`/${slug}/dialoger`}>{t('outcomes.back')}</BackLink>
      <PageTitle
        title={t('outcomes.titleIn', { municipality: municipality?.shortName ?? '' })}
        short={t('outcomes.title')}
        lead={t('outcomes.lead')}
      />
      {!data && error && (
        <ErrorState error={error} title={t('outcomes.failed')} onRetry={() => void refetch()} />
      )}
      {!data && !error && <SkeletonPage label={t('outcomes.loading')} />}
      {data?.total === 0 && <EmptyState title={t('outcomes.empty')}>{t('outcomes.emptyHow')}</EmptyState>}
      {data && data.total > 0 && (
        <>
          <StandingBar standings={data.standings} />
          <div className={styles.pair}>
            <TextField
              type="search"
              label={t('outcomes.search')}
              icon={<Search size={18} />}
              maxLength={100}
              value={words}
              onChange={(event) => {
                setWords(event.target.value);
                choose('q', event.target.value.trim() || null);
              }}
            />
            <SelectField<PointStanding | typeof ALL>
              label={t('outcomes.standing')}
              value={standing ?? ALL}
              options={[
                { value: ALL, label: t('outcomes.all') },
                ...standings.map((value) => ({ value, label: t(`standing.${value}`) })),
              ]}
              onChange={(value) => {
                choose('star', value);
              }}
            />
            <SelectField<PointOutcome | typeof ALL>
              label={t('outcomes.outcome')}
              value={outcome ?? ALL}
              options={[
                { value: ALL, label: t('outcomes.all') },
                ...POINT_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) })),
              ]}
              onChange={(value) => {
                choose('utfall', value);
              }}
            />
          </div>
          <p role="status">{t('outcomes.matching', { count: data.matching })}</p>
          {data.matching === 0 ? (
            <EmptyState title={t('outcomes.none')}>{t('outcomes.noneHow')}</EmptyState>
          ) : (
            <Part id="points" title={t('followUp.points')}>
              <ol className={styles.points}>
                {data.items.map(({ reference, title, startsAt, point }) => (
                  <PointToday key={`${reference}-${String(point.number)}`} point={point}>
                    <p className={styles.soft}>
                      <Link to={`/${slug}/dialoger/${reference}/rapport#punkt-${String(point.number)}`}>
                        {t('outcomes.of', { title, date: date(startsAt) })}
                      </Link>
                    </p>
                  </PointToday>
                ))}
              </ol>
            </Part>
          )}
          {(after > 0 || end < data.matching) && (
            <div className={styles.actions}>
              {after > 0 && (
                <Button
                  onClick={() => {
                    turn(Math.max(0, after - 50));
                  }}
                >
                  {t('outcomes.before')}
                </Button>
              )}
              <span>{t('outcomes.range', { from: after + 1, to: end, total: data.matching })}</span>
              {end < data.matching && (
                <Button
                  onClick={() => {
                    turn(end);
                  }}
                >
                  {t('outcomes.next')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </div>
  );
}
