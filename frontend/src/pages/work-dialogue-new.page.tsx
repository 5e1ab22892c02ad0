import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { dialogueDraft, writtenDialogue } from '../features/dialogues/dialogue-draft.js';
import { DialogueForm } from '../features/dialogues/dialogue-form.js';
import { useCreateDialogue } from '../features/dialogues/dialogues.queries.js';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { newKey } from '../platform/api.js';
import { municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { ErrorState } from '../ui/states.js';
import { toast } from '../ui/toast.js';
import styles from './work-inventory.page.module.css';

/** `/arbete/dialoger/ny`: a medborgardialog is planned, as a draft. */
export default function WorkDialogueNewPage() {
  const { t } = useTranslation(['work-dialogues', 'work']);
  const { data: session } = useSession();
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const create = useCreateDialogue();
  const [key] = useState(newKey);
  const [draft, setDraft] = useState(() => dialogueDraft(null, t('meaning.dialogue')));
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
      <BackLink to="/arbete/dialoger">{t('facts.back')}</BackLink>
      <PageTitle title={t('form.newTitle')} lead={t('form.newLead')} />
      <DialogueForm
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
            { ...writtenDialogue(draft), municipality: town.slug, key },
            {
              onSuccess: ({ reference }) => {
                toast(t('form.saved'));
                void navigate(`/arbete/dialoger/${reference}`, { replace: true });
              },
            },
          );
        }}
        onCancel={() => void navigate('/arbete/dialoger')}
      />
    </div>
  );
}
