import type { Town } from '@lofteskartan/shared/contracts/town';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
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
          <Form town={town} />
        </>
      )}
    </TownFrame>
  );
}

function Form({ town }: { town: Town }) {
  const { data: municipality } = useQuery(municipalityQuery(town.slug));
  return <TownForm town={town} ground={municipality ?? null} />;
}
