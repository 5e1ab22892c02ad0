import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { LightingImport } from '../features/inventory/lighting-import.js';
import { municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import styles from './work-inventory.page.module.css';

/** `/arbete/platser/belysning`: reads in which lamps are dark on purpose, and which are to come. */
export default function WorkLightingPage() {
  const { t } = useTranslation(['work-inventory', 'work']);
  const { data: session } = useSession();
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const towns = session ? municipalitiesWith(session, ['case-officer', 'coordinator']) : [];
  const [chosen, setChosen] = useState(parameters.get('municipality'));
  const town = towns.find(({ slug }) => slug === chosen) ?? towns[0];
  if (!session) return null;
  if (!town)
    return (
      <div className={`wrap ${styles.page}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to="/arbete/platser">{t('lighting.back')}</BackLink>
      <PageTitle title={t('lighting.title')} lead={t('lighting.lead')} />
      {towns.length > 1 && (
        <SelectField
          label={t('lighting.municipality')}
          value={town.slug}
          options={towns.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={setChosen}
        />
      )}
      <LightingImport
        key={town.slug}
        municipality={town.slug}
        onDone={() => void navigate('/arbete/platser')}
      />
    </div>
  );
}
