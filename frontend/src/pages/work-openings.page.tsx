import { useTranslation } from 'react-i18next';
import { OpeningList } from '../features/town/opening-list.js';
import { TownFrame } from '../features/town/town-frame.js';
import { COORDINATORS } from '../platform/memberships.js';

/** `/arbete/admin/ingaende-balanser`: what was done before the platform began to count. */
export default function WorkOpeningsPage() {
  const { t } = useTranslation('work-openings');
  return (
    <TownFrame title={t('title')} lead={t('lead')} roles={COORDINATORS}>
      {(town) => <OpeningList municipality={town.slug} />}
    </TownFrame>
  );
}
