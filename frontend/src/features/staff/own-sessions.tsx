import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { ownSessionsQuery, useEndOwnSession } from './account.queries.js';
import styles from './own-account.module.css';
import { SessionList } from './session-list.js';

/** Where one is signed in, and how to end it there. */
export function OwnSessions() {
  const { t } = useTranslation('work-account');
  const { data, error, refetch } = useQuery(ownSessionsQuery);
  const end = useEndOwnSession();
  const endOne = (id: string | null) => {
    end.mutate(id, {
      onSuccess: () => {
        toast(t(id ? 'sessions.ended' : 'sessions.othersEnded'));
      },
    });
  };
  return (
    <section className={styles.section} aria-labelledby="own-sessions">
      <h2 id="own-sessions">{t('sessions.title')}</h2>
      <p>{t('sessions.lead')}</p>
      {!data && error && (
        <ErrorState error={error} title={t('sessions.failed')} onRetry={() => void refetch()} />
      )}
      {!data && !error && (
        <Skeleton label={t('sessions.loading')}>
          <SkeletonBlock height="5rem" />
        </Skeleton>
      )}
      {end.error && <ErrorState error={end.error} title={t('failed')} />}
      {data && (
        <SessionList
          sessions={data.items}
          busyId={end.isPending ? (end.variables ?? null) : null}
          onEnd={endOne}
        />
      )}
      {data && data.items.length > 1 && (
        <Button
          busy={end.isPending && end.variables === null}
          onClick={() => {
            endOne(null);
          }}
        >
          {t('sessions.endOthers')}
        </Button>
      )}
    </section>
  );
}
