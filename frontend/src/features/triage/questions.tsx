import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Tag } from '../../ui/status-mark.js';
import styles from './case-side.module.css';
import { MarkedText } from './marked-text.js';

/** What the sender was asked, and replied. */
export function Questions({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-sender');
  const { date, moment } = useFormats();
  return (
    <div className={styles.notes}>
      <ul>
        {proposal.questions.map((question) => {
          const { text, askedBy, askedAt, remindedAt, open, replyBy, reply, repliedAt, unhandled } = question;
          const findings = question.personalData.map(({ type, start, end }) => ({
            field: 'reply',
            type,
            start,
            end,
          }));
          return (
            <li key={askedAt}>
              <p>{text}</p>
              <p className={styles.by}>{t('question.asked', { by: askedBy, when: moment(askedAt) })}</p>
              {remindedAt && (
                <p className={styles.by}>{t('question.reminded', { when: moment(remindedAt) })}</p>
              )}
              {open && replyBy && <p className={styles.by}>{t('question.open', { date: date(replyBy) })}</p>}
              {reply !== null && repliedAt !== null && (
                <>
                  <p className={styles.reply}>
                    <MarkedText text={reply} field="reply" findings={findings} />
                  </p>
                  <p className={styles.by}>{t('question.replied', { when: moment(repliedAt) })}</p>
                </>
              )}
              {unhandled && <Tag>{t('question.mark')}</Tag>}
              {!open && reply === null && <p className={styles.by}>{t('question.noReply')}</p>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
