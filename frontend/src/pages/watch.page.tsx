import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMunicipality } from '../features/municipalities/municipalities.queries.js';
import { placesQuery } from '../features/municipalities/places.queries.js';
import { AskForSubscriptions } from '../features/subscriptions/ask-for-subscriptions.js';
import { FeedLinks } from '../features/subscriptions/feed-links.js';
import { SubscribeForm } from '../features/subscriptions/subscribe-form.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './mail-link.page.module.css';

/** `/ale/bevaka`: what becomes public in an area by mail, in a feed reader or in a calendar. `?ort=nol` begins with a locality. */
export default function WatchPage() {
  const { t } = useTranslation('watch');
  const { data, error, refetch } = useMunicipality();
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('title')} lead={data && !data.mail ? t('noMail') : t('lead')} />
      {data && <Ways municipality={data} />}
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonPage label={t('loading')} />}
    </div>
  );
}

const NOWHERE: [] = [];

function Ways({ municipality }: { municipality: Municipality }) {
  const { t, i18n } = useTranslation('watch');
  const [parameters] = useSearchParams();
  // Without the place list the map is whole but for the search's answers.
  const places = useQuery(placesQuery(municipality.slug)).data ?? NOWHERE;
  const asked = parameters.get('ort');
  const locality = municipality.localities.some(({ slug }) => slug === asked) ? asked : null;
  const language = i18n.language === 'en' ? 'en' : 'sv';
  return (
    <>
      {municipality.mail && (
        <>
          <SubscribeForm {...{ municipality, places, locality, language }} />
          <section className={styles.section} aria-labelledby="links">
            <h2 id="links">{t('links.title')}</h2>
            <p>{t('links.how')}</p>
            <AskForSubscriptions />
          </section>
        </>
      )}
      <FeedLinks municipality={municipality} language={language} />
    </>
  );
}
