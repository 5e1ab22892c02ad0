import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { commitmentsQuery } from '../features/activities/commitments.queries.js';
import { ImportForm } from '../features/activities/import-form.js';
import { municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import styles from './work-admin.module.css';

/** `/arbete/insatser/importera`: a coordinator logs what others have done, from a file. */
export default function WorkImportPage() {
  const { t } = useTranslation(['work-import', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const places = session ? municipalitiesWith(session, ['coordinator']) : [];
  const place = places.find(({ slug }) => slug === parameters.get('municipality')) ?? places[0];
  const { data: commitments } = useQuery(commitmentsQuery(place?.slug ?? ''));
  if (!session) return null;
  if (!place)
    return (
      <div className={`wrap ${styles.narrow}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${styles.narrow}`}>
      <BackLink to="/arbete/insatser">{t('back')}</BackLink>
      <PageTitle title={t('title')} lead={t('lead')} />
      {places.length > 1 && (
        <SelectField
          label={t('municipality')}
          value={place.slug}
          options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(municipality) => {
            setParameters({ municipality }, { replace: true });
          }}
        />
      )}
      <ImportForm key={place.slug} municipality={place.slug} commitments={commitments ?? []} />
    </div>
  );
}
