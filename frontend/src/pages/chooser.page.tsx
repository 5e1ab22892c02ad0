import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { municipalitiesQuery } from '../features/municipalities/municipalities.queries.js';
import { useFormats } from '../platform/format.js';
import { LinkCard } from '../ui/link-card.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './chooser.page.module.css';

/** `/`: straight to the municipality when there is one, else a choice in alphabetical order. */
export default function ChooserPage() {
  const { t } = useTranslation('app');
  const { compare } = useFormats();
  const { data, error, refetch, isPending } = useQuery(municipalitiesQuery);
  const [only] = data?.items ?? [];

  if (only && data?.items.length === 1) return <Navigate to={`/${only.slug}`} replace />;
  return (
    <div className={`wrap ${styles.page}`}>
      {isPending && <SkeletonPage label={t('loading')} />}
      {!isPending && <PageTitle title={t('chooser.title')} lead={t('chooser.lead')} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <EmptyState title={t('chooser.empty')}>{t('chooser.emptyHow')}</EmptyState>
      )}
      {data && data.items.length > 1 && (
        <ul className={styles.list}>
          {[...data.items]
            .sort((a, b) => compare(a.name, b.name))
            .map((municipality) => (
              <li key={municipality.slug}>
                <LinkCard to={`/${municipality.slug}`} title={municipality.name} />
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}
