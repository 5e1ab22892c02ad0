import type { WorkQuestion } from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import { useQuery } from '@tanstack/react-query';
import { useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton, SkeletonText } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { Tag } from '../../ui/status-mark.js';
import { Timeline } from '../../ui/timeline.js';
import { questionDetailQuery } from './question-work.queries.js';
import styles from './questions.module.css';

/** What can be done with a question in a window or at once. */
export type QuestionWindow = 'edit' | 'refuse' | 'gather';

export interface QuestionWorkRowProps {
  dialogue: string;
  question: WorkQuestion;
  mayDecide: boolean;
  busy: boolean;
  handle: Ref<HTMLLIElement>;
  onPublish: () => void;
  onSeparate: () => void;
  onOpen: (window: QuestionWindow) => void;
}

/** A question as staff decide about it: its words, what is striking in them, who stands behind it, and the acts. */
export function QuestionWorkRow({
  dialogue,
  question,
  mayDecide,
  busy,
  handle,
  ...acts
}: QuestionWorkRowProps) {
  const { t } = useTranslation(['work-dialogue-questions', 'dialogue-questions', 'words']);
  const { moment, list } = useFormats();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { reference, status, source, text, shownText, personalData, blockedWords, gathered } = question;
  const found = [...new Set(personalData.map(({ type }) => t(`words:personalData.${type}`)))];
  return (
    <li ref={handle} tabIndex={-1} className={styles.row}>
      <p className={styles.soft}>
        {t('row.meta', { reference, source: t(`source.${source}`), when: moment(question.askedAt) })}
      </p>
      <p className={styles.text}>{shownText ?? text}</p>
      <div className={styles.marks}>
        <Tag>{t(`dialogue-questions:kind.${question.kind}`)}</Tag>
        <Tag>{t('row.support', { count: question.supportCount })}</Tag>
        {question.gatheredInto && <Tag>{t('row.into', { reference: question.gatheredInto })}</Tag>}
      </div>
      {blockedWords.length > 0 && status === 'received' && (
        <Notice tone="warning">{t('row.blocked', { words: list(blockedWords) })}</Notice>
      )}
      {found.length > 0 && shownText === null && status === 'received' && (
        <Notice tone="warning">{t('row.personal', { what: list(found) })}</Notice>
      )}
      {shownText !== null && (
        <details>
          <summary>{t('row.sent')}</summary>
          <blockquote className={styles.quote}>{text}</blockquote>
          <p className={styles.soft}>{t('row.editedWhy', { reason: question.editedReason ?? '' })}</p>
        </details>
      )}
      {gathered.length > 0 && (
        <p className={styles.soft}>
          {t('row.gathered', { count: gathered.length, numbers: list(gathered) })}
        </p>
      )}
      {question.refusal && (
        <p className={styles.soft}>
          {t('row.refused', {
            reason: t(`dialogue-questions:refusal.${question.refusal.reason}`),
            text: question.refusal.text,
          })}
        </p>
      )}
      {question.answer && <p>{t('row.answer', { text: question.answer.text })}</p>}
      {mayDecide && <Acts question={question} busy={busy} {...acts} />}
      <details
        onToggle={(event) => {
          setHistoryOpen(event.currentTarget.open);
        }}
      >
        <summary>{t('row.history')}</summary>
        {isHistoryOpen && <History dialogue={dialogue} reference={reference} />}
      </details>
    </li>
  );
}

type ActsProps = Pick<QuestionWorkRowProps, 'question' | 'busy' | 'onPublish' | 'onSeparate' | 'onOpen'>;

function Acts({ question: { status, answer }, busy, onPublish, onSeparate, onOpen }: ActsProps) {
  const { t } = useTranslation('work-dialogue-questions');
  const isOpen = answer === null;
  if (status === 'withdrawn') return null;
  return (
    <div className={styles.acts}>
      {(status === 'received' || status === 'refused') && (
        <Button look={status === 'received' ? 'primary' : 'secondary'} busy={busy} onClick={onPublish}>
          {t('do.publish')}
        </Button>
      )}
      {status === 'gathered' && (
        <Button busy={busy} onClick={onSeparate}>
          {t('do.separate')}
        </Button>
      )}
      {(status === 'received' || status === 'published') && isOpen && (
        <Button
          onClick={() => {
            onOpen('gather');
          }}
        >
          {t('do.gather')}
        </Button>
      )}
      <Button
        look="quiet"
        onClick={() => {
          onOpen('edit');
        }}
      >
        {t('do.edit')}
      </Button>
      {status !== 'refused' && isOpen && (
        <Button
          look="quiet"
          onClick={() => {
            onOpen('refuse');
          }}
        >
          {t('do.refuse')}
        </Button>
      )}
    </div>
  );
}

function History({ dialogue, reference }: { dialogue: string; reference: string }) {
  const { t } = useTranslation(['work-dialogue-questions', 'dialogue-questions']);
  const { moment } = useFormats();
  const { data, error, refetch } = useQuery(questionDetailQuery(dialogue, reference));
  if (error && !data) return <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Skeleton label={t('loading')}>
        <SkeletonText />
      </Skeleton>
    );
  return (
    <Timeline
      entries={data.events.map(({ type, at, actor, reason, before, after }, index) => ({
        key: `${String(index)} ${at}`,
        title: t(`dialogue-questions:event.${type}`),
        meta: actor ? t('row.actor', { when: moment(at), actor }) : moment(at),
        children: (
          <>
            {before !== null && <p className={styles.quote}>{before}</p>}
            {type === 'gathered' && after !== null && <p>{after}</p>}
            {reason !== null && <p>{reason}</p>}
          </>
        ),
      }))}
    />
  );
}
