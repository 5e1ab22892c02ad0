import type { QuestionReceipt } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AskForm } from '../features/dialogue-questions/ask-form.js';
import { Asked } from '../features/dialogue-questions/asked.js';
import { questionsQuery } from '../features/dialogue-questions/questions.queries.js';
import styles from '../features/dialogue-questions/questions.module.css';
import { medborgardialogQuery } from '../features/dialogues/medborgardialoger.queries.js';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/ale/dialoger/D7K3F9/fraga`: a question ahead of a dialogue, one thing per screen, and its receipt. */
export default function AskQuestionPage() {
  const { t } = useTranslation('dialogue-questions');
  const { reference = '' } = useParams();
  const slug = useMunicipalitySlug();
  const municipality = useMunicipality().data;
  const { data, error, refetch } = useQuery(questionsQuery(reference, ''));
  const [sent, setSent] = useState<{ receipt: QuestionReceipt; email: string | null } | null>(null);
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to={`/${slug}/dialoger/${reference}`}>{t('ask.back')}</BackLink>
      {sent ? (
        <Asked receipt={sent.receipt} municipality={slug} email={sent.email} />
      ) : error && !data ? (
        <>
          <PageTitle title={t('list.ask')} />
          <ErrorState error={error} title={t('list.failed')} onRetry={() => void refetch()} />
        </>
      ) : !data || !municipality ? (
        <SkeletonPage label={t('list.loading')} />
      ) : data.open ? (
        <AskForm
          dialogue={reference}
          municipality={slug}
          mail={municipality.mail}
          onSent={(receipt, email) => {
            setSent({ receipt, email });
          }}
        />
      ) : (
        <Closed dialogue={reference} />
      )}
    </div>
  );
}

/** Why nothing can be asked: the time is over, or there will be no dialogue. */
function Closed({ dialogue }: { dialogue: string }) {
  const { t } = useTranslation('dialogue-questions');
  const { data } = useQuery(medborgardialogQuery(dialogue));
  return data?.status === 'cancelled' ? (
    <PageTitle title={t('ask.cancelled')} lead={t('ask.cancelledHow')} />
  ) : (
    <PageTitle title={t('ask.closed')} lead={t('ask.closedHow')} />
  );
}
