import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { bodiesQuery, referralSettingsQuery } from '../features/bodies/bodies.queries.js';
import { BodyList } from '../features/bodies/body-list.js';
import { ReferralSettingsForm } from '../features/bodies/referral-settings-form.js';
import { municipalitiesWith, SETTINGS_ROLES } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import styles from './work-admin.module.css';

/** `/arbete/admin/ansvariga`: who answers for places, for a municipality's coordinators and admins. */
export default function WorkBodiesPage() {
  const { t } = useTranslation(['work-bodies', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const places = session ? municipalitiesWith(session, SETTINGS_ROLES) : [];
  const place = places.find(({ slug }) => slug === parameters.get('municipality')) ?? places[0];
  const bodies = useQuery(bodiesQuery(place?.slug ?? ''));
  const settings = useQuery(referralSettingsQuery(place?.slug ?? ''));
  if (!session) return null;
  if (!place)
    return (
      <div className={`wrap ${styles.narrow}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle
        title={t('register.titleIn', { municipality: place.name })}
        short={t('register.title')}
        lead={t('register.lead')}
      />
      {places.length > 1 && (
        <SelectField
          label={t('register.municipality')}
          value={place.slug}
          options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(municipality) => {
            setParameters({ municipality }, { replace: true });
          }}
        />
      )}
      <BodyList key={place.slug} municipality={place.slug} />
      {bodies.data && settings.data && (
        <section className={styles.part} aria-labelledby="referral-settings">
          <h2 id="referral-settings">{t('settings.title')}</h2>
          <ReferralSettingsForm key={place.slug} municipality={place.slug} settings={settings.data} />
        </section>
      )}
    </div>
  );
}
