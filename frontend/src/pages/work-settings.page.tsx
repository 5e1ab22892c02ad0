import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { settingsQuery } from '../features/staff/admin.queries.js';
import { SettingsForm } from '../features/staff/settings-form.js';
import { municipalitiesWith, SETTINGS_ROLES } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './work-admin.module.css';

/** What applies in a municipality, for its coordinators and admins. */
export default function WorkSettingsPage() {
  const { t } = useTranslation(['work-admin', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const places = session ? municipalitiesWith(session, SETTINGS_ROLES) : [];
  const place = places.find(({ slug }) => slug === parameters.get('municipality')) ?? places[0];
  const { data, error, refetch } = useQuery(settingsQuery(place?.slug ?? ''));
  if (!session) return null;
  if (!place)
    return (
      <div className={`wrap ${styles.narrow}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${styles.narrow}`}>
      <PageTitle
        title={t('settings.titleIn', { municipality: place.name })}
        short={t('settings.title')}
        lead={t('settings.lead')}
      />
      {places.length > 1 && (
        <SelectField
          label={t('settings.municipality')}
          value={place.slug}
          options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(municipality) => {
            setParameters({ municipality }, { replace: true });
          }}
        />
      )}
      {data ? (
        <SettingsForm key={place.slug} municipality={place.slug} settings={data} />
      ) : error ? (
        <ErrorState error={error} title={t('settings.failed')} onRetry={() => void refetch()} />
      ) : (
        <Skeleton label={t('settings.loading')}>
          <SkeletonBlock height="20rem" />
        </Skeleton>
      )}
    </div>
  );
}
