import type { Commitment, Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useQuery } from '@tanstack/react-query';
import { Rss } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { Activities } from '../features/promise/activities.js';
import { CommitmentFacts, NotCountedList, YearlyTotals } from '../features/promise/commitment-facts.js';
import { MonthChart } from '../features/promise/month-chart.js';
import { ProgressStations } from '../features/promise/progress-stations.js';
import { PromisePath } from '../features/promise/promise-path.js';
import { promiseQuery } from '../features/promise/promise.queries.js';
import { useFormats } from '../platform/format.js';
import { BackLink } from '../ui/back-link.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { CopyLink } from '../ui/share.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './commitment.page.module.css';

/** `/ale/lofte/hastighetskontroller`: one commitment, how it is counted, how it goes, and everything that was done. */
export default function CommitmentPage() {
  const { t } = useTranslation('promise');
  const slug = useMunicipalitySlug();
  const name = useParams()['commitment'];
  const promise = useQuery(promiseQuery(slug));
  const commitment = promise.data?.commitments.find((one) => one.slug === name);
  return (
    <div className={`wrap ${styles.page}`}>
      {promise.isPending && <SkeletonPage label={t('loading')} />}
      {promise.error && !promise.data && (
        <>
          <PageTitle title={t('page.short')} />
          <ErrorState error={promise.error} onRetry={() => void promise.refetch()} />
        </>
      )}
      {promise.isSuccess && !commitment && (
        <>
          <PageTitle title={t('commitment.notFound')} lead={t('commitment.notFoundHow')} />
          <p>
            <Link to={`/${slug}/lofte`}>{t('commitment.all')}</Link>
          </p>
        </>
      )}
      {promise.data && commitment && <CommitmentStory promise={promise.data} commitment={commitment} />}
    </div>
  );
}

function CommitmentStory({ promise, commitment }: { promise: Medborgarlofte; commitment: Commitment }) {
  const { t } = useTranslation(['promise', 'dark-places']);
  const { date, moment } = useFormats();
  const municipality = useMunicipality().data;
  const { progress, municipality: slug, title, closing } = commitment;
  const area = promise.focusAreas.find((one) => one.slug === commitment.focusArea);
  return (
    <>
      <div className={styles.head}>
        <BackLink to={`/${slug}/lofte`}>{t('commitment.all')}</BackLink>
        <PageTitle title={title} />
        <p className={styles.eyebrow}>
          {area && <span>{area.name}</span>}
          <span>{t('commitment.number', { number: commitment.number })}</span>
        </p>
      </div>
      {closing && <Notice title={t('closedFrom', { day: date(closing.from) })}>{closing.words}</Notice>}
      {progress.type === 'count' ? (
        <PromisePath commitment={commitment} label={t('stations.soFar')} heading="h2" />
      ) : (
        <ProgressStations progress={progress} label={t('stations.soFar')} />
      )}
      <div className={styles.columns}>
        <div className={styles.section}>
          <h2>{t('commitment.words')}</h2>
          <blockquote className={styles.words}>{commitment.text}</blockquote>
          <h2 className={styles.next}>{t('commitment.how')}</h2>
          <p className={styles.prose}>{commitment.countedHow}</p>
          {commitment.requiresWish && municipality && (
            <p className={styles.prose}>
              {t('commitment.embargo', { count: municipality.releaseDelayHours })}
            </p>
          )}
        </div>
        <div className={styles.section}>
          <CommitmentFacts commitment={commitment} />
        </div>
      </div>
      {progress.type === 'count' && progress.series.length > 0 && (
        <section className={styles.section} aria-labelledby="months">
          <h2 id="months">{t('commitment.months')}</h2>
          <MonthChart progress={progress} span={commitment} />
        </section>
      )}
      <NotCountedList commitment={commitment} />
      <section className={styles.section} aria-labelledby="activities">
        <h2 id="activities">{t('commitment.activities')}</h2>
        <Activities commitment={commitment} municipality={municipality} />
      </section>
      <YearlyTotals commitment={commitment} />
      {commitment.acceptsKinds.includes('dark-place') && (
        <section className={styles.section} aria-labelledby="places">
          <h2 id="places">{t('commitment.title', { ns: 'dark-places' })}</h2>
          <p className={styles.prose}>{t('commitment.lead', { ns: 'dark-places' })}</p>
          <div>
            <ButtonLink to={`/${slug}/platser`}>{t('commitment.open', { ns: 'dark-places' })}</ButtonLink>
          </div>
        </section>
      )}
      <p>
        <a
          className={styles.feed}
          href={`/${slug}/lofte/${commitment.slug}/flode.atom`}
          type="application/atom+xml"
        >
          <Rss size={18} aria-hidden="true" />
          {t('commitment.feed')}
        </a>
      </p>
      <p className={styles.updated}>{t('updated', { moment: moment(commitment.updatedAt) })}</p>
      <CopyLink address={`${window.location.origin}/${slug}/lofte/${commitment.slug}`} share={{ title }} />
    </>
  );
}
