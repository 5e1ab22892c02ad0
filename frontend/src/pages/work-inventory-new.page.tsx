import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCreatePlace } from '../features/inventory/inventory.queries.js';
import { placeDraft, type PlaceDraft } from '../features/inventory/place-draft.js';
import { PlaceForm } from '../features/inventory/place-form.js';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { wheelQuery } from '../features/wheel/wheel.queries.js';
import { newKey } from '../platform/api.js';
import { municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { ErrorState } from '../ui/states.js';
import { toast } from '../ui/toast.js';
import styles from './work-inventory.page.module.css';

const NO_BODIES: [] = [];

/** `/arbete/platser/ny`: a place that no proposal is about yet. */
export default function WorkInventoryNewPage() {
  const { t } = useTranslation(['work-inventory', 'work']);
  const { data: session } = useSession();
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const create = useCreatePlace();
  const [key] = useState(newKey);
  const [draft, setDraft] = useState(() => placeDraft(null));
  const towns = session ? municipalitiesWith(session, ['case-officer', 'coordinator']) : [];
  const town = towns.find(({ slug }) => slug === parameters.get('municipality')) ?? towns[0];
  const { data: municipality } = useQuery(municipalityQuery(town?.slug ?? ''));
  const { data: wheel } = useQuery(wheelQuery(town?.slug ?? ''));
  if (!session) return null;
  if (!town)
    return (
      <div className={`wrap ${styles.page}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to="/arbete/platser">{t('place.back')}</BackLink>
      <PageTitle title={t('form.newTitle')} lead={town.name} />
      <PlaceForm
        draft={draft}
        change={(part: Partial<PlaceDraft>) => {
          setDraft((before) => ({ ...before, ...part }));
        }}
        municipality={municipality}
        bodies={wheel?.bodies ?? NO_BODIES}
        busy={create.isPending}
        error={create.error}
        failed={
          create.error && <ErrorState error={create.error} title={t('form.notSaved')} kept={t('form.kept')} />
        }
        onSave={(place) => {
          create.mutate(
            { ...place, municipality: town.slug, key },
            {
              onSuccess: ({ reference }) => {
                toast(t('form.saved'));
                void navigate(`/arbete/platser/${reference}`, { replace: true });
              },
            },
          );
        }}
        onCancel={() => void navigate('/arbete/platser')}
      />
    </div>
  );
}
