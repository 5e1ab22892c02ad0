import type { FollowUp } from '@lofteskartan/shared/contracts/follow-ups';
import { useQuery } from '@tanstack/react-query';
import { FileDown, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../platform/i18n.js';
import { Link, useParams } from 'react-router';
import { useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { Corrections, FollowUpItems } from '../features/promise/follow-up-items.js';
import { followUpPdf, followUpQuery } from '../features/promise/follow-up.queries.js';
import { Problem } from '../platform/api.js';
import { useFormats } from '../platform/format.js';
import { BackLink } from '../ui/back-link.js';
import { Button } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { CopyLink } from '../ui/share.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './follow-up.page.module.css';

/** `/ale/lofte/uppfoljning/2026-06-30`: how it went with each commitment, as it was published. */
export default function FollowUpPage() {
  const { t } = useTranslation('follow-up');
  const slug = useMunicipalitySlug();
  const { data, error, isPending, refetch } = useQuery(followUpQuery(slug, useParams().asOf ?? ''));
  const isMissing = error instanceof Problem && (error.status === 404 || error.status === 422);
  return (
    <div className={`wrap ${styles.page}`}>
      {isPending && <SkeletonPage label={t('loading')} />}
      {isMissing ? (
        <>
          <PageTitle title={t('notFound')} lead={t('notFoundHow')} />
          <p>
            <Link to={`/${slug}/lofte`}>{t('toPromise')}</Link>
          </p>
        </>
      ) : (
        error &&
        !data && (
          <>
            <PageTitle title={t('short')} />
            <ErrorState error={error} onRetry={() => void refetch()} />
          </>
        )
      )}
      {data && <Document followUp={data} />}
    </div>
  );
}

function Document({ followUp }: { followUp: FollowUp }) {
  const { t } = useTranslation('follow-up');
  const language = useLanguage();
  const { date } = useFormats();
  const { municipality, asOf } = followUp;
  const title = t('title', { day: date(asOf) });
  return (
    <>
      <div className={styles.head}>
        <div className={styles.way}>
          <BackLink to={`/${municipality}/lofte`}>{t('toPromise')}</BackLink>
        </div>
        <PageTitle title={title} lead={t('lead', { title: followUp.title, day: date(asOf) })} />
        <p className={styles.soft}>
          {t('frozen', { day: date(followUp.publishedAt) })}
          {language !== 'sv' && ` ${t('swedish')}`}
        </p>
        <div className={styles.acts}>
          <Button
            icon={<Printer size={18} aria-hidden="true" />}
            onClick={() => {
              window.print();
            }}
          >
            {t('print')}
          </Button>
          <a className={styles.pdf} href={followUpPdf(followUp.id)} download>
            <FileDown size={18} aria-hidden="true" /> {t('pdf')}
          </a>
        </div>
      </div>
      <Corrections
        corrections={followUp.corrections.filter(({ commitmentId }) => commitmentId === null)}
        heading="h2"
      />
      <FollowUpItems municipality={municipality} items={followUp.items} corrections={followUp.corrections} />
      <div className={styles.way}>
        <CopyLink
          address={`${window.location.origin}/${municipality}/lofte/uppfoljning/${asOf}`}
          share={{ title }}
        />
      </div>
    </>
  );
}
