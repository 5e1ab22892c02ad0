import type { FollowedQuestion } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { ownQuestionAddress, tokenOfHash, useKeptQuestions } from '../platform/kept-questions.js';
import {
  OwnQuestionContactPart,
  OwnQuestionData,
  WithdrawQuestion,
} from '../features/dialogue-questions/own-question.js';
import { AnswerPart, StoryPart } from '../features/dialogue-questions/question-story.js';
import { followedQuestionQuery } from '../features/dialogue-questions/questions.queries.js';
import styles from '../features/dialogue-questions/questions.module.css';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { useFormats } from '../platform/format.js';
import { BackLink } from '../ui/back-link.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { Part } from '../ui/part.js';
import { CopyLink } from '../ui/share.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import { StatusMark } from '../ui/status-mark.js';

const LOOKS = {
  received: { fill: 'outline', tone: 'wait' },
  published: { fill: 'half', tone: 'plain' },
  gathered: { fill: 'arrow', tone: 'plain' },
  refused: { fill: 'bar', tone: 'no' },
  withdrawn: { fill: 'bar', tone: 'wait' },
} as const;

/** `/ale/fraga/F7K3F9/folj#token`: one's own question. The token stays behind `#`, and in a header. */
export default function FollowQuestionPage() {
  const { t } = useTranslation('dialogue-questions');
  const reference = (useParams()['reference'] ?? '').toUpperCase();
  const { hash } = useLocation();
  const { own } = useKeptQuestions();
  const token = tokenOfHash(hash) ?? own[reference] ?? null;
  const { data, error, refetch } = useQuery(followedQuestionQuery(token));
  const [hasLeft, setLeft] = useState(false);
  const isWrong = error?.status === 401;
  if (hasLeft) return <Left reference={reference} />;
  return (
    <div className={`wrap ${styles.page}`}>
      {data && token && (
        <Followed
          followed={data}
          token={token}
          onLeft={() => {
            setLeft(true);
          }}
        />
      )}
      {!token && <PageTitle title={t('follow.missing')} lead={t('follow.missingHow')} />}
      {token && !data && isWrong && <PageTitle title={t('follow.wrong')} lead={t('follow.wrongHow')} />}
      {token && !data && error && !isWrong && (
        <>
          <PageTitle title={t('follow.title', { reference })} />
          <ErrorState error={error} title={t('follow.failed')} onRetry={() => void refetch()} />
        </>
      )}
      {token && !data && !error && <SkeletonPage label={t('follow.loading')} />}
    </div>
  );
}

/** What whoever left the question reads once: the link is worth nothing any more. */
function Left({ reference }: { reference: string }) {
  const { t } = useTranslation('dialogue-questions');
  const slug = useMunicipalitySlug();
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('follow.left')} lead={t('follow.leftHow')} />
      <Link to={`/${slug}/fraga/${reference}`}>{t('follow.public')}</Link>
    </div>
  );
}

interface FollowedProps {
  followed: FollowedQuestion;
  token: string;
  onLeft: () => void;
}

function Followed({ followed, token, onLeft }: FollowedProps) {
  const { t } = useTranslation('dialogue-questions');
  const { date } = useFormats();
  const slug = useMunicipalitySlug();
  const municipality = useMunicipality().data;
  const now = useRef<HTMLDivElement>(null);
  const { reference, status, dialogue, refusal, gatheredInto, answer, supportCount } = followed;
  const noAnswerComes = dialogue.isCancelled && status !== 'refused' && status !== 'withdrawn';
  const isShown = status === 'published' || gatheredInto !== null;
  return (
    <>
      <BackLink to={`/${slug}/dialoger/${dialogue.reference}`}>{t('page.back')}</BackLink>
      <PageTitle
        title={t('follow.title', { reference })}
        lead={t('follow.lead', { date: date(followed.askedAt), title: dialogue.title })}
      />
      <div ref={now} tabIndex={-1} className={styles.part}>
        <h2>{t('follow.now')}</h2>
        <StatusMark {...LOOKS[status]}>{t(`status.${status}`)}</StatusMark>
        <p>{t(noAnswerComes ? 'follow.howCancelled' : `follow.how.${status}`)}</p>
        {refusal && (
          <Notice tone="warning" title={t(`refusal.${refusal.reason}`)}>
            {refusal.text}
          </Notice>
        )}
        {gatheredInto && (
          <>
            <h3>{t('follow.into')}</h3>
            <blockquote className={styles.quote}>{gatheredInto.text}</blockquote>
          </>
        )}
        {isShown && <p>{t('follow.people', { count: supportCount })}</p>}
        {isShown && <Link to={`/${slug}/fraga/${reference}`}>{t('follow.public')}</Link>}
      </div>
      {status !== 'refused' && status !== 'withdrawn' && (
        <AnswerPart answer={answer} support={dialogue.isCancelled ? 'cancelled' : 'open'} />
      )}
      <Part id="words" title={t('follow.words')}>
        <blockquote className={styles.quote}>{followed.text}</blockquote>
        {followed.shownText !== null && (
          <Notice title={t('follow.shown')}>
            <blockquote className={styles.quote}>{followed.shownText}</blockquote>
            <p>{t('follow.shownWhy', { reason: followed.editedReason ?? '' })}</p>
          </Notice>
        )}
      </Part>
      <StoryPart events={followed.events} />
      {status !== 'withdrawn' && ((municipality?.mail && !dialogue.isCancelled) || followed.contact) && (
        <OwnQuestionContactPart followed={followed} token={token} />
      )}
      <Part id="link" title={t('follow.link')}>
        <p>{t('sent.linkHow')}</p>
        <CopyLink address={window.location.origin + ownQuestionAddress(slug, reference, token)} />
      </Part>
      <OwnQuestionData followed={followed} />
      <WithdrawQuestion
        followed={followed}
        token={token}
        onWithdrawn={(hasLeft) => {
          if (hasLeft) onLeft();
          requestAnimationFrame(() => now.current?.focus());
        }}
      />
    </>
  );
}
