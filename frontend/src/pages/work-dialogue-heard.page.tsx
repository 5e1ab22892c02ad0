import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Heard } from '../features/dialogue-outcomes/heard.js';
import { heardQuery } from '../features/dialogue-outcomes/reports.queries.js';
import styles from '../features/dialogue-outcomes/outcomes.module.css';
import { CASE_ROLES, municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/arbete/dialoger/hordas`: who was heard, whole, for staff. */
export default function WorkDialogueHeardPage() {
  const { t } = useTranslation('dialogue-outcomes');
  const { data: session } = useSession();
  const [search, setSearch] = useSearchParams();
  const towns = session ? municipalitiesWith(session, CASE_ROLES) : [];
  const town = towns.find(({ slug }) => slug === search.get('kommun')) ?? towns[0];
  const { data, error, refetch } = useQuery(
    heardQuery(town?.slug ?? '', search.get('ar') ?? undefined, true),
  );
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    setSearch(next, { replace: true });
  };
  return (
    <div className={`wrap ${styles.page ?? ''}`}>
      <BackLink to="/arbete/dialoger">{t('outcomes.back')}</BackLink>
      <PageTitle title={t('heard.title')} lead={t('heard.leadWork')} />
      {towns.length > 1 && town && (
        <div className={styles.form}>
          <SelectField
            label={t('heard.town')}
            value={town.slug}
            options={towns.map(({ slug, name }) => ({ value: slug, label: name }))}
            onChange={(slug) => {
              choose('kommun', slug);
            }}
          />
        </div>
      )}
      {data ? (
        <Heard
          heard={data}
          onYear={(year) => {
            choose('ar', year);
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
