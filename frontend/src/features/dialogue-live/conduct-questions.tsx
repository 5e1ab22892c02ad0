import type { StaffLive } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import type {
  RefuseQuestion,
  WorkQuestion,
} from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Problem } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { ErrorState } from '../../ui/states.js';
import { Tag } from '../../ui/status-mark.js';
import { useConduct, usePublishQuestion, useHideQuestion, workQuestionsQuery } from './live.queries.js';
import styles from './live.module.css';

/** Where somebody says why a question is not shown; the window is another feature's, and the page brings it. */
type HideWindow = (props: {
  question: WorkQuestion;
  busy: boolean;
  error: Problem | null;
  onHide: (body: RefuseQuestion) => void;
  onClose: () => void;
}) => ReactNode;

interface ConductQuestionsProps {
  staff: StaffLive;
  hideWindow: HideWindow;
}

/** The questions of the room: read, shown, answered. */
export function ConductQuestions({ staff, hideWindow }: ConductQuestionsProps) {
  const { t } = useTranslation('work-dialogue-live');
  const { dialogue, questions } = staff.live;
  const { reference } = dialogue;
  const conduct = useConduct(reference);
  const { data, error } = useQuery(workQuestionsQuery(reference));
  const waiting = data?.items.filter(({ status }) => status === 'received') ?? [];
  const published = data?.items.filter(({ status }) => status === 'published') ?? [];
  const isAnswered = (question: WorkQuestion) => staff.answered.includes(question.reference);
  // What has been answered in the room comes last, as on the screen.
  const shown = [
    ...published.filter((question) => !isAnswered(question)),
    ...published.filter((question) => isAnswered(question)),
  ];
  return (
    <div className={styles.stack}>
      {staff.mayConduct && (
        <CheckboxChips
          label={t('questions.directLabel')}
          hint={t('questions.directHint')}
          value={questions.direct ? ['direct'] : []}
          options={[{ value: 'direct', label: t('questions.direct') }]}
          onChange={(chosen) => {
            conduct.mutate({ questionsDirect: chosen.length > 0 });
          }}
        />
      )}
      {conduct.error && <ErrorState error={conduct.error} title={t('failed')} />}
      {error && <ErrorState error={error} title={t('questions.failed')} />}
      <h3>{t('questions.waiting', { count: waiting.length })}</h3>
      {waiting.length === 0 && <p className={styles.soft}>{t('questions.noneWaiting')}</p>}
      <ul className={styles.rows}>
        {waiting.map((question) => (
          <WaitingQuestion
            key={question.reference}
            staff={staff}
            question={question}
            hideWindow={hideWindow}
          />
        ))}
      </ul>
      <h3>{t('questions.shown', { count: shown.length })}</h3>
      <ul className={styles.rows}>
        {shown.map((question) => (
          <ShownQuestion key={question.reference} staff={staff} question={question} hideWindow={hideWindow} />
        ))}
      </ul>
      <Link to={`/arbete/dialoger/${reference}/fragor`}>{t('questions.all')}</Link>
    </div>
  );
}

interface QuestionProps extends ConductQuestionsProps {
  question: WorkQuestion;
}

function WaitingQuestion({ staff, question, hideWindow }: QuestionProps) {
  const { t } = useTranslation('work-dialogue-live');
  const { reference } = staff.live.dialogue;
  const publish = usePublishQuestion(reference);
  const text = question.shownText ?? question.text;
  const isDoubtful = question.personalData.length > 0 || question.blockedWords.length > 0;
  return (
    <li className={styles.row}>
      {isDoubtful && <Tag>{t('questions.doubtful')}</Tag>}
      <p className={styles.words}>{text}</p>
      {staff.mayConduct && (
        <div className={styles.actions}>
          <Button
            aria-label={t('questions.showOf', { text })}
            busy={publish.isPending}
            onClick={() => {
              publish.mutate({ question: question.reference, version: question.version });
            }}
          >
            {t('questions.show')}
          </Button>
          <HideButton staff={staff} question={question} hideWindow={hideWindow} />
        </div>
      )}
      {publish.error && <ErrorState error={publish.error} title={t('failed')} />}
    </li>
  );
}

function ShownQuestion({ staff, question, hideWindow }: QuestionProps) {
  const { t } = useTranslation(['work-dialogue-live', 'dialogue-live']);
  const { dialogue, questions } = staff.live;
  const conduct = useConduct(dialogue.reference);
  const text = question.shownText ?? question.text;
  const isCurrent = questions.current === question.reference;
  const isAnswered = staff.answered.includes(question.reference);
  return (
    <li className={isCurrent ? `${styles.row} ${styles.current}` : styles.row}>
      {isCurrent ? (
        <Tag>{t('questions.nowAnswered', { ns: 'dialogue-live' })}</Tag>
      ) : (
        isAnswered && <Tag>{t('questions.answered')}</Tag>
      )}
      <p className={styles.words}>{text}</p>
      <p className={styles.soft}>
        {t('questions.count', { ns: 'dialogue-live', count: question.supportCount })}
      </p>
      {staff.mayConduct && (
        <div className={styles.actions}>
          <Button
            aria-label={t(isCurrent ? 'questions.doneOf' : 'questions.answerOf', { text })}
            busy={conduct.isPending}
            onClick={() => {
              const { reference } = question;
              conduct.mutate(isCurrent ? { question: null, answered: reference } : { question: reference });
            }}
          >
            {t(isCurrent ? 'questions.done' : 'questions.answer')}
          </Button>
          {isAnswered && !isCurrent && (
            <Button
              look="quiet"
              aria-label={t('questions.unansweredOf', { text })}
              busy={conduct.isPending}
              onClick={() => {
                conduct.mutate({ unanswered: question.reference });
              }}
            >
              {t('questions.unanswered')}
            </Button>
          )}
          <HideButton staff={staff} question={question} hideWindow={hideWindow} />
        </div>
      )}
      {conduct.error && <ErrorState error={conduct.error} title={t('failed')} />}
    </li>
  );
}

/** Takes a question away, once it is said why: the sender reads it. */
function HideButton({ staff, question, hideWindow }: QuestionProps) {
  const { t } = useTranslation('work-dialogue-live');
  const [isAsking, setAsking] = useState(false);
  const hide = useHideQuestion(staff.live.dialogue.reference);
  const text = question.shownText ?? question.text;
  const close = () => {
    setAsking(false);
    hide.reset();
  };
  return (
    <>
      <Button
        look="quiet"
        aria-label={t('questions.hideOf', { text })}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('questions.hide')}
      </Button>
      {isAsking &&
        hideWindow({
          question,
          busy: hide.isPending,
          error: hide.error,
          onHide: ({ version, reason, text: words }) => {
            hide.mutate({ question: question.reference, version, reason, text: words }, { onSuccess: close });
          },
          onClose: close,
        })}
    </>
  );
}
