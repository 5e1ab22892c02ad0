import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DisposalList, DisposalPreviewList } from '../features/records/disposal-lists.js';
import { PlaceFrame } from '../features/records/place-frame.js';
import { rulesQuery } from '../features/records/record.queries.js';
import styles from '../features/records/records.module.css';
import { RulesForm } from '../features/records/rules-form.js';
import { COORDINATORS } from '../platform/memberships.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/arbete/admin/gallring`: what is to go, how long things are kept, and what is gone. */
export default function WorkAdminDisposalPage() {
  const { t } = useTranslation('work-records');
  return (
    <PlaceFrame title={t('disposal.title')} lead={t('disposal.lead')} roles={COORDINATORS} wide>
      {({ slug }) => (
        <>
          <section className={styles.part} aria-labelledby="coming">
            <h2 id="coming">{t('disposal.coming')}</h2>
            <DisposalPreviewList municipality={slug} />
          </section>
          <section className={styles.part} aria-labelledby="rules">
            <h2 id="rules">{t('disposal.rules')}</h2>
            <p className={styles.soft}>{t('disposal.rulesLead')}</p>
            <Rules key={slug} municipality={slug} />
          </section>
          <section className={styles.part} aria-labelledby="gone">
            <h2 id="gone">{t('disposal.gone')}</h2>
            <DisposalList municipality={slug} />
          </section>
        </>
      )}
    </PlaceFrame>
  );
}

function Rules({ municipality }: { municipality: string }) {
  const { t } = useTranslation('work-records');
  const { data, error, refetch } = useQuery(rulesQuery(municipality));
  if (data) return <RulesForm municipality={municipality} rules={data} />;
  return error ? (
    <ErrorState error={error} title={t('disposal.failed')} onRetry={() => void refetch()} />
  ) : (
    <Skeleton label={t('disposal.loading')}>
      <SkeletonBlock height="16rem" />
    </Skeleton>
  );
}
