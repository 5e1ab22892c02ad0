import type { ReferredCase as Case } from '@lofteskartan/shared/contracts/referrals';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton, SkeletonText } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import styles from './referrals.module.css';
import { referredCaseQuery, useAnswerReferral } from './referrals.queries.js';

/** A case as the body that has it sees it, and where it answers. @param token null when the link is not whole */
export function ReferredCase({ token }: { token: string | null }) {
  const { t } = useTranslation('referral');
  const { data, error, refetch } = useQuery(referredCaseQuery(token));
  const answer = useAnswerReferral();
  if (token === null || error?.status === 404 || error?.status === 422)
    return (
      <Notice tone="warning" title={t('gone.title')} announced>
        <p>{t('gone.how')}</p>
      </Notice>
    );
  if (error && !data) return <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Skeleton label={t('loading')}>
        <SkeletonText lines={4} />
      </Skeleton>
    );
  const now = answer.data ?? data;
  return (
    <div className={styles.case}>
      <CaseFacts now={now} />
      {now.state === 'answered' && (
        <Notice tone="success" title={t('answered.title')} announced={answer.isSuccess}>
          <p>{t('answered.how', { municipality: now.municipalityName })}</p>
        </Notice>
      )}
      {now.state === 'ended' && (
        <Notice title={t('ended.title')}>
          <p>{t('ended.how', { municipality: now.municipalityName })}</p>
        </Notice>
      )}
      {now.state === 'open' && (
        <AnswerForm token={token} municipality={now.municipalityName} answer={answer} />
      )}
    </div>
  );
}

function CaseFacts({ now }: { now: Case }) {
  const { t } = useTranslation(['referral', 'words']);
  const { date } = useFormats();
  const { reference, kind, referredAt, place, position, asked, description, photos, municipalityName } = now;
  return (
    <>
      <DefinitionList
        items={[
          { term: t('reference'), value: reference },
          { term: t('kind'), value: t(`kind.${kind}`, { ns: 'words' }) },
          ...(place ? [{ term: t('place'), value: place }] : []),
          ...(position
            ? [{ term: t('position'), value: `${position[1].toFixed(5)}, ${position[0].toFixed(5)}` }]
            : []),
          { term: t('since'), value: date(referredAt) },
        ]}
      />
      {asked && (
        <div>
          <h2>{t('asked', { municipality: municipalityName })}</h2>
          <blockquote className={styles.words}>{asked}</blockquote>
        </div>
      )}
      {description && (
        <div>
          <h2>{t('description')}</h2>
          <blockquote className={styles.words}>{description}</blockquote>
        </div>
      )}
      {photos.length > 0 && (
        <ul className={styles.photos} aria-label={t('photos')}>
          {photos.map(({ id, url, thumbnailUrl }, index) => (
            <li key={id}>
              <a href={url}>
                <img src={thumbnailUrl} alt={t('photo', { number: index + 1 })} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface AnswerFormProps {
  token: string;
  municipality: string;
  answer: ReturnType<typeof useAnswerReferral>;
}

function AnswerForm({ token, municipality, answer }: AnswerFormProps) {
  const { t } = useTranslation('referral');
  const [text, setText] = useState('');
  const [key] = useState(newKey);
  const [tried, setTried] = useState(false);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (text.trim() && !answer.isPending) answer.mutate({ body: { token, text: text.trim() }, key });
      }}
    >
      <TextArea
        label={t('answer')}
        hint={t('answerHint', { municipality })}
        rows={6}
        limit={LIMITS.publicTextCharacters}
        value={text}
        error={tried && !text.trim() ? t('missing') : answer.error?.messageFor('text')}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {answer.error && <ErrorState error={answer.error} title={t('notSent')} kept={t('kept')} />}
      <Button type="submit" look="primary" busy={answer.isPending}>
        {t('send')}
      </Button>
    </form>
  );
}
