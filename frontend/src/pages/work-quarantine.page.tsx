import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QuarantineList } from '../features/triage/quarantine-list.js';
import { quarantineQuery } from '../features/triage/quarantine.queries.js';
import { CASE_ROLES, holds } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './work-admin.module.css';

/** `/arbete/admin/karantan`: what was probably sent by a machine, for those who handle proposals. */
export default function WorkQuarantinePage() {
  const { t } = useTranslation(['work-quarantine', 'work']);
  const { data: session } = useSession();
  const isTheirs = session ? holds(session, CASE_ROLES) : false;
  const { data, error, refetch } = useQuery({ ...quarantineQuery, enabled: isTheirs });
  if (!session) return null;
  if (!isTheirs)
    return (
      <div className={`wrap ${styles.narrow}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${styles.narrow}`}>
      <BackLink to="/arbete/admin">{t('admin.title', { ns: 'work' })}</BackLink>
      <PageTitle title={t('title')} lead={data ? t('lead', { days: data.days }) : t('leadPlain')} />
      {!data &&
        (error ? (
          <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
        ) : (
          <Skeleton label={t('loading')}>
            <SkeletonBlock height="12rem" />
          </Skeleton>
        ))}
      {data?.total === 0 && <EmptyState title={t('none')}>{t('noneHow')}</EmptyState>}
      {data && data.total > 0 && (
        <>
          <p>
            {t('count', { count: data.total })}
            {data.items.length < data.total &&
              ` ${t('shown', { shown: data.items.length, total: data.total })}`}
          </p>
          <QuarantineList items={data.items} />
        </>
      )}
    </div>
  );
}
