import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { staffPromisesQuery } from '../features/promise-editor/promise-editor.queries.js';
import { PromiseList } from '../features/promise-editor/promise-list.js';
import { municipalitiesWith, SETTINGS_ROLES } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './work-admin.module.css';

/** `/arbete/admin/lofte`: the municipality's promises and drafts. */
export default function WorkPromisesPage() {
  const { t } = useTranslation(['work-promise', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const places = session ? municipalitiesWith(session, SETTINGS_ROLES) : [];
  const place = places.find(({ slug }) => slug === parameters.get('municipality')) ?? places[0];
  const { data, error, refetch } = useQuery(staffPromisesQuery(place?.slug ?? ''));
  if (!session) return null;
  if (!place)
    return (
      <div className={`wrap ${styles.narrow}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${styles.narrow}`}>
      <BackLink to="/arbete/admin">{t('admin.title', { ns: 'work' })}</BackLink>
      <PageTitle
        title={t('list.titleIn', { municipality: place.name })}
        short={t('list.title')}
        lead={t('list.lead')}
      />
      {places.length > 1 && (
        <SelectField
          label={t('list.municipality')}
          value={place.slug}
          options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(municipality) => {
            setParameters({ municipality }, { replace: true });
          }}
        />
      )}
      {data ? (
        <PromiseList key={place.slug} municipality={place.slug} list={data} />
      ) : error ? (
        <ErrorState error={error} title={t('list.failed')} onRetry={() => void refetch()} />
      ) : (
        <Skeleton label={t('list.loading')}>
          <SkeletonBlock height="8rem" />
          <SkeletonBlock height="8rem" />
        </Skeleton>
      )}
    </div>
  );
}
