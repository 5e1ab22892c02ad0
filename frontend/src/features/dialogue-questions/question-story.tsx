import type { QuestionAnswer, QuestionEvent } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { QuestionSupport } from '@lofteskartan/shared/medborgardialog-questions';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Part } from '../../ui/part.js';
import { Tag } from '../../ui/status-mark.js';
import { Timeline } from '../../ui/timeline.js';
import styles from './questions.module.css';

const NO_ANSWER = { open: 'page.noAnswer', cancelled: 'page.cancelled', over: 'page.over' } as const;

/** The answer to a question, and what it led to; or that there is none yet, or never will be. */
export function AnswerPart({ answer, support }: { answer: QuestionAnswer | null; support: QuestionSupport }) {
  const { t } = useTranslation('dialogue-questions');
  const { moment } = useFormats();
  return (
    <Part id="answer" title={t('page.answer')}>
      {answer ? (
        <>
          <Tag>{t(`outcome.${answer.outcome}`)}</Tag>
          <blockquote className={styles.quote}>{answer.text}</blockquote>
          <p className={styles.soft}>{moment(answer.at)}</p>
        </>
      ) : (
        <p>{t(NO_ANSWER[support])}</p>
      )}
    </Part>
  );
}

/** What happened to a question, the oldest first. */
export function StoryPart({ events }: { events: readonly QuestionEvent[] }) {
  const { t } = useTranslation('dialogue-questions');
  const { moment } = useFormats();
  return (
    <Part id="story" title={t('page.story')}>
      <Timeline
        entries={events.map(({ type, at }, index) => ({
          key: `${String(index)} ${at}`,
          title: t(`event.${type}`),
          meta: moment(at),
          fill:
            type === 'answered'
              ? 'check'
              : type === 'refused' || type === 'withdrawn' || type === 'cancelled'
                ? 'bar'
                : 'full',
          tone: type === 'answered' ? 'done' : 'plain',
        }))}
      />
    </Part>
  );
}
