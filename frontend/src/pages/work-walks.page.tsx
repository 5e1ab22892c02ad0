import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { WALK_LOOKS } from '../features/walks/walk-looks.js';
import { walkListQuery } from '../features/walks/walks.queries.js';
import parts from '../features/walks/walks.module.css';
import { useFormats } from '../platform/format.js';
import { CASE_ROLES, municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import { StatusMark } from '../ui/status-mark.js';
import styles from './work-inventory.page.module.css';

/** `/arbete/trygghetsvandring`: the safety walks of a municipality. */
export default function WorkWalksPage() {
  const { t } = useTranslation(['work-walks', 'work', 'walks']);
  const { date, time } = useFormats();
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const towns = session ? municipalitiesWith(session, CASE_ROLES) : [];
  const town = towns.find(({ slug }) => slug === parameters.get('municipality')) ?? towns[0];
  const { data, error, refetch } = useQuery(walkListQuery(town?.slug ?? ''));
  if (!session) return null;
  if (!town)
    return (
      <div className={`wrap ${styles.page}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <div className={styles.top}>
        <PageTitle
          title={t('list.titleIn', { municipality: town.name })}
          short={t('list.title')}
          lead={t('list.lead')}
        />
        {data?.mayChange && (
          <ButtonLink
            look="primary"
            to={`/arbete/trygghetsvandring/ny?municipality=${town.slug}`}
            icon={<Plus size={18} aria-hidden="true" />}
          >
            {t('list.new')}
          </ButtonLink>
        )}
      </div>
      {towns.length > 1 && (
        <SelectField
          label={t('list.municipality')}
          value={town.slug}
          options={towns.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(municipality) => {
            setParameters({ municipality }, { replace: true });
          }}
        />
      )}
      {!data && error && <ErrorState error={error} title={t('list.failed')} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Skeleton label={t('list.loading')}>
          <SkeletonBlock height="12rem" />
        </Skeleton>
      )}
      {data?.items.length === 0 && <EmptyState title={t('list.empty')}>{t('list.emptyHow')}</EmptyState>}
      {data && data.items.length > 0 && (
        <ul className={parts.rows} aria-label={t('list.all')}>
          {data.items.map(({ reference, title, startsAt, status, stopCount, unansweredCount }) => (
            <li key={reference} className={parts.row}>
              <Link to={`/arbete/trygghetsvandring/${reference}`}>{title}</Link>
              <StatusMark {...WALK_LOOKS[status]}>{t(`status.${status}`)}</StatusMark>
              <span className={parts.soft}>
                {date(startsAt)} {time(startsAt)} · {t('list.stops', { ns: 'walks', count: stopCount })}
                {status === 'walked' &&
                  unansweredCount > 0 &&
                  ` · ${t('list.unanswered', { count: unansweredCount })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to={`/arbete/platser?municipality=${town.slug}`}>{t('list.places')}</Link>
      </p>
    </div>
  );
}
