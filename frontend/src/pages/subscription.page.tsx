import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMailToken } from '../features/contacts/mail-token.js';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { placesQuery } from '../features/municipalities/places.queries.js';
import { ManageSubscription } from '../features/subscriptions/manage-subscription.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './mail-link.page.module.css';

const NOWHERE: [] = [];

/** `/ale/bevakning#token`: one subscription by the link in its mails. */
export default function SubscriptionPage() {
  const { t } = useTranslation('watch');
  const slug = useMunicipalitySlug();
  const token = useMailToken();
  const { data, error, refetch } = useMunicipality();
  const places = useQuery(placesQuery(slug)).data ?? NOWHERE;
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('manage.title')} />
      {token === null && (
        <>
          <Notice tone="warning" title={t('link.missing')}>
            <p>{t('link.missingHow')}</p>
          </Notice>
          <Link to={`/${slug}/bevaka`}>{t('link.ask')}</Link>
        </>
      )}
      {token !== null && data && (
        <ManageSubscription key={token} token={token} municipality={data} places={places} />
      )}
      {token !== null && !data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {token !== null && !data && !error && <SkeletonPage label={t('loading')} />}
    </div>
  );
}
