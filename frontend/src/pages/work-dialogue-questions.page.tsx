import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { QuestionWorkList } from '../features/dialogue-questions/question-work-list.js';
import { questionWorkQuery } from '../features/dialogue-questions/question-work.queries.js';
import styles from '../features/dialogue-questions/questions.module.css';
import { BackLink } from '../ui/back-link.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/arbete/dialoger/D7K3F9/fragor`: the questions of a dialogue to be read, published, gathered. */
export default function WorkDialogueQuestionsPage() {
  const { t } = useTranslation('work-dialogue-questions');
  const { reference = '' } = useParams();
  const { data, error, refetch } = useQuery(questionWorkQuery(reference));
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to={`/arbete/dialoger/${reference}`}>{t('back')}</BackLink>
      {data ? (
        <>
          <PageTitle title={t('title')} lead={data.dialogue.title} />
          <p>
            {t('lead')} {data.people > 0 && t('people', { count: data.people })}
          </p>
          {!data.mayDecide && <Notice>{t('readOnly')}</Notice>}
          <QuestionWorkList dialogue={reference} work={data} />
        </>
      ) : error ? (
        <>
          <PageTitle title={t('title')} />
          <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
        </>
      ) : (
        <SkeletonPage label={t('loading')} />
      )}
    </div>
  );
}
