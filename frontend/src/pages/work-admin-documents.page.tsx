import { useTranslation } from 'react-i18next';
import { Documents } from '../features/records/documents.js';
import { PlaceFrame } from '../features/records/place-frame.js';
import { COORDINATORS } from '../platform/memberships.js';

/** `/arbete/admin/underlag`: what an authority must be able to show about personal data. */
export default function WorkAdminDocumentsPage() {
  const { t } = useTranslation('work-records');
  return (
    <PlaceFrame title={t('documents.title')} lead={t('documents.lead')} roles={COORDINATORS}>
      {({ slug }) => <Documents key={slug} municipality={slug} />}
    </PlaceFrame>
  );
}
