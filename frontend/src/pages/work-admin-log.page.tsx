import { useTranslation } from 'react-i18next';
import { LogList } from '../features/records/log-list.js';
import { PlaceFrame } from '../features/records/place-frame.js';
import { COORDINATORS } from '../platform/memberships.js';

/** `/arbete/admin/logg`: who did what in the municipality. */
export default function WorkAdminLogPage() {
  const { t } = useTranslation('work-records');
  return (
    <PlaceFrame title={t('log.title')} lead={t('log.lead')} roles={COORDINATORS} wide>
      {({ slug }) => <LogList key={slug} municipality={slug} />}
    </PlaceFrame>
  );
}
