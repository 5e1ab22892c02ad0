import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Heard } from '../features/dialogue-outcomes/heard.js';
import { heardQuery } from '../features/dialogue-outcomes/reports.queries.js';
import styles from '../features/dialogue-outcomes/outcomes.module.css';
import { useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/ale/dialoger/hordas`: who was heard at public dialogues, and who was not. */
export default function DialogueHeardPage() {
  const { t } = useTranslation('dialogue-outcomes');
  const slug = useMunicipalitySlug();
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery(heardQuery(slug, search.get('ar') ?? undefined, false));
  return (
    <div className={`wrap ${styles.page ?? ''}`}>
      <BackLink to={`/${slug}/dialoger`}>{t('outcomes.back')}</BackLink>
      <PageTitle title={t('heard.title')} lead={t('heard.lead')} />
      {data ? (
        <Heard
          heard={data}
          onYear={(ar) => {
            setSearch({ ar }, { replace: true });
          }}
        />
      ) : error ? (
        <ErrorState error={error} title={t('heard.failed')} onRetry={() => void refetch()} />
      ) : (
        <SkeletonPage label={t('heard.loading')} />
      )}
    </div>
  );
}
