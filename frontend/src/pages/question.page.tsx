import type { QuestionStory } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ownQuestionAddress, useKeptQuestions } from '../platform/kept-questions.js';
import { AnswerPart, StoryPart } from '../features/dialogue-questions/question-story.js';
import { questionQuery } from '../features/dialogue-questions/questions.queries.js';
import styles from '../features/dialogue-questions/questions.module.css';
import { SupportQuestionButton } from '../features/dialogue-questions/support-question.js';
import { useMunicipality } from '../features/municipalities/municipalities.queries.js';
import { useFormats } from '../platform/format.js';
import { BackLink } from '../ui/back-link.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/ale/fraga/F7K3F9`: a published question, its story and its answer. One that was gathered is answered as the one that leads it. */
export default function QuestionPage() {
  const { t } = useTranslation('dialogue-questions');
  const reference = (useParams()['reference'] ?? '').toUpperCase();
  const { data, error, refetch } = useQuery(questionQuery(reference));
  return (
    <div className={`wrap ${styles.page}`}>
      {data && <Question question={data} asked={reference} />}
      {error && !data && error.status === 404 && (
        <PageTitle title={t('page.gone')} lead={t('page.goneHow')} />
      )}
      {error && !data && error.status !== 404 && (
        <>
          <PageTitle title={reference} />
          <ErrorState error={error} title={t('page.failed')} onRetry={() => void refetch()} />
        </>
      )}
      {!data && !error && <SkeletonPage label={t('page.loading')} />}
    </div>
  );
}

function Question({ question, asked }: { question: QuestionStory; asked: string }) {
  const { t } = useTranslation('dialogue-questions');
  const { date } = useFormats();
  const mail = useMunicipality().data?.mail ?? false;
  const { own } = useKeptQuestions();
  const { reference, kind, text, dialogue, answer, events, supportCount, gatheredCount } = question;
  const { edited, support } = question;
  const token = own[asked];
  const about = {
    kind: t(`kind.${kind}`),
    reference,
    title: dialogue.title,
    date: date(dialogue.startsAt),
  };
  return (
    <>
      <BackLink to={`/${dialogue.municipality}/dialoger/${dialogue.reference}`}>
        {t(dialogue.isCancelled ? 'ask.back' : 'page.back')}
      </BackLink>
      <PageTitle title={text} lead={t('page.about', about)} />
      {asked !== reference && <Notice>{t('page.moved', { reference: asked })}</Notice>}
      <div className={styles.part}>
        <p>
          {t('row.people', { count: supportCount })}
          {gatheredCount > 0 && `. ${t('row.gathered', { count: gatheredCount })}`}
          {edited && `. ${t('row.edited')}`}.
        </p>
        {!answer && !dialogue.isCancelled && (
          <SupportQuestionButton reference={reference} text={text} support={support} mail={mail} />
        )}
        {token !== undefined && (
          <Link to={ownQuestionAddress(dialogue.municipality, asked, token)}>{t('sent.follow')}</Link>
        )}
      </div>
      <AnswerPart answer={answer} support={support} />
      <StoryPart events={events} />
    </>
  );
}
