import type { LiveDialogue, LiveQuestion } from '@lofteskartan/shared/contracts/medborgardialog-live';
import { QUESTION_LIMITS } from '@lofteskartan/shared/medborgardialog-questions';
import { Check, ThumbsUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newKey } from '../../platform/api.js';
import { useIntention } from '../../platform/intention.js';
import { keepOwnQuestion, ownQuestionAddress } from '../../platform/kept-questions.js';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { Tag } from '../../ui/status-mark.js';
import { TextArea } from '../../ui/text-field.js';
import { TrapField, trapped } from '../../ui/trap-field.js';
import { useAskLive, useSupportQuestion } from './live.queries.js';
import { keepOwnSupports, readOwnSupports } from './own-supports.js';
import styles from './live.module.css';

/** The questions on a phone: those that most people want answered first. */
export function LiveQuestionList({ live }: { live: LiveDialogue }) {
  const { t } = useTranslation('dialogue-live');
  const { questions, dialogue } = live;
  const [own, setOwn] = useState(() => readOwnSupports(dialogue.reference));
  const support = useSupportQuestion();
  const stand = (reference: string) => {
    support.mutate(
      { reference, key: newKey() },
      {
        onSuccess: () => {
          const supported = [...own, reference];
          keepOwnSupports(dialogue.reference, supported);
          setOwn(supported);
          announce(t('questions.supported'));
        },
      },
    );
  };
  if (questions.items.length === 0) return <p className={styles.soft}>{t('questions.none')}</p>;
  return (
    <>
      {support.error && <ErrorState error={support.error} title={t('questions.supportFailed')} />}
      <ol className={styles.rows}>
        {questions.items.map((question) => (
          <Question
            key={question.reference}
            question={question}
            isCurrent={question.reference === questions.current}
            isOwn={own.includes(question.reference)}
            mayStand={dialogue.status === 'open'}
            isBusy={support.isPending && support.variables.reference === question.reference}
            onStand={stand}
          />
        ))}
      </ol>
      {questions.total > questions.items.length && (
        <p className={styles.soft}>
          {t('questions.more', { shown: questions.items.length, total: questions.total })}
        </p>
      )}
    </>
  );
}

interface QuestionProps {
  question: LiveQuestion;
  isCurrent: boolean;
  isOwn: boolean;
  mayStand: boolean;
  isBusy: boolean;
  onStand: (reference: string) => void;
}

function Question({ question, isCurrent, isOwn, mayStand, isBusy, onStand }: QuestionProps) {
  const { t } = useTranslation('dialogue-live');
  const { reference, text, supportCount, isAnswered } = question;
  return (
    <li className={isCurrent ? `${styles.row} ${styles.current}` : styles.row}>
      {isCurrent ? (
        <Tag>{t('questions.nowAnswered')}</Tag>
      ) : (
        isAnswered && <Tag>{t('questions.answered')}</Tag>
      )}
      <p className={styles.words}>{text}</p>
      <div className={styles.actions}>
        <span className={styles.soft}>{t('questions.count', { count: supportCount })}</span>
        {isOwn ? (
          <Tag icon={<Check size={16} aria-hidden="true" />}>{t('questions.supported')}</Tag>
        ) : (
          mayStand && (
            <Button
              icon={<ThumbsUp size={18} aria-hidden="true" />}
              aria-label={t('questions.supportOf', { text })}
              busy={isBusy}
              onClick={() => {
                onStand(reference);
              }}
            >
              {t('questions.support')}
            </Button>
          )
        )}
      </div>
    </li>
  );
}

/** Where somebody at the dialogue puts a question. */
export function AskLiveForm({ live }: { live: LiveDialogue }) {
  const { t } = useTranslation('dialogue-live');
  const { dialogue, questions } = live;
  const [text, setText] = useState('');
  const intention = useIntention();
  const [tried, setTried] = useState(false);
  const trap = useRef<HTMLInputElement>(null);
  const ask = useAskLive(dialogue.code);
  const send = () => {
    setTried(true);
    if (text.trim() === '' || ask.isPending) return;
    ask.mutate(
      { text, key: intention.key, ...trapped(trap) },
      {
        onSuccess: (receipt) => {
          keepOwnQuestion(receipt, dialogue.reference);
          setText('');
          intention.renew();
          setTried(false);
        },
        onError: intention.refused,
      },
    );
  };
  return (
    <details className={styles.details}>
      <summary>{t('questions.ask')}</summary>
      <form
        className={styles.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextArea
          label={t('questions.label')}
          hint={t(questions.direct ? 'questions.hintDirect' : 'questions.hint')}
          rows={3}
          limit={QUESTION_LIMITS.characters}
          value={text}
          error={tried && text.trim() === '' ? t('questions.empty') : ask.error?.messageFor('text')}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <TrapField field={trap} />
        {intention.hasArrived ? (
          <Notice announced>{t('questions.hasArrived')}</Notice>
        ) : (
          ask.error && (
            <ErrorState error={ask.error} title={t('questions.failed')} kept={t('questions.failedKept')} />
          )
        )}
        {ask.data && text === '' && (
          <Notice tone="success" announced title={t('questions.sent')}>
            {t('questions.sentHow')}{' '}
            <Link to={ownQuestionAddress(dialogue.municipality, ask.data.reference, ask.data.followToken)}>
              {t('questions.sentLink')}
            </Link>
          </Notice>
        )}
        <div>
          <Button type="submit" busy={ask.isPending}>
            {t('questions.send')}
          </Button>
        </div>
      </form>
    </details>
  );
}
