import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { walkDraft, writtenWalk } from '../features/walks/walk-draft.js';
import { WalkForm } from '../features/walks/walk-form.js';
import { useCreateWalk } from '../features/walks/walks.queries.js';
import { newKey } from '../platform/api.js';
import { municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { ErrorState } from '../ui/states.js';
import { toast } from '../ui/toast.js';
import styles from './work-inventory.page.module.css';

/** `/arbete/trygghetsvandring/ny`: a walk is planned; its stops are chosen on its own page. */
export default function WorkWalkNewPage() {
  const { t } = useTranslation(['work-walks', 'work']);
  const { data: session } = useSession();
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const create = useCreateWalk();
  const [key] = useState(newKey);
  const [draft, setDraft] = useState(() => walkDraft(null));
  const towns = session ? municipalitiesWith(session, ['case-officer', 'coordinator']) : [];
  const town = towns.find(({ slug }) => slug === parameters.get('municipality')) ?? towns[0];
  const { data: municipality } = useQuery(municipalityQuery(town?.slug ?? ''));
  if (!session) return null;
  if (!town)
    return (
      <div className={`wrap ${styles.page}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to="/arbete/trygghetsvandring">{t('walk.back')}</BackLink>
      <PageTitle title={t('form.newTitle')} lead={town.name} />
      <WalkForm
        draft={draft}
        change={(part) => {
          setDraft((before) => ({ ...before, ...part }));
        }}
        municipality={municipality}
        busy={create.isPending}
        error={create.error}
        failed={
          create.error && <ErrorState error={create.error} title={t('form.notSaved')} kept={t('form.kept')} />
        }
        onSave={() => {
          create.mutate(
            { ...writtenWalk(draft), municipality: town.slug, key },
            {
              onSuccess: ({ reference }) => {
                toast(t('form.saved'));
                void navigate(`/arbete/trygghetsvandring/${reference}`, { replace: true });
              },
            },
          );
        }}
        onCancel={() => void navigate('/arbete/trygghetsvandring')}
      />
    </div>
  );
}
