import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import styles from '../features/dialogue-live/live.module.css';
import { LiveNotBegun, LiveOnPhone, LiveOver } from '../features/dialogue-live/live-page.js';
import { useLive } from '../features/dialogue-live/live.queries.js';
import { stageOf } from '../features/dialogue-live/stage.js';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/live/:code`: a dialogue on the phones of those who are there. */
export default function LivePage() {
  const { t } = useTranslation('dialogue-live');
  const code = (useParams()['code'] ?? '').toUpperCase();
  const { data: live, error, refetch, line } = useLive(code);
  const { data: municipality } = useQuery(municipalityQuery(live?.dialogue.municipality ?? ''));
  if (!live)
    return (
      <div className={`wrap ${styles.page}`}>
        {error ? (
          <ErrorState
            error={error}
            title={t(error.status === 404 ? 'page.notFound' : 'page.failed')}
            onRetry={() => void refetch()}
            action={<ButtonLink to="/live">{t('page.otherCode')}</ButtonLink>}
          />
        ) : (
          <SkeletonPage label={t('page.loading')} />
        )}
      </div>
    );
  const stage = stageOf(live);
  const { title, reference } = live.dialogue;
  return (
    <div className={`wrap ${styles.page}`}>
      <header className={styles.head}>
        <PageTitle title={title} />
        <p className={styles.links}>
          <Link to={`/${live.dialogue.municipality}/dialoger/${reference}`}>{t('page.about')}</Link>
          <Link to={`/live/${code}/skarm`}>{t('page.screen')}</Link>
        </p>
      </header>
      {stage === 'waiting' ? (
        <LiveNotBegun live={live} />
      ) : stage === 'over' ? (
        <LiveOver live={live} municipality={municipality} />
      ) : (
        <LiveOnPhone live={live} line={line} municipality={municipality} />
      )}
    </div>
  );
}
