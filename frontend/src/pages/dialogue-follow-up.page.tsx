import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PointToday } from '../features/dialogue-outcomes/point-today.js';
import { followUpQuery } from '../features/dialogue-outcomes/reports.queries.js';
import { StandingBar } from '../features/dialogue-outcomes/standing-bar.js';
import styles from '../features/dialogue-outcomes/outcomes.module.css';
import { useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { useFormats } from '../platform/format.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { Part } from '../ui/part.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/ale/dialoger/D7K3F9/uppfoljning/6`: how the points of a dialogue stood half a year and a year after its report. */
export default function DialogueFollowUpPage() {
  const { t } = useTranslation('dialogue-outcomes');
  const { date } = useFormats();
  const slug = useMunicipalitySlug();
  const { reference = '', months = '' } = useParams();
  const { data: followUp, error, refetch } = useQuery(followUpQuery(reference.toUpperCase(), months));
  return (
    <div className={`wrap ${styles.page ?? ''}`}>
      <BackLink to={`/${slug}/dialoger/${reference}/rapport`}>{t('followUp.back')}</BackLink>
      {followUp ? (
        <>
          <PageTitle
            title={t('followUp.title', { count: followUp.months, title: followUp.title })}
            short={t('followUp.named', { count: followUp.months })}
            lead={t('followUp.frozen', { date: date(followUp.publishedAt) })}
          />
          <p className={styles.text}>{followUp.words}</p>
          <Part id="points" title={t('followUp.points')}>
            <StandingBar standings={followUp.standings} />
            <ol className={styles.points}>
              {followUp.points.map((point) => (
                <PointToday key={point.number} point={point}>
                  {point.words !== null && (
                    <div className={styles.thing}>
                      <strong>{t('followUp.words')}</strong>
                      <p className={styles.text}>{point.words}</p>
                    </div>
                  )}
                </PointToday>
              ))}
            </ol>
          </Part>
          <p>
            <Link to={`/${slug}/dialoger/${followUp.reference}/rapport`}>{t('followUp.now')}</Link>
          </p>
        </>
      ) : error?.status === 404 ? (
        <PageTitle title={t('followUp.notFound')} lead={t('followUp.notFoundHow')} />
      ) : error ? (
        <ErrorState error={error} title={t('followUp.failed')} onRetry={() => void refetch()} />
      ) : (
        <SkeletonPage label={t('followUp.loading')} />
      )}
    </div>
  );
}
