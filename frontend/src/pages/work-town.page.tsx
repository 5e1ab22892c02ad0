import { useTranslation } from 'react-i18next';
import { OpeningPanel } from '../features/town/opening-panel.js';
import { TownForm } from '../features/town/town-form.js';
import { TownFrame } from '../features/town/town-frame.js';
import { holds } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';

/** `/arbete/admin/kommun`: what a municipality says of itself, and the way from draft to open. */
export default function WorkTownPage() {
  const { t } = useTranslation('work-town');
  const { data: session } = useSession();
  return (
    <TownFrame title={t('title')} lead={t('lead')}>
      {(town) => (
        <>
          <OpeningPanel town={town} mayOpen={session ? holds(session, ['admin'], town.slug) : false} />
          <TownForm town={town} />
        </>
      )}
    </TownFrame>
  );
}
