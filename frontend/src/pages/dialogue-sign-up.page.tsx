import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMailToken } from '../features/contacts/mail-token.js';
import { medborgardialogQuery } from '../features/dialogues/medborgardialoger.queries.js';
import { NewSignUp } from '../features/dialogues/new-sign-up.js';
import { OwnSignUpView } from '../features/dialogues/own-sign-up.js';
import { useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { useFormats } from '../platform/format.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './work-inventory.page.module.css';

/** `/ale/dialoger/D7K3F9/anmalan`: signs up; with `#token` one's own sign-up. */
export default function DialogueSignUpPage() {
  const { t } = useTranslation('dialogues');
  const { date, time } = useFormats();
  const slug = useMunicipalitySlug();
  const reference = (useParams()['reference'] ?? '').toUpperCase();
  const token = useMailToken();
  const { data: dialogue, error, refetch } = useQuery(medborgardialogQuery(reference));
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to={`/${slug}/dialoger/${reference}`}>{t('signUp.back')}</BackLink>
      <PageTitle
        title={t(token === null ? 'signUp.title' : 'own.title')}
        lead={dialogue && `${dialogue.title}, ${date(dialogue.startsAt)} ${time(dialogue.startsAt)}`}
      />
      {token !== null ? (
        <OwnSignUpView key={token} token={token} />
      ) : dialogue ? (
        <NewSignUp key={reference} dialogue={dialogue} />
      ) : error ? (
        <ErrorState
          error={error}
          title={t(error.status === 404 ? 'dialogue.notFound' : 'dialogue.failed')}
          onRetry={() => void refetch()}
        />
      ) : (
        <SkeletonPage label={t('loading')} />
      )}
    </div>
  );
}
